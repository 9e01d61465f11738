/**
 * Which log has which number: a stamp's id tells the number, and to join each one found with the
 * rows of its log and space costs more than to find it.
 */

import type { SpaceId } from '@covisa/protocol';
import type { LogId } from '../port.js';
import type { Connection } from './driver.js';

/** Logs remembered in memory; beyond them the database is asked. Bounds memory. */
const REMEMBERED_MAX = 10_000;

/** Finds logs and their numbers. */
export interface LogNumbers {
  /** The log of a number that a row holds. @throws RangeError if there is none */
  logOf(number: number): LogId;
  /** The number of a log; null if it is not held. */
  numberOf(log: LogId): number | null;
  /**
   * Forgets what was remembered: numbers of logs that were dropped, or that were made in a
   * transaction that was undone, are given again.
   */
  forget(): void;
}

function nameOf({ space, incarnation }: LogId): string {
  return `${space}/${incarnation}`;
}

/** The log numbers of a database. */
export function makeLogNumbers(db: Connection): LogNumbers {
  const byNumber = db.prepare<[number], LogId>(
    'SELECT s.space, l.incarnation FROM logs l JOIN spaces s ON s.id = l.space WHERE l.id = ?',
  );
  const byLog = db.prepare<[SpaceId, number], { id: number }>(
    `SELECT l.id FROM spaces s JOIN logs l ON l.space = s.id
      WHERE s.space = ? AND l.incarnation = ?`,
  );
  const logs = new Map<number, LogId>();
  const numbers = new Map<string, number>();
  const forget = (): void => {
    logs.clear();
    numbers.clear();
  };
  const remember = (number: number, log: LogId): void => {
    if (logs.size >= REMEMBERED_MAX) forget();
    logs.set(number, log);
    numbers.set(nameOf(log), number);
  };
  return {
    logOf(number) {
      const known = logs.get(number);
      if (known !== undefined) return known;
      const log = byNumber.get(number);
      if (log === undefined) throw new RangeError(`log: none has the number ${number}`);
      remember(number, log);
      return log;
    },
    numberOf({ space, incarnation }) {
      const known = numbers.get(nameOf({ space, incarnation }));
      if (known !== undefined) return known;
      const found = byLog.get(space, incarnation)?.id ?? null;
      if (found !== null) remember(found, { space, incarnation });
      return found;
    },
    forget,
  };
}
