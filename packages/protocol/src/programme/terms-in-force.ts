/**
 * From when changed terms hold. What members were promised is kept: the terms that are replaced say
 * how many days' notice a change of them needs.
 */

import { parseCalendarDate as date, dateOfDay, dayOfDate } from '../bytes/dates.js';
import type { CalendarDate, Seconds } from '../ids.js';
import type { Terms } from '../terms/terms.js';
import type { RosterVersion } from './roster.js';

/** Terms, and the dates from which they hold. */
export interface TermsPeriod {
  readonly terms: Terms;
  /** The number of the roster that wrote them. */
  readonly roster: number;
  /** Null: from the beginning. */
  readonly from: CalendarDate | null;
}

/** At least one: the terms of roster 0, and each change after it. */
export type TermsPeriods = readonly [TermsPeriod, ...TermsPeriod[]];

/** The years that a date can name: whatever time a roster has, it comes to one of them. */
const [FIRST_DAY, LAST_DAY] = [dayOfDate(date('2000-01-01')), dayOfDate(date('2999-12-31'))];

function dateAfter(time: Seconds, days: number): CalendarDate {
  const day = Math.floor(time / 86_400) + days;
  return dateOfDay(Math.min(Math.max(day, FIRST_DAY), LAST_DAY));
}

/**
 * The terms of a programme by the dates from which they hold, in their order. `chain` leads from
 * roster 0 to the roster that holds. PROG-8: changed terms hold from so many days after the UTC
 * date of their roster on as `changes.termsNoticeDays` of the terms says that hold on that date;
 * from that date on where they say nothing.
 */
export function termsPeriods(
  first: Pick<RosterVersion, 'terms'>,
  chain: readonly Pick<RosterVersion, 'version' | 'termsVersion' | 'terms' | 'time'>[],
): TermsPeriods {
  let periods: TermsPeriods = [{ terms: first.terms, roster: 0, from: null }];
  for (const { version, termsVersion, terms, time } of chain) {
    if (version === 0 || termsVersion !== version) continue;
    // What holds, not what was agreed on last: or two changes in a row would need no notice.
    const { changes } = termsOn(periods, dateAfter(time, 0)).terms;
    const from = dateAfter(time, changes?.termsNoticeDays ?? 0);
    const [beginning, ...later] = periods;
    // A change that comes into force no later than an earlier one takes its place.
    const kept = later.filter((one) => one.from !== null && one.from < from);
    periods = [beginning, ...kept, { terms, roster: version, from }];
  }
  return periods;
}

/** The terms of a date: the venue's, as all dates of visits. */
export function termsOn(periods: TermsPeriods, day: CalendarDate): TermsPeriod {
  const [first] = periods;
  return periods.findLast(({ from }) => from === null || from <= day) ?? first;
}
