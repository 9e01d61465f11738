/** Calendar dates as small integers, and the one rule about dates that totals need. */

import { type CalendarDate, calendarDate, VOID_DAYS_MAX } from '@covisa/protocol';

/** The first and the last day number. */
export const DAY_MIN = 0;
export const DAY_MAX = 1000 * 372 - 1;

function parts(date: CalendarDate): readonly [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/**
 * A number that orders dates as their texts do and gives the very text back: days since 2000-01-01,
 * were every month 31 days long. (A date that no calendar has, such as 30 February, may stand in an
 * entry, and keeps its place.)
 */
export function dayNumber(date: CalendarDate): number {
  const [year, month, day] = parts(date);
  return (year - 2000) * 372 + (month - 1) * 31 + (day - 1);
}

/** The date of a day number. @throws ProtocolError SHAPE_INVALID if there is none */
export function dateOfDay(number: number): CalendarDate {
  const year = 2000 + Math.floor(number / 372);
  const month = 1 + Math.floor((number % 372) / 31);
  const day = 1 + (number % 31);
  return calendarDate.parse(
    `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );
}

/**
 * Whether a void of this date cancels a stamp of that date (the void stands after the stamp in the
 * same log).
 */
export function voidHolds(stampDate: CalendarDate, voidDate: CalendarDate): boolean {
  const [year, month, day] = parts(stampDate);
  const [voidYear, voidMonth, voidDay] = parts(voidDate);
  const milliseconds = Date.UTC(voidYear, voidMonth - 1, voidDay) - Date.UTC(year, month - 1, day);
  return milliseconds <= VOID_DAYS_MAX * 86_400_000;
}
