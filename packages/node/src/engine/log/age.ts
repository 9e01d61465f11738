/** How old entries are: what they tell of days, and up to which day that may be forgotten. */

import {
  dateOfDay,
  dayOf,
  type Entry,
  PRUNE_AFTER_DAYS,
  type Seconds,
  utcDate,
} from '@covisa/protocol';

/** The last date of which nothing counts any more at an instant. */
export function lastOldDate(instant: Seconds): string {
  return dateOfDay(dayOf(instant) - PRUNE_AFTER_DAYS);
}

/** The date that an entry tells of; the empty text, which is before all, where it tells of none. */
export function dateOfEntry(entry: Entry): string {
  switch (entry.type) {
    case 'stamp':
    case 'void':
    case 'refusal':
      return entry.date;
    case 'revocation':
      return utcDate(entry.time);
    default:
      return '';
  }
}
