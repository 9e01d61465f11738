/** "May I go there on that day?", from what the home told last. Pure. */

import {
  type CalendarDate,
  calendarDate,
  judgePlan,
  type Seconds,
  type SpaceId,
  venueClock,
  type WalletVerdict,
} from '@covisa/protocol';
import type { ClaimedCard } from '../store/cards.js';
import { claimsOf, overviewOf } from '../store/read-card.js';

/** A question. */
export interface Question {
  readonly host: SpaceId;
  /** Null: the space's first. */
  readonly venue: string | null;
  /** Null: today, by the venue's clock. */
  readonly date: CalendarDate | null;
  readonly halfDay: boolean;
}

/** Today at a venue of a space; null where the home does not list it. */
export function todayThere(
  card: ClaimedCard,
  { host, venue }: Pick<Question, 'host' | 'venue'>,
  instant: Seconds,
): CalendarDate | null {
  const listing = overviewOf(card)?.directory.find(({ space }) => space === host);
  const venues = listing?.venues ?? [];
  const place = venue === null ? venues[0] : venues.find(({ id }) => id === venue);
  return place === undefined ? null : venueClock(instant, place.timeZone).date;
}

/** The verdict; null where the home and the space share no programme, or it is not listed. */
export function askPlan(
  card: ClaimedCard,
  question: Question,
  instant: Seconds,
): WalletVerdict | null {
  const overview = overviewOf(card);
  if (overview === null) return null;
  const { host, venue, halfDay } = question;
  const date = question.date ?? todayThere(card, question, instant);
  if (date === null) return null;
  return judgePlan(overview, claimsOf(card), { host, venue, date, halfDay, instant, notice: null });
}

/** Reads what a date field holds; null for anything else. */
export function parseDay(text: string): CalendarDate | null {
  try {
    return calendarDate.parse(text);
  } catch {
    return null;
  }
}
