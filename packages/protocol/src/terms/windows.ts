/**
 * Calendar arithmetic of the terms: windows and periods, in whole days since 1970. It throws on
 * nothing that fits its shape.
 */

import { dateOfDay } from '../bytes/dates.js';
import type { CalendarDate } from '../ids.js';

const DAY_MILLISECONDS = 86_400_000;
const DAY_FIRST = 10_957;
const DAY_LAST = 376_199;

/** Days, both inclusive. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}

/** Year, month (1 to 12) and day of a text `YYYY-MM-DD`. */
function parts(date: CalendarDate): YearMonthDay {
  return { year: digits(date, 0, 4), month: digits(date, 5, 7), day: digits(date, 8, 10) };
}

/**
 * Days since 1970; a day that its month does not have runs over into the next month, on every
 * engine alike.
 */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = parts(date);
  return Date.UTC(year, month - 1, day) / DAY_MILLISECONDS;
}

/**
 * Dates that were written before: a desk asks for the same few, and writing one takes longer than
 * all else.
 */
const written = new Map<number, CalendarDate>();
const WRITTEN_MAX = 2000;

/** The date of a day; what lies outside of 2000 to 2999 becomes its first or last date. */
export function dateOf(day: number): CalendarDate {
  const known = written.get(day);
  if (known !== undefined) return known;
  const date = dateOfDay(Math.min(Math.max(day, DAY_FIRST), DAY_LAST));
  if (written.size >= WRITTEN_MAX) written.clear();
  written.set(day, date);
  return date;
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** `day` moved by months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY_MILLISECONDS);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0);
  return Math.min(first / DAY_MILLISECONDS + date.getUTCDate() - 1, last / DAY_MILLISECONDS);
}

/** A parsed ISO 8601 duration. */
export interface Period {
  readonly months: number;
  readonly days: number;
}

/** The months and days of a text that fits the shape `period`; nothing of any other text. */
export function readPeriod(text: string): Period {
  const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text);
  const [years, months, weeks, days] = [1, 2, 3, 4].map((group) => Number(found?.[group] ?? 0));
  return {
    months: (years ?? 0) * 12 + (months ?? 0),
    days: (weeks ?? 0) * 7 + (days ?? 0),
  };
}

/** `day` moved back by a period. */
function before(day: number, { months, days }: Period): number {
  return (months === 0 ? day : addMonths(day, -months)) - days;
}

function visaYear(day: number, start: CalendarDate): DayRange {
  const { year, month, day: dayOfMonth } = parts(start);
  const startIn = (later: number) =>
    Date.UTC(year + later, month - 1, dayOfMonth) / DAY_MILLISECONDS;
  let later = parts(dateOf(day)).year - year;
  if (startIn(later) > day) later -= 1;
  return { from: startIn(later), to: startIn(later + 1) - 1 };
}

function calendarWindow(window: 'calendar-month' | 'calendar-year', day: number): DayRange {
  const date = new Date(day * DAY_MILLISECONDS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const [from, to] =
    window === 'calendar-month'
      ? [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 0)]
      : [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)];
  return { from: from / DAY_MILLISECONDS, to: to / DAY_MILLISECONDS };
}

/**
 * The windows that a visit on `day` falls into. A rolling period has one that ends on that day,
 * and, where visits on later days are known (one is entered late, or planned), one that ends on
 * each of those within reach.
 */
export function windowsOf(
  window: string,
  day: number,
  visaYearStart: CalendarDate,
  usedDays: readonly number[],
): readonly [DayRange, ...DayRange[]] {
  if (window === 'visa-year') return [visaYear(day, visaYearStart)];
  if (window === 'calendar-month' || window === 'calendar-year')
    return [calendarWindow(window, day)];
  // JUDGE-6: a visit fits into every rolling window that it falls into, those that end on later
  // visits included.
  const period = readPeriod(window);
  const rolling = (end: number): DayRange => ({ from: before(end, period) + 1, to: end });
  const later = [...new Set(usedDays.filter((used) => used > day))]
    .sort((a, b) => a - b)
    .map(rolling);
  return [rolling(day), ...later.filter(({ from }) => from <= day)];
}
