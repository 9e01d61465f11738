/**
 * A verdict in plain words: one line for the desk, or the whole story for the member, the desk or
 * the owner.
 */

import { type Catalogue, fillText, type Parameters, type PhraseName } from './catalogue.js';
import type { Reason } from './reasons.js';
import type { Payment, Show, Verdict } from './verdict.js';
import { readPeriod } from './windows.js';
import { ENGLISH } from './words/english.js';

/** One phrase of a catalogue. */
export function phrase(catalogue: Catalogue, name: PhraseName, parameters?: Parameters): string {
  return fillText(catalogue.phrases[name], parameters ?? {}, catalogue.formats);
}

/** A period as words: `30 days`, `1 month and 15 days`, `2 years`. */
export function periodText(period: string, catalogue: Catalogue): string {
  const { months, days } = readPeriod(period);
  const years = months % 12 === 0 ? months / 12 : 0;
  const parts = [
    ...(years > 0 ? [phrase(catalogue, 'years', { count: years })] : []),
    ...(months > 0 && years === 0 ? [phrase(catalogue, 'months', { count: months })] : []),
    ...(days > 0 || months === 0 ? [phrase(catalogue, 'days', { count: days })] : []),
  ];
  return parts.join(` ${phrase(catalogue, 'and')} `);
}

/** A window as words: `in the visa year`, `within 30 days`. */
export function windowText(window: string, catalogue: Catalogue = ENGLISH): string {
  if (window === 'visa-year') return phrase(catalogue, 'visaYear');
  if (window === 'calendar-month') return phrase(catalogue, 'calendarMonth');
  if (window === 'calendar-year') return phrase(catalogue, 'calendarYear');
  return phrase(catalogue, 'period', { period: periodText(window, catalogue) });
}

/** Hours as words: whole days as such, `7 days` and not `168 hours`. */
function hoursText(hours: number, catalogue: Catalogue): string {
  return hours > 0 && hours % 24 === 0
    ? phrase(catalogue, 'days', { count: hours / 24 })
    : phrase(catalogue, 'hours', { count: hours });
}

/** How long the home has been silent, as words. */
function silence({ code, parameters }: Reason, catalogue: Catalogue): Parameters {
  const { limit, hours } = parameters;
  if (code === 'OFFLINE_HOME_SILENT') return { limit: hoursText(Number(limit), catalogue) };
  if (code === 'OFFLINE_HOME_AGEING') return { hours: hoursText(Number(hours), catalogue) };
  return {};
}

/** The parameters that are no plain text or number, by what they are. */
function worded(parameters: Parameters, catalogue: Catalogue): Parameters {
  const { window, date, since, kind, amount, currency } = parameters;
  const { formats } = catalogue;
  return {
    ...(typeof window === 'string' && { window: windowText(window, catalogue) }),
    ...(typeof date === 'string' && { date: formats.date(date) }),
    ...(typeof since === 'string' && { since: formats.date(since) }),
    ...((kind === 'message' || kind === 'booking') && { kind: phrase(catalogue, kind) }),
    ...(typeof amount === 'number' &&
      typeof currency === 'string' && { price: formats.money({ amount, currency }) }),
  };
}

/** One reason as a sentence. */
export function reasonSentence(one: Reason, catalogue: Catalogue = ENGLISH): string {
  const { code, parameters } = one;
  const words = { ...parameters, ...worded(parameters, catalogue), ...silence(one, catalogue) };
  return fillText(catalogue.reasons[code], words, catalogue.formats).trim();
}

function regular(rate: Payment & { readonly kind: 'regular' | 'perk' }, catalogue: Catalogue) {
  return rate.rate === null
    ? phrase(catalogue, 'regular')
    : phrase(catalogue, 'regularOf', { rate: catalogue.formats.money(rate.rate) });
}

/** What is paid, as words: `the regular rate, EUR 25`. */
export function paymentText(payment: Payment, catalogue: Catalogue = ENGLISH): string {
  switch (payment.kind) {
    case 'nothing':
      return phrase(catalogue, 'nothing');
    case 'refused':
      return phrase(catalogue, 'refused');
    case 'regular':
      return regular(payment, catalogue);
    case 'perk':
      return phrase(catalogue, 'perk', {
        payment: regular(payment, catalogue),
        perk: payment.perk,
      });
    case 'discount': {
      const { percent, rate, discounted } = payment;
      if (rate === null || discounted === null) return phrase(catalogue, 'discount', { percent });
      const { money } = catalogue.formats;
      const amounts = { rate: money(rate), discounted: money(discounted) };
      return phrase(catalogue, 'discountOf', { percent, ...amounts });
    }
  }
}

