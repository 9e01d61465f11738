/** Opening hours of a venue, by its own wall clock. Pure. */

import { dayOfDate, type Seconds, type Venue, venueClock } from '@covisa/protocol';

/** Minutes after midnight; `to` is exclusive, and past 1440 in the night that follows. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether a venue is open, and what comes next. Minutes are of the venue's wall clock. */
export type OpenState =
  /** It has not stated its hours. */
  | { readonly kind: 'unknown' }
  /** It never closes. */
  | { readonly kind: 'always' }
  | { readonly kind: 'open'; readonly untilMinutes: number }
  /** `weekday`: 1 Monday to 7 Sunday; `inDays`: 0 is today. */
  | {
      readonly kind: 'opens';
      readonly atMinutes: number;
      readonly inDays: number;
      readonly weekday: number;
    }
  /** No day of the week has hours. */
  | { readonly kind: 'closed' };

const DAY_MINUTES = 1440;
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
/** Four a day. Hours that go on for longer than that never end. */
const WEEK_SPANS_MAX = 28;

/** Day of the week: 1 Monday to 7 Sunday. 1970-01-01, day 0, was a Thursday. */
function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function spansOn(venue: Pick<Venue, 'hours'>, weekday: number): readonly Span[] {
  const spans = venue.hours?.[weekday - 1] ?? [];
  return [...spans].sort((one, other) => one.from - other.from);
}

/** Where the span that holds `minutes` of a day ends, in minutes of that day; null: closed then. */
function endOfOpen(venue: Pick<Venue, 'hours'>, weekday: number, minutes: number): number | null {
  const before = weekday === 1 ? 7 : weekday - 1;
  const ends = [
    ...spansOn(venue, weekday),
    ...spansOn(venue, before).map(({ from, to }) => ({
      from: from - DAY_MINUTES,
      to: to - DAY_MINUTES,
    })),
  ]
    .filter(({ from, to }) => from <= minutes && minutes < to)
    .map(({ to }) => to);
  return ends.length === 0 ? null : Math.max(...ends);
}

/** Whether a venue is open at an instant. */
export function openState(venue: Pick<Venue, 'hours' | 'timeZone'>, instant: Seconds): OpenState {
  if (venue.hours === undefined) return { kind: 'unknown' };
  const { weekday, minutes } = venueTime(venue, instant);
  const until = lastingUntil(venue, weekday, minutes);
  if (until === 'always') return { kind: 'always' };
  if (until !== null) return { kind: 'open', untilMinutes: until % DAY_MINUTES };
  for (const inDays of [0, ...WEEK]) {
    const day = ((weekday - 1 + inDays) % 7) + 1;
    const next = spansOn(venue, day).find(({ from }) => inDays > 0 || from > minutes);
    if (next) return { kind: 'opens', atMinutes: next.from, inDays, weekday: day };
  }
  return { kind: 'closed' };
}

/** When what is open now closes: hours that go on at midnight are one. */
function lastingUntil(
  venue: Pick<Venue, 'hours'>,
  weekday: number,
  minutes: number,
): number | 'always' | null {
  let until = endOfOpen(venue, weekday, minutes);
  for (let spans = 0; until !== null && spans < WEEK_SPANS_MAX; spans++) {
    const days = Math.floor(until / DAY_MINUTES);
    const next = endOfOpen(venue, ((weekday - 1 + days) % 7) + 1, until % DAY_MINUTES);
    if (next === null) return until;
    until = next + days * DAY_MINUTES;
  }
  return until === null ? null : 'always';
}

/** What a venue's clock and calendar show. */
export function venueTime(
  { timeZone }: Pick<Venue, 'timeZone'>,
  instant: Seconds,
): { readonly weekday: number; readonly minutes: number } {
  const { date, minutes } = venueClock(instant, timeZone);
  return { weekday: weekdayOfDay(dayOfDate(date)), minutes };
}

/** Days of the week in a row that have the same hours. */
export interface WeekRow {
  readonly from: number;
  readonly to: number;
  /** None: closed. */
  readonly spans: readonly Span[];
}

const isSame = (one: readonly Span[], other: readonly Span[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The week's hours, days with the same ones together; null where they are not stated. */
export function weekRows(venue: Pick<Venue, 'hours'>): readonly WeekRow[] | null {
  if (venue.hours === undefined) return null;
  const rows: WeekRow[] = [];
  for (const day of WEEK) {
    const spans = spansOn(venue, day);
    const last = rows.at(-1);
    if (last && isSame(last.spans, spans)) rows[rows.length - 1] = { ...last, to: day };
    else rows.push({ from: day, to: day, spans });
  }
  return rows;
}
