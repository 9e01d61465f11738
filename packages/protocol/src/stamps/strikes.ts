/**
 * What one stamp is worth by itself, and what the stamps of one log say about that log: after three
 * that do not count, the rest of it is passed over.
 */

import { daysBetween } from '../bytes/dates.js';
import type { CalendarDate } from '../ids.js';
import {
  BAD_STAMPS_MAX,
  EXCUSED_STAMPS_MAX,
  VOID_DAYS_MAX,
  VOID_DISTANCE_MAX,
  VOID_LATER_STAMP_DAYS_MAX,
} from '../limits.js';
import type { CheckedStamp } from './checks.js';
import type { StampPlace } from './lookup.js';

/**
 * Whether a void may cancel a stamp of its log, by where the two stand; its own date, which its
 * writer chose, is not looked at (`isVoided`). `between` gives the dates of the stamps that stand
 * between them: it is called for at most `VOID_DISTANCE_MAX` places.
 */
export function isWithinReach(
  stamp: { readonly index: number; readonly date: CalendarDate },
  index: number,
  between: () => Iterable<CalendarDate>,
): boolean {
  // STAMP-16: a void stands after its stamp, by at most 2,048 entries, and no stamp between them is
  // dated more than three days after the first.
  if (index <= stamp.index || index - stamp.index > VOID_DISTANCE_MAX) return false;
  for (const date of between()) {
    if (daysBetween(stamp.date, date) > VOID_LATER_STAMP_DAYS_MAX) return false;
  }
  return true;
}

/** STAMP-9: a void cancels a stamp if its own date is at most two days after the stamp's. */
export function isVoided(date: CalendarDate, voids: readonly CalendarDate[]): boolean {
  return voids.some((one) => daysBetween(date, one) <= VOID_DAYS_MAX);
}

/** One stamp, judged by itself. */
export interface Judged {
  readonly checked: CheckedStamp;
  readonly basis: 'proof' | 'grant' | null;
  /** The proof that the stamp claims, if its signature holds. */
  readonly claim: string | null;
  readonly voided: boolean;
}

function resultOf(results: ReadonlyMap<string, boolean>, id: string): boolean {
  const result = results.get(id);
  if (result === undefined) throw new RangeError(`results: expected one for check ${id}, got none`);
  return result;
}

/** @throws RangeError if a result is missing */
export function judgeAlone(checked: CheckedStamp, results: ReadonlyMap<string, boolean>): Judged {
  const proven = checked.proof !== null && resultOf(results, checked.proof.id);
  const granted = checked.grant !== null && resultOf(results, checked.grant.id);
  const voided = isVoided(checked.stamp.entry.date, checked.stamp.voids);
  return {
    checked,
    basis: granted ? 'grant' : proven ? 'proof' : null,
    // A proof is claimed once among visits and once among voided stamps, so that a corrected stamp
    // may carry it on.
    claim: proven && checked.proof ? `${voided ? 'void' : 'visit'}/${checked.proof.proofId}` : null,
    voided,
  };
}

/** The name of a stamp's log. */
export function logOf({ host, incarnation }: StampPlace): string {
  return `${host}/${incarnation}`;
}

/** What the stamps of one log, told in the order of the log, have cost it. */
export class LogStrikes {
  #left = BAD_STAMPS_MAX;
  #excused = 0;
  readonly #claims = new Set<string>();

  /**
   * STAMP-10: after three stamps that do not count, the rest of that log is passed over for this
   * visa; those are not among them, up to 400 of a log, whose evidence fits and fails only by the
   * home's issuing keys or by the visa's holder keys, which the home can change afterwards.
   *
   * In the order of the log: what a log does later takes nothing from what stands before it.
   */
  get left(): number {
    return this.#left;
  }

  add({ checked, basis, claim }: Judged): void {
    // Only what a log does by itself is held against it: its proof may be used by another host
    // without its doing.
    const repeats = basis === 'proof' && claim !== null && this.#claims.has(claim);
    const isExcused = basis === null && checked.mayBeByHome && this.#excused < EXCUSED_STAMPS_MAX;
    if (isExcused) this.#excused += 1;
    else if (basis === null || repeats) this.#left -= 1;
    if (claim !== null) this.#claims.add(claim);
  }
}