function followsText({ follows }: Verdict, catalogue: Catalogue): readonly string[] {
  if (follows === null) return [];
  const payment = paymentText(follows.next, catalogue);
  return [phrase(catalogue, 'freeLeft', { left: follows.freeLeft, payment })];
}

function paysText({ pays }: Verdict, catalogue: Catalogue): readonly string[] {
  if (pays.kind === 'nothing') return [];
  const note = pays.note === null ? [] : [pays.note];
  if (pays.kind === 'refused') return note;
  return [phrase(catalogue, 'pays', { payment: paymentText(pays, catalogue) }), ...note];
}

/** The verdict in one line: what it is, why, and what follows. */
export function sentence(verdict: Verdict, catalogue: Catalogue = ENGLISH): string {
  const [first] = verdict.reasons;
  const why =
    first.code === 'FREE_DAY'
      ? followsText(verdict, catalogue)
      : [reasonSentence(first, catalogue)];
  const half =
    verdict.weight === 0.5 && verdict.outcome === 'free' ? [phrase(catalogue, 'halfDay')] : [];
  return [
    phrase(catalogue, verdict.outcome),
    ...half,
    ...why,
    ...paysText(verdict, catalogue),
  ].join(' ');
}

function showText(show: Show, catalogue: Catalogue): string {
  switch (show.code) {
    case 'PHOTO_ID':
      return phrase(catalogue, 'photoId');
    case 'INCLUDED':
      return phrase(catalogue, 'included', { items: show.items.join(', ') });
    case 'EXCLUDED':
      return phrase(catalogue, 'excluded', { items: show.items.join(', ') });
  }
}

function leftTexts({ left }: Verdict, catalogue: Catalogue): readonly string[] {
  const counts = ['perHost', 'perProgramme', 'homeAtHost'] as const;
  return counts.flatMap((count) => {
    const of = left[count];
    return of === null ? [] : [phrase(catalogue, count, { before: of.before, after: of.after })];
  });
}

function surenessTexts(
  { sureness }: Verdict,
  catalogue: Catalogue,
  timeZone: string | null,
): readonly string[] {
  const time = catalogue.formats.instant(sureness.knownUpTo, timeZone);
  if (sureness.level === 'exact') return [phrase(catalogue, 'exact')];
  const name = sureness.level === 'home-unreachable' ? 'homeUnreachable' : 'knownUpTo';
  const older = { count: sureness.olderSpaces };
  return [
    phrase(catalogue, name, { time }),
    ...(older.count > 0 ? [phrase(catalogue, 'olderSpaces', older)] : []),
  ];
}

/**
 * The verdict as a list of sentences. The desk also reads what to look at; the owner reads which
 * rule each reason comes from. Times are shown in `timeZone`; in UTC, which is said, without one.
 */
export function explainFor(
  reader: 'member' | 'desk' | 'owner',
  verdict: Verdict,
  catalogue: Catalogue = ENGLISH,
  timeZone: string | null = null,
): readonly string[] {
  const [, ...others] = verdict.reasons;
  const more = others.map((one) => reasonSentence(one, catalogue));
  const rules = verdict.reasons.map(({ code, rule }) => `${code} (${rule})`);
  const assumed = verdict.assumed.map(({ code, rule }) => {
    const text = fillText(catalogue.assumptions[code], {}, catalogue.formats);
    return reader === 'owner' ? `${text} (${rule})` : text;
  });
  const shown = verdict.shows.filter(({ code }) => reader === 'desk' || code !== 'PHOTO_ID');
  return [
    sentence(verdict, catalogue),
    ...more,
    ...(verdict.askGrant === 'needed' ? [phrase(catalogue, 'askGrant')] : []),
    ...leftTexts(verdict, catalogue),
    ...new Set(assumed),
    ...surenessTexts(verdict, catalogue, timeZone),
    ...shown.map((show) => showText(show, catalogue)),
    ...(reader === 'owner' ? rules : []),
  ];
}
