/**
 * The reading of the stamps that a look-up found: which entries to read and check next, log by log,
 * and where to stop. It reads and verifies nothing itself.
 */

import type { CheckedStamp } from './checks.js';
import type { StampPlace } from './lookup.js';
import { judgeAlone, LogStrikes, logOf } from './strikes.js';

interface LogWalk {
  /** By index in the log. */
  readonly places: StampPlace[];
  next: number;
  readonly strikes: LogStrikes;
}

/** A walk through each log in its own order, that ends where the log is passed over. */
export class StampWalk {
  readonly #logs = new Map<string, LogWalk>();
  readonly #checked: CheckedStamp[] = [];

  constructor(found: readonly StampPlace[]) {
    for (const place of [...found].sort((left, right) => left.index - right.index)) {
      const log = this.#logs.get(logOf(place));
      if (log) log.places.push(place);
      else this.#logs.set(logOf(place), { places: [place], next: 0, strikes: new LogStrikes() });
    }
  }

  /**
   * The stamps to read and check next, none at the end. Of each log as many as it may still have
   * that do not count: so no more than three of a log are checked in vain, and none behind the
   * third.
   */
  due(): readonly StampPlace[] {
    return [...this.#logs.values()].flatMap((log) => {
      const from = log.next;
      log.next = Math.min(from + log.strikes.left, log.places.length);
      return log.places.slice(from, log.next);
    });
  }

  /**
   * Takes what was due, with the results of all its checks; stamps that the caller leaves out are
   * as if they had not been found.
   * @throws RangeError if a result is missing, or for a stamp of a log in which none was found
   */
  add(checked: readonly CheckedStamp[], results: ReadonlyMap<string, boolean>): void {
    for (const one of [...checked].sort((left, right) => left.stamp.index - right.stamp.index)) {
      const log = this.#logs.get(logOf(one.stamp));
      if (log === undefined) throw new RangeError(`stamp: log ${logOf(one.stamp)} is not walked`);
      log.strikes.add(judgeAlone(one, results));
      this.#checked.push(one);
    }
  }

  /** All stamps so far: at the end, all that usage can depend on. */
  get checked(): readonly CheckedStamp[] {
    return this.#checked;
  }
}
