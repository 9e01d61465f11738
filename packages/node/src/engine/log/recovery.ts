/**
 * A restored or copied node: it appends nothing until it has asked its peers (three, or all that it
 * knows but for those that nobody has heard of for long) what they hold of its own log, and holds
 * as much itself. Meanwhile visits wait in the journal.
 */

import type { SpaceId } from '@covisa/protocol';
import type { Logger } from '../../ports.js';
import { Mutex } from '../mutex.js';
import type { OwnLog } from './own-log.js';

/** Peers that must have answered before the log goes on. */
const ANSWERS_MIN = 3;

/** The way back to an own log that may be appended to. */
export class Recovery {
  readonly #ownLog: OwnLog;
  readonly #known: () => readonly SpaceId[];
  readonly #isSilent: (space: SpaceId) => boolean;
  readonly #logger: Logger;
  readonly #done: () => Promise<void>;
  readonly #answered = new Set<SpaceId>();
  /** Answers come in at once: only the first that is enough ends the recovery. */
  readonly #attempts = new Mutex();

  constructor(
    ownLog: OwnLog,
    known: () => readonly SpaceId[],
    isSilent: (space: SpaceId) => boolean,
    logger: Logger,
    done: () => Promise<void>,
  ) {
    this.#ownLog = ownLog;
    this.#known = known;
    this.#isSilent = isSilent;
    this.#logger = logger;
    this.#done = done;
  }

  get isNeeded(): boolean {
    return this.#ownLog.mode === 'recovering';
  }

  /** A sync with a peer has ended; `told` says whether it told what it holds of our log. */
  async heard(peer: SpaceId, told: boolean): Promise<void> {
    if (told) this.#answered.add(peer);
    await this.attempt();
  }

  /**
   * Who has not answered yet, of those that are heard of: who answers tells which of the others
   * have been silent for long, and these are not waited for.
   */
  awaited(): readonly SpaceId[] {
    const known = this.#known();
    const isAnswered = known.some((space) => this.#answered.has(space));
    return known.filter(
      (space) => !this.#answered.has(space) && !(isAnswered && this.#isSilent(space)),
    );
  }

  /** Goes on in the log if enough peers have answered and nothing is missing. */
  attempt(): Promise<void> {
    return this.#attempts.run(() => this.#attempt());
  }

  async #attempt(): Promise<void> {
    if (!this.isNeeded || !this.#ownLog.isCaughtUp) return;
    const answered = this.#known().filter((space) => this.#answered.has(space)).length;
    const awaited = this.awaited().length;
    if (awaited > 0 && answered < ANSWERS_MIN) return;
    await this.#ownLog.release();
    this.#answered.clear();
    this.#logger.info('own-log-recovered', { size: this.#ownLog.size, peers: answered });
    await this.#done();
  }
}
