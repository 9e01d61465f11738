/**
 * What a node does by itself as time goes on, besides gossip: heartbeats, fresh keys and profile,
 * forgetting. What of it fails keeps nothing else from being done.
 */

import { CLOCK_STEADY_SECONDS, type Seconds } from '@covisa/protocol';
import type { Timer } from '../../ports.js';
import type { Context } from '../context.js';
import type { RecordRetention } from '../desk/record/retention.js';
import type { IssuingKeys } from '../home/issuing-keys.js';
import type { NumberRetention } from '../home/retention.js';
import type { SteadyClock } from '../steady-clock.js';
import type { OwnLog } from './own-log.js';
import type { OwnSpace } from './own-space.js';
import type { Pruner } from './pruner.js';

interface Parts {
  readonly ownLog: OwnLog;
  readonly ownSpace: OwnSpace;
  readonly keys: IssuingKeys;
  readonly records: RecordRetention;
  readonly numbers: NumberRetention;
  readonly pruner: Pruner;
  readonly steadyClock: SteadyClock;
}

/** The chores, done at start and with each heartbeat. */
export class Chores {
  readonly #context: Context;
  readonly #parts: Parts;
  #timer: Timer | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** Does them once, then again at each interval. */
  async start(): Promise<void> {
    await this.run();
    this.#arm();
  }

  async stop(): Promise<void> {
    this.#timer?.cancel();
    this.#timer = null;
    await this.#running;
  }

  /** Never fails: what could not be done is done the next time, and the log of events says why. */
  run(): Promise<void> {
    this.#running = this.#all();
    return this.#running;
  }

  async #all(): Promise<void> {
    const { steadyClock } = this.#parts;
    let steady: Seconds | null = null;
    await this.#attempt(async () => {
      steady = await steadyClock.instant();
    });
    await this.#attempt(() => this.#tendLog(steady));
    if (steady !== null) await this.#forget(steady);
  }

  async #forget(instant: Seconds): Promise<void> {
    const { records, numbers, pruner } = this.#parts;
    const { store } = this.#context.ports;
    // They count no more from when they have lapsed; kept longer, no step that is taken for none
    // drops one that still counts.
    const lapsed = instant - CLOCK_STEADY_SECONDS;
    await this.#attempt(() => store.dropGrantsLapsedBefore(lapsed));
    await this.#attempt(() => numbers.run(instant));
    await this.#attempt(() => records.run(instant));
    await this.#attempt(() => pruner.prune(instant));
  }

  async #attempt(chore: () => Promise<void>): Promise<void> {
    try {
      await chore();
    } catch (error) {
      const message = error instanceof Error ? error.message : 'unknown';
      this.#context.ports.logger.error('chores-failed', { message });
    }
  }

  async #tendLog(steady: Seconds | null): Promise<void> {
    const { ownLog, ownSpace, keys, pruner } = this.#parts;
    await keys.rotate();
    await ownSpace.keepCurrent();
    if (steady !== null) await pruner.sumUp(steady);
    // A closed space beats no more: its closing entry is its last word.
    if (!ownSpace.isClosed()) await ownLog.beat(this.#context.now());
  }

  #arm(): void {
    const wait = this.#context.settings.heartbeatIntervalSeconds * 1000;
    this.#timer = this.#context.ports.clock.after(wait, () => {
      void this.run().then(() => {
        if (this.#timer !== null) this.#arm();
      });
    });
  }
}
