/** Readers of option values. A wrong one is a usage error that says what was expected. */

import {
  type CalendarDate,
  calendarDate,
  encodeUtf8,
  ProtocolError,
  type Seconds,
} from '@covisa/protocol';
import { InvalidArgumentError } from 'commander';
import { isSpaceId } from './names.js';
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

/** Votes that the next roster needs: a number, or the default rule. */
export function threshold(text: string): number | 'default' {
  if (text === 'default') return text;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (!(value >= 1 && value <= 100_000)) throw wrong('a number of votes, or the word default');
  return value;
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

/** How long a text may be; `bytes` in UTF-8, where that is what counts. */
interface TextBounds {
  readonly min?: number;
  readonly max: number;
  readonly bytes?: true;
}

/**
 * A text of one line with the spaces around it cut off. @throws InvalidArgumentError that says
 * `what` was expected, and how long it may be
 */
export function shortText(
  what: string,
  { min = 1, max, bytes }: TextBounds,
): (text: string) => string {
  const unit =
    bytes === true ? 'bytes; a letter with an accent takes 2, a Chinese one 3' : 'characters';
  return (text) => {
    const trimmed = text.trim();
    const length = bytes === true ? encodeUtf8(trimmed.toWellFormed()).length : [...trimmed].length;
    if (/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(trimmed)) throw wrong(`${what} on one line`);
    if (length >= min && length <= max) return trimmed;
    throw wrong(
      min === 0 ? `${what} of at most ${max} ${unit}` : `${what} of ${min} to ${max} ${unit}`,
    );
  };
}

/** The name of a space, a venue or a programme. */
export const name: (text: string) => string = shortText('a name', { max: 80 });

/** A link as `covisa programme invite` prints it. */
export function invitationLink(text: string): string {
  const link = text.trim();
  if (link.length <= 400 && /^https?:\/\/[^\s#]+\/join#[^.\s]+\.[^.\s]+$/.test(link)) return link;
  throw wrong('the whole invitation link that covisa programme invite prints, as https://…/join#…');
}

/** Founders of a programme, beside those before them. */
export function founders(text: string, before: readonly string[] | undefined): readonly string[] {
  const all = collect(text, before);
  const isAddress = (one: string): boolean =>
    /^https?:\/\/\S{1,190}$/.test(one) && URL.canParse(one);
  if (all.every((one) => isAddress(one) || isSpaceId(one))) return all;
  throw wrong(
    "a space's id (43 characters) or the address of its node, as https://covisa.example.org",
  );
}
