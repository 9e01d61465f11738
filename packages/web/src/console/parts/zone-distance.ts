/** Whether a time zone can be that of a place. Pure, but for what the browser knows of zones. */

import { localTime, type Seconds } from '@covisa/protocol';

/** Clocks keep at most about so far from the sun's time: China's west has three hours. */
const HOURS_MAX = 3.5;
const MINUTES_PER_DEGREE = 4;
const DAY_MINUTES = 1440;

/** Whether the clock of a zone is far from the sun's time at a longitude, at an instant. */
export function isZoneFar(timeZone: string, longitude: number, instant: Seconds): boolean {
  let minutes: number;
  try {
    minutes = localTime(instant, timeZone).minutes;
  } catch {
    return false;
  }
  const sun = Math.floor(instant / 60) + longitude * MINUTES_PER_DEGREE;
  const apart = (((minutes - sun) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return Math.min(apart, DAY_MINUTES - apart) > HOURS_MAX * 60;
}
