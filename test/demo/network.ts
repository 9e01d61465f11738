/**
 * The story's spaces together: they start, move through time, exchange news, are cut off from each
 * other, and end.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Seconds } from '@covisa/protocol';
import { systemClock } from '#node/adapters/clock-system.js';
import type { SyncReport } from '#node/engine/services.js';
import { openRelay } from './relay.js';
import { type Beginning, Space } from './space.js';

const DAY_SECONDS = 86_400;
/** Exchanges of news until nobody learns anything new: more would be a fault. */
const ROUNDS_MAX = 12;
const POLL_MILLISECONDS = 50;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    systemClock.after(milliseconds, resolve);
  });
}

/** All spaces, under one clock. */
export class Network {
  readonly #folder = mkdtempSync(join(tmpdir(), 'covisa-demo-'));
  readonly #spaces: Space[] = [];
  #offsetSeconds: number;

  /** The story begins at `start`. */
  constructor(start: Seconds) {
    this.#offsetSeconds = start - Math.floor(systemClock.nowMilliseconds() / 1000);
  }

  /** The story's time. */
  now(): Seconds {
    return Math.floor(systemClock.nowMilliseconds() / 1000) + this.#offsetSeconds;
  }

  /** A place for a file or folder of the story. */
  path(name: string): string {
    return join(this.#folder, name);
  }

  get spaces(): readonly Space[] {
    return this.#spaces;
  }

  get running(): readonly Space[] {
    return this.#spaces.filter((space) => space.isRunning);
  }

  /** A new space with a running node. Without a public address it only calls out. */
  async add(beginning: Beginning, reach: 'public' | 'outbound-only'): Promise<Space> {
    const relay = reach === 'public' ? await openRelay() : null;
    const space = new Space(this.path(beginning.name.toLowerCase()), beginning, relay);
    this.#spaces.push(space);
    await space.begin(this.#offsetSeconds);
    return space;
  }

  /** Starts nodes that do not run, at the story's time. */
  async start(...spaces: readonly Space[]): Promise<void> {
    await Promise.all(spaces.map((space) => space.start(this.#offsetSeconds)));
  }

  /** Moves all clocks on together. */
  async advanceDays(days: number): Promise<void> {
    const advanceSeconds = days * DAY_SECONDS;
    this.#offsetSeconds += advanceSeconds;
    const body = { advanceSeconds };
    await Promise.all(this.running.map((space) => space.client.post('/api/test-clock', body)));
  }

  /** Each node syncs with all of its peers, once. */
  async exchange(spaces: readonly Space[] = this.running): Promise<readonly SyncReport[]> {
    const reports = await Promise.all(
      spaces.map((space) => space.client.post<SyncReport[]>('/api/sync', { peer: null })),
    );
    return reports.flat();
  }

  /** Each of these nodes syncs with the first of them that has a public address. */
  async gather(spaces: readonly Space[]): Promise<readonly SyncReport[]> {
    const hub = spaces.find((space) => space.relay !== null);
    const others = spaces.filter((space) => space !== hub);
    const peer = hub?.id ?? null;
    const reports = await Promise.all(
      others.map((space) => space.client.post<SyncReport[]>('/api/sync', { peer })),
    );
    return reports.flat();
  }

  /** These nodes gather news until a round brings nobody anything new. */
  async settle(spaces: readonly Space[]): Promise<void> {
    let quiet = 0;
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const reports = await this.gather(spaces);
      quiet = reports.every((report) => report.ok && report.rounds === 1) ? quiet + 1 : 0;
      // In the first quiet round something may still have been on its way to the hub.
      if (quiet === 2) return;
    }
    throw new Error(`network: news still travel after ${ROUNDS_MAX} exchanges`);
  }

  /** The network goes down: no node reaches any other. */
  cut(): void {
    for (const space of this.#spaces) space.relay?.cut();
  }

  heal(): void {
    for (const space of this.#spaces) space.relay?.heal();
  }

  /** The network and all nodes end; nothing is left. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#spaces.map((space) => space.end('SIGKILL')));
    await Promise.all(this.#spaces.map((space) => space.relay?.close()));
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Asks again and again until an answer is `good`, `seconds` long; the last answer. */
export async function until<T>(
  ask: () => Promise<T>,
  good: (answer: T) => boolean,
  seconds = 15,
): Promise<T> {
  const end = systemClock.nowMilliseconds() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (good(answer) || systemClock.nowMilliseconds() > end) return answer;
    await pause(POLL_MILLISECONDS);
  }
}
