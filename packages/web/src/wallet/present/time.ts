/**
 * The time that a presentation says. A device's clock may be wrong, and a desk refuses what is two
 * minutes old or one minute early. While the page has heard its home since it was opened, it counts
 * on from the home's time by a clock that nobody can set; else it goes by the device's clock, and
 * the page says what to do when that was seen to be wrong.
 */

import type { Seconds } from '@covisa/protocol';

/** A desk takes no presentation that is further ahead of its clock than a minute. */
const WRONG_SECONDS = 45;

/** The home's time as it was heard, and this page's own clock at that moment. */
export interface HeardTime {
  readonly now: Seconds;
  /** Milliseconds of a clock that only counts on. */
  readonly at: number;
}

/** Whole seconds now: from the home's time where it was heard, else by the device's clock. */
export function timeToSign(
  heard: HeardTime | null,
  monotonicMilliseconds: number,
  deviceSeconds: Seconds,
): Seconds {
  if (heard === null) return deviceSeconds;
  return heard.now + Math.floor((monotonicMilliseconds - heard.at) / 1000);
}

/**
 * By how many seconds the device's clock is ahead (negative: behind), where that is more than desks
 * bear; null where it is right, or nobody knows.
 */
export function clockError(
  heard: HeardTime | null,
  monotonicMilliseconds: number,
  deviceSeconds: Seconds,
): Seconds | null {
  if (heard === null) return null;
  const ahead = deviceSeconds - timeToSign(heard, monotonicMilliseconds, deviceSeconds);
  return Math.abs(ahead) > WRONG_SECONDS ? ahead : null;
}
