/**
 * A world: whole networks of real engines in one process, over memory stores, under virtual
 * time, from one seed. Nothing in it waits for the machine, and nothing is drawn but from the
 * seed.
 */

import { Chance } from './chance.js';
import { EntryBytes } from './entry-bytes.js';
import { Line } from './line.js';
import { rememberedSignatures } from './remembered-signatures.js';
import { SimSpace, type SpaceOptions } from './sim-space.js';
import { VirtualClock } from './virtual-clock.js';

export class World {
  readonly seed: string;
  readonly chance: Chance;
  readonly diskChance: Chance;
  readonly clock: VirtualClock;
  readonly line: Line;
  readonly signatures = rememberedSignatures();
  readonly entryBytes = new EntryBytes();
  readonly spaces = new Map<string, SimSpace>();
  /** Told of what a node broke off with that is no refusal. */
  crashed: ((node: SimSpace, error: unknown) => void) | null = null;
  readonly #byUrl = new Map<string, SimSpace>();

  constructor(seed: string, now = Date.parse('2026-11-02T09:00:00Z')) {
    this.seed = seed;
    this.chance = new Chance(seed);
    this.diskChance = this.chance.child('disk');
    this.clock = new VirtualClock(now);
    this.line = new Line(this, this.chance.child('line'));
  }

  /** The true time in seconds. */
  get now(): number {
    return Math.floor(this.clock.nowMilliseconds() / 1000);
  }

  /** A new space whose node does not run yet. */
  async addStopped(name: string, options: SpaceOptions = {}): Promise<SimSpace> {
    const space = await this.clock.runFor(SimSpace.create(this, name, options));
    this.put(space);
    return space;
  }

  /** A space that is in the world from now on, whether its node runs or not. */
  put(space: SimSpace): void {
    this.spaces.set(space.name, space);
    if (space.url !== null) this.#byUrl.set(space.url, space);
  }

  /** Whose address this is. */
  at(url: string): SimSpace | undefined {
    return this.#byUrl.get(url);
  }

  /** Lets time pass, all nodes doing what falls due in it. */
  pass(seconds: number): Promise<void> {
    return this.clock.runUntil(this.clock.nowMilliseconds() + seconds * 1000);
  }

  /** Starts all nodes, one after the other. */
  async start(): Promise<void> {
    for (const space of this.spaces.values()) await this.clock.runFor(space.start());
  }

  async stop(): Promise<void> {
    for (const space of this.spaces.values()) await this.clock.runFor(space.stop());
  }
}
