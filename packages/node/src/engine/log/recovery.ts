/**
 * A restored or copied node: it appends nothing until it has asked its peers what they hold of its
 * own log, and holds as much itself. Meanwhile visits wait in the journal.
 *
 * A peer has answered once it has told what it holds, and nothing of that is missing here: its
 * digest of a programme that both name is equal; its whole frontier names no more of this log; or
 * the largest checkpoint of this log that it shows is of no more. Whose exchange broke off, or who
 * names more than then comes, has not.
 *
 * A peer that keeps an entry back cannot be told from one that never had it: it may name an older
 * checkpoint, none, or this node's own digest. So three names that lie alike end the wait, and the
 * number is no bound against them; it is one against what three honest peers happen not to have.
 * What holds against liars is the head file: beside it all that can be called are waited for, and
 * one of them that is honest and holds the rest is enough, whatever three or thirty others say.
 *
 * Three answers are enough, or those of all that it knows but for who was not heard of for long.
 * Where the head file names more than it has got back, somebody may hold the rest: then all that
 * have an address are awaited, but for who is quiet, since what only three on this side of a cut do
 * not know would be written a second time. Who was waited for in vain for three days of this run is
 * excused, once anybody has answered: that others hear of it helps nobody here.
 */

import {
  QUIET_AFTER_SECONDS,
  type Seconds,
  type SpaceId,
  UNLISTED_AFTER_SECONDS,
} from '@covisa/protocol';
import type { Logger } from '../../ports.js';
import { Mutex } from '../mutex.js';
import type { OwnLog } from './own-log.js';

/** Peers that must have answered before the log goes on. */
const ANSWERS_MIN = 3;

/** What is known of those that can be asked. */
export interface Asked {
  /** All others with whom a programme is shared. */
  known(): readonly SpaceId[];
  /** Whether this node can call it. */
  hasAddress(space: SpaceId): boolean;
  /** Whether it can call this node, or be called; true where that is not known. */
  canMeet(space: SpaceId): boolean;
  /** For how long nothing was heard of it. */
  silence(space: SpaceId): Seconds;
}

/** The way back to an own log that may be appended to. */
export class Recovery {
  readonly #ownLog: OwnLog;
  readonly #asked: Asked;
  readonly #logger: Logger;
  readonly #done: () => Promise<void>;
  readonly #answered = new Set<SpaceId>();
  /** For how long each was waited for in this run. */
  readonly #waitedFor = new Map<SpaceId, Seconds>();
  /** For how long of this run nobody gave entries that somebody was seen to hold. */
  #lacking: Seconds = 0;
  #lastLook: Seconds | null = null;
  /** Answers come in at once: only the first that is enough ends the recovery. */
  readonly #attempts = new Mutex();

  constructor(ownLog: OwnLog, asked: Asked, logger: Logger, done: () => Promise<void>) {
    this.#ownLog = ownLog;
    this.#asked = asked;
    this.#logger = logger;
    this.#done = done;
  }

  get isNeeded(): boolean {
    return this.#ownLog.mode === 'recovering';
  }

  /** A peer has said something; `told` says whether that was what it holds of our log. */
  async heard(peer: SpaceId, told: boolean): Promise<void> {
    if (told) this.#answered.add(peer);
    await this.attempt();
  }

  /**
   * Time goes on, and whoever can be is called. Of the time since the last look `most` counts, so
   * that nobody is excused because the clock was set.
   */
  waits(now: Seconds, most: Seconds): void {
    const passed = Math.min(Math.max(0, now - (this.#lastLook ?? now)), most);
    this.#lastLook = now;
    this.#lacking = this.#ownLog.isCaughtUp ? 0 : this.#lacking + passed;
    for (const space of this.#asked.known())
      this.#waitedFor.set(space, (this.#waitedFor.get(space) ?? 0) + passed);
  }

  /** Whether for three days of this run nobody has given the entries that were seen. */
  get isInVain(): boolean {
    return this.isNeeded && this.#lacking >= QUIET_AFTER_SECONDS;
  }

  /**
   * Who has not answered yet, of those that are heard of: who answers tells which of the others
   * have been silent for long, and these are not waited for. Nor are those that only call out,
   * where this node does so too: what they hold they have from who answers. Nor is who was waited
   * for long enough.
   */
  awaited(): readonly SpaceId[] {
    const known = this.#asked.known();
    const isAnswered = known.some((space) => this.#answered.has(space));
    const { canMeet, silence } = this.#asked;
    const isHopeless = (space: SpaceId) =>
      silence(space) > UNLISTED_AFTER_SECONDS || !canMeet(space) || this.#isExcused(space);
    return known.filter(
      (space) => !this.#answered.has(space) && !(isAnswered && isHopeless(space)),
    );
  }

  #isExcused(space: SpaceId): boolean {
    return (this.#waitedFor.get(space) ?? 0) >= QUIET_AFTER_SECONDS;
  }

  /** Whether those of the `awaited` that matter have answered. */
  #isEnough(answered: number, awaited: readonly SpaceId[]): boolean {
    if (awaited.length === 0) return true;
    if (answered < ANSWERS_MIN) return false;
    if (!this.#ownLog.lacksOfHead) return true;
    const { hasAddress, silence } = this.#asked;
    return !awaited.some((space) => hasAddress(space) && silence(space) < QUIET_AFTER_SECONDS);
  }

  /** Goes on in the log if enough peers have answered and nothing is missing. */
  attempt(): Promise<void> {
    return this.#attempts.run(() => this.#attempt());
  }

  async #attempt(): Promise<void> {
    if (!this.isNeeded || !this.#ownLog.isCaughtUp) return;
    const answered = this.#asked.known().filter((space) => this.#answered.has(space)).length;
    if (!this.#isEnough(answered, this.awaited())) return;
    await this.#ownLog.release();
    this.#answered.clear();
    this.#logger.info('own-log-recovered', { size: this.#ownLog.size, peers: answered });
    await this.#done();
  }
}
