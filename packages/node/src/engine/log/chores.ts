/**
 * What a node does by itself as time goes on, besides gossip: heartbeats, fresh keys and profile,
 * forgetting. What of it fails keeps nothing else from being done.
 */

import type { Timer } from '../../ports.js';
import type { Context } from '../context.js';
import type { RecordRetention } from '../desk/record/retention.js';
import type { IssuingKeys } from '../home/issuing-keys.js';
import type { NumberRetention } from '../home/retention.js';
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
    const { records, numbers, pruner } = this.#parts;
    const { store } = this.#context.ports;
    await this.#attempt(() => this.#tendLog());
    await this.#attempt(() => store.dropGrantsLapsedBefore(this.#context.now()));
    await this.#attempt(() => numbers.run());
    await this.#attempt(() => records.run());
    await this.#attempt(() => pruner.prune());
  }

  async #attempt(chore: () => Promise<void>): Promise<void> {
    try {
      await chore();
    } catch (error) {
      const message = error instanceof Error ? error.message : 'unknown';
      this.#context.ports.logger.error('chores-failed', { message });
    }
  }

  async #tendLog(): Promise<void> {
    const { ownLog, ownSpace, keys, pruner } = this.#parts;
    await keys.rotate();
    await ownSpace.keepCurrent();
    await pruner.sumUp();
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
