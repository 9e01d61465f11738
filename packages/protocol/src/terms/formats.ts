/** How a language writes numbers, money, dates and times, and which plural form a number takes. */

import type { Seconds } from '../ids.js';
import type { Rate } from '../log/entries.js';
import { formatMoney, majorUnits } from './money.js';

/** Everything about a language that is not a text. */
export interface Formats {
  readonly number: (value: number) => string;
  readonly money: (rate: Rate) => string;
  /** A date `YYYY-MM-DD`; any other text stays as it is. */
  readonly date: (date: string) => string;
  /** Date and time of day in a time zone; in UTC, and saying so, where it is null or not known. */
  readonly instant: (instant: Seconds, timeZone: string | null) => string;
  readonly plural: (count: number) => Intl.LDMLPluralRule;
}

/** Writes instants in a zone; in UTC, and says so, where there is none or it is not known. */
function instantsOf(
  language: string,
  timeZone: string | null,
  options: Intl.DateTimeFormatOptions,
): { readonly format: Intl.DateTimeFormat; readonly suffix: '' | ' UTC' } {
  const utc = () => new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  if (timeZone === null) return { format: utc(), suffix: ' UTC' };
  try {
    return { format: new Intl.DateTimeFormat(language, { ...options, timeZone }), suffix: '' };
  } catch {
    // A profile may name a zone that this engine does not know yet.
    return { format: utc(), suffix: ' UTC' };
  }
}

const PLAIN_INSTANT = {
  calendar: 'iso8601',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
} as const;

function plainInstant(instant: Seconds, timeZone: string | null): string {
  const { format, suffix } = instantsOf('en', timeZone, PLAIN_INSTANT);
  const parts = format.formatToParts(instant * 1000);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return `${date} ${part('hour')}:${part('minute')}${suffix}`;
}

/**
 * The forms that read alike everywhere in English: `2027-05-12`, `09:42`, `EUR 25.50`. Readers of
 * English do not agree on the order of day and month, nor on what a dollar is.
 */
export const PLAIN_FORMATS: Formats = {
  number: String,
  money: formatMoney,
  date: (date) => date,
  instant: plainInstant,
  plural: (count) => (count === 1 ? 'one' : 'other'),
};

function moneyOf(language: string): Formats['money'] {
  return (rate) => {
    const { value, digits } = majorUnits(rate);
    const shown = Number.isInteger(value) ? 0 : digits;
    return new Intl.NumberFormat(language, {
      style: 'currency',
      currency: rate.currency,
      currencyDisplay: 'code',
      minimumFractionDigits: shown,
      maximumFractionDigits: shown,
    }).format(value);
  };
}

/**
 * The forms of a language as its readers write them, with the codes of currencies: `25,50 EUR`,
 * `12. Mai 2027`.
 */
export function formatsOf(language: string): Formats {
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const dates = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'long' });
  const rules = new Intl.PluralRules(language);
  return {
    number: (value) => numbers.format(value),
    money: moneyOf(language),
    date: (date) => {
      const time = Date.parse(`${date}T00:00:00Z`);
      return Number.isNaN(time) ? date : dates.format(time);
    },
    instant: (instant, timeZone) => {
      const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
      const { format, suffix } = instantsOf(language, timeZone, options);
      return `${format.format(instant * 1000)}${suffix}`;
    },
    plural: (count) => rules.select(count),
  };
}
