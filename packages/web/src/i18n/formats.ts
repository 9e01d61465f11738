/** Dates, times, money and distances as people of a language write them. */

import type { CalendarDate, Rate, Seconds } from '@covisa/protocol';
import { type Language, localeOf } from './languages.js';

/** A calendar date, which is the venue's whatever the device's time zone: `Tue, 12 May 2026`. */
export function dateText(
  language: Language,
  date: CalendarDate,
  style: 'long' | 'short' = 'short',
): string {
  const day = new Date(`${date}T00:00:00Z`);
  const long = style === 'long';
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    weekday: long ? 'long' : 'short',
    day: 'numeric',
    month: long ? 'long' : 'short',
    year: 'numeric',
  }).format(day);
}

/** Days from one to another, both among them: `12 – 14 May 2026`; one day as it is alone. */
export function daysText(language: Language, first: CalendarDate, last: CalendarDate): string {
  const day = (date: CalendarDate): Date => new Date(`${date}T00:00:00Z`);
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).formatRange(day(first), day(last));
}

/** An instant in a time zone, as date and time of day. */
export function instantText(language: Language, instant: Seconds, timeZone?: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    ...(timeZone !== undefined && { timeZone }),
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(instant * 1000));
}

/** An instant in a time zone, as time of day only. */
export function timeText(language: Language, instant: Seconds, timeZone?: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    ...(timeZone !== undefined && { timeZone }),
    timeStyle: 'short',
  }).format(new Date(instant * 1000));
}

/**
 * Minor units as an amount with its currency's code, as sentences and fields write it, whole ones
 * without decimals: `EUR 25`, `AUD 25.50`. Whose dollar a sign means, not all readers agree on.
 */
export function moneyText(language: Language, { amount, currency }: Rate): string {
  const options = {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    trailingZeroDisplay: 'stripIfInteger',
  } as const;
  const format = new Intl.NumberFormat(localeOf(language), options);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}

/** Metres as kilometres, with one digit below ten. */
export function distanceText(language: Language, metres: number): string {
  const kilometres = metres / 1000;
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits: kilometres < 10 ? 1 : 0,
  }).format(kilometres);
}

const STEPS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** How long ago (positive seconds) or until when (negative), roughly: `3 hours ago`. */
export function agoText(language: Language, seconds: Seconds): string {
  const format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' });
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return format.format(-Math.round(seconds / length), unit);
  }
  return format.format(0, 'minute');
}

/** A span of time, roughly, in minutes at least: `12 minutes`, `3 hours`, `365 days`. */
export function spanText(language: Language, seconds: Seconds): string {
  const [unit, length] = STEPS.find((step) => seconds >= 2 * step[1]) ?? STEPS[2];
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  const count = Math.max(1, seconds / length);
  return new Intl.NumberFormat(localeOf(language), style).format(count);
}

/** Several things in one sentence: `desk, coffee and lockers`. */
export function listText(language: Language, things: readonly string[]): string {
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(things);
}

/** Minutes after midnight on a wall clock, wherever that hangs: 1080 is `18:00`. */
export function clockText(language: Language, minutes: number): string {
  return timeText(language, (minutes % 1440) * 60, 'UTC');
}

/** The name of a day of the week, 1 Monday to 7 Sunday. */
export function weekdayText(
  language: Language,
  weekday: number,
  style: 'long' | 'short' = 'long',
): string {
  // 5 January 1970 was a Monday.
  const monday = Date.UTC(1970, 0, 4 + weekday);
  return new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', weekday: style }).format(
    monday,
  );
}

/** The day of an instant, in a time zone or the device's own. */
export function dateOfInstant(language: Language, instant: Seconds, timeZone?: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    ...(timeZone !== undefined && { timeZone }),
    dateStyle: 'medium',
  }).format(new Date(instant * 1000));
}

/** Somebody's own text for the middle of a sentence: its direction stays its own. */
export function isolated(text: string): string {
  // First strong isolate, pop directional isolate: what `<bdi>` is to markup.
  return `\u2068${text}\u2069`;
}
