/** A listing in short texts: open or not, how fresh, how far, what is free. Pure. */

import {
  type Catalogue,
  type Listing,
  paymentOf,
  paymentText,
  type Seconds,
  type Venue,
  windowText,
} from '@covisa/protocol';
import { agoText, clockText, distanceText, moneyText, weekdayText } from '../i18n/formats.js';
import type { Language } from '../i18n/languages.js';
import type { Say } from '../i18n/words.js';
import { freeDaysAt } from '../terms/allowance.js';
import { openState } from './hours.js';
import type { Programme } from './programme.js';
import type { ListingsTable } from './words/load.js';

/** The language, the words of listings, and the protocol's own sentences in the same language. */
export interface ListingsSpeaker {
  readonly language: Language;
  readonly say: Say<ListingsTable>;
  readonly catalogue: Catalogue;
}

/** The name of a listing's space. */
export function nameText({ name }: Listing, { say }: ListingsSpeaker): string {
  return name === null || name.trim() === '' ? say('nameless') : name;
}

/** Whether a venue is open, and until or from when, by its own clock. */
export function openText(
  venue: Pick<Venue, 'hours' | 'timeZone'>,
  instant: Seconds,
  { language, say }: ListingsSpeaker,
): string {
  const state = openState(venue, instant);
  switch (state.kind) {
    case 'unknown':
      return say('hoursUnknown');
    case 'always':
      return say('openAlways');
    case 'closed':
      return say('closedAlways');
    case 'open':
      return say('openUntil', { time: clockText(language, state.untilMinutes) });
    case 'opens': {
      const time = clockText(language, state.atMinutes);
      if (state.inDays === 0) return say('opensToday', { time });
      if (state.inDays === 1) return say('opensTomorrow', { time });
      return say('opensOn', { time, weekday: weekdayText(language, state.weekday) });
    }
  }
}

/** When the space's node was last heard of. */
export function freshnessText(
  { status, ageSeconds }: Pick<Listing, 'status' | 'ageSeconds'>,
  { language, say }: ListingsSpeaker,
): string {
  if (ageSeconds === null) return say('quietNever');
  const ago = agoText(language, ageSeconds);
  return say(status === 'quiet' ? 'quiet' : 'listed', { ago });
}

/** How far it is; null where that is not known. */
export function awayText(metres: number | null, { language, say }: ListingsSpeaker): string | null {
  return metres === null ? null : say('away', { distance: distanceText(language, metres) });
}

/** The regular rate. */
export function rateText({ rate }: Pick<Listing, 'rate'>, { language, say }: ListingsSpeaker) {
  return rate === null ? say('rateUnknown') : say('rate', { rate: moneyText(language, rate) });
}

/** The programmes of a listing that are known here. */
export function programmesOf(
  { programmes }: Pick<Listing, 'programmes'>,
  known: readonly Programme[],
): readonly Programme[] {
  const ids = new Set(programmes.map(({ programme }) => programme));
  return known.filter(({ id }) => ids.has(id));
}

/** The free days of a visiting member, and what follows: `3 free days in the visa year, then …`. */
export function freeText(
  listing: Pick<Listing, 'programmes' | 'offer' | 'rate'>,
  known: readonly Programme[],
  { say, catalogue }: ListingsSpeaker,
): string {
  const all = programmesOf(listing, known).flatMap(
    (one) => freeDaysAt(one.terms, listing.offer) ?? [],
  );
  const [best] = [...all].sort((one, other) => other.count - one.count);
  if (best === undefined) return say('freeUnknown');
  const { count, unit, window, after } = best;
  return say('free', {
    days: say(unit === 'visits' ? 'freeVisits' : 'freeDays', { count }),
    window: windowText(window, catalogue),
    payment: paymentText(paymentOf(after, listing.rate), catalogue),
  });
}

/** The names of languages in a language: `German and English`. */
export function languageNamer(language: Language): (tag: string) => string {
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });
  return (tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      // A profile may name what is no language tag.
      return tag;
    }
  };
}
