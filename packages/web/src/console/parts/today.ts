/** Today's date where this browser is: dates of a venue come from the node. */

import { nowMilliseconds } from '../../platform/clock.js';

const DAY_MILLISECONDS = 86_400_000;

function dateText(milliseconds: number): string {
  // Swedish writes dates as the format does.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(new Date(milliseconds));
}

/** `YYYY-MM-DD`. */
export function today(): string {
  return dateText(nowMilliseconds());
}

/** The date some days ago. */
export function daysAgo(days: number): string {
  return dateText(nowMilliseconds() - days * DAY_MILLISECONDS);
}
