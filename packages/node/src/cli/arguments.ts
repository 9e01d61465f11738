/** Readers of option values. A wrong one is a usage error that says what was expected. */

import { type CalendarDate, calendarDate, ProtocolError, type Seconds } from '@covisa/protocol';
import { InvalidArgumentError } from 'commander';
import { fractionDigits } from './text.js';

function wrong(expected: string): InvalidArgumentError {
  return new InvalidArgumentError(`Expected ${expected}.`);
}

/** A reader of whole numbers from `min` to `max`. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= min && value <= max)) throw wrong(`a whole number from ${min} to ${max}`);
    return value;
  };
}

/** A reader of degrees, south and west negative. */
export function degrees(limit: 90 | 180): (text: string) => number {
  return (text) => {
    const value = /^-?\d{1,3}(\.\d{1,15})?$/.test(text) ? Number(text) : Number.NaN;
    if (!(Math.abs(value) <= limit)) throw wrong(`degrees from -${limit} to ${limit}, as -37.8136`);
    return value;
  };
}

/** A date `YYYY-MM-DD`. */
export function date(text: string): CalendarDate {
  try {
    const parsed = calendarDate.parse(text);
    if (new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)) return parsed;
  } catch (error) {
    if (!(error instanceof ProtocolError || error instanceof RangeError)) throw error;
  }
  throw wrong('a date YYYY-MM-DD');
}

/** A price as it is written, `25.00`; `minorUnits` makes the number. */
export function price(text: string): string {
  if (!/^\d{1,9}([.]\d{1,3})?$/.test(text)) throw wrong('an amount of money such as 25 or 25.00');
  return text;
}

/** An ISO 4217 code. */
export function currencyCode(text: string): string {
  if (!/^[A-Z]{3}$/.test(text)) throw wrong('a currency code of three capitals, as EUR');
  return text;
}

/**
 * The minor units (cents) of a price in a currency. @throws InvalidArgumentError for more digits
 * than the currency has
 */
export function minorUnits(text: string, currency: string): number {
  const digits = fractionDigits(currency);
  const [whole = '', fraction = ''] = price(text).split('.');
  if (fraction.length > digits) {
    throw wrong(`an amount with at most ${digits} digits behind the point, as ${currency} has`);
  }
  return Number(whole + fraction.padEnd(digits, '0'));
}

/** An IANA time zone that this machine knows. */
export function timeZone(text: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    throw wrong('an IANA time zone such as Australia/Melbourne');
  }
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** A span of time in seconds: `90`, `90s`, `15m`, `3h`, `4d`, `2w`. */
export function duration(text: string): Seconds {
  const [, count, unit = 's'] = /^(\d{1,9})([smhdw])?$/.exec(text) ?? [];
  if (count === undefined) throw wrong('a span of time such as 90s, 15m, 3h, 4d or 2w');
  return Number(count) * (UNITS[unit] ?? 1);
}

/** `yes` or `no`. */
export function yesNo(text: string): boolean {
  if (text === 'yes' || text === 'true') return true;
  if (text === 'no' || text === 'false') return false;
  throw wrong('yes or no');
}

/**
 * Adds an option's value to those before it: for options that may be repeated, or hold a list with
 * commas.
 */
export function collect(text: string, before: readonly string[] | undefined): readonly string[] {
  const more = text.split(',').map((one) => one.trim());
  if (more.includes('')) throw wrong('names with commas between them');
  return [...(before ?? []), ...more];
}
