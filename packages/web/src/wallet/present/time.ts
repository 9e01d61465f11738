/**
 * The time that a presentation says. A desk refuses what is two minutes old or one minute early, so
 * a device's clock that is wrong by more than that would shut its member out.
 *
 * The proof's time says when it was signed, and the home's clock knows better than a clock that is
 * wrong by minutes. So while the page has heard the home, and its two own clocks (the one that can
 * be set, the one that only counts on) agree that nothing was set since, it signs the home's time.
 * Else it signs what the device says, and the page says what to do. Only the visa's own home is
 * heard for this: by a lie it gains nothing, since it signs visas itself.
 */

import type { Seconds } from '@covisa/protocol';

/** A desk takes no presentation that is further ahead of its clock than a minute. */
const WRONG_SECONDS = 45;
/** By more than this two honest clocks do not part while the page is open. */
const PARTED_SECONDS = 5;

/** A moment by both clocks of the device. */
export interface Moment {
  /** By the clock that can be set. */
  readonly seconds: Seconds;
  /** By a clock that only counts on, perhaps not while the device sleeps. */
  readonly monotonicMilliseconds: number;
}

/** By how much the device's clock was ahead of the home's (negative: behind), and when. */
export interface HeardTime extends Moment {
  readonly ahead: Seconds;
}

/** What the home's time, as it was heard between two moments, says of the device's clock. */
export function hearTime(now: Seconds, asked: Moment, answered: Moment): HeardTime {
  // The answer was on its way for about half of the time.
  const middle = Math.round((asked.seconds + answered.seconds) / 2);
  return { ...answered, ahead: middle - now };
}

/** Whether a clock that is ahead by so much (negative: behind) is one that desks do not bear. */
export function isWrong(ahead: Seconds): boolean {
  return Math.abs(ahead) > WRONG_SECONDS;
}

/** Whole seconds to sign by. */
export function timeToSign(heard: HeardTime | null, now: Moment): Seconds {
  if (heard === null || !isWrong(heard.ahead)) return now.seconds;
  const bySettable = now.seconds - heard.seconds;
  const byCounting = (now.monotonicMilliseconds - heard.monotonicMilliseconds) / 1000;
  // The clock was set meanwhile, or the device slept: what was heard says nothing any more.
  if (Math.abs(bySettable - byCounting) > PARTED_SECONDS) return now.seconds;
  return now.seconds - heard.ahead;
}
