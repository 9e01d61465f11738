/**
 * The wallet's own question, "may I go there on that day, and what would I pay?", put to the same
 * `judge` as desk and home ask, from what the home told last.
 */

import { placeOf } from '../bytes/distance.js';
import type { CalendarDate, Seconds, SpaceId } from '../ids.js';
import type { Venue } from '../log/entry-shapes.js';
import { isBetterVerdict, judge } from '../terms/judge.js';
import { judgedVisa } from '../terms/judged-visa.js';
import { daysUnder } from '../terms/programme-days.js';
import type { JudgeInput, Verdict, VisitRequest } from '../terms/verdict.js';
import type { VisaClaims } from '../visa/claims.js';
import type { WalletOverview, WalletProgramme } from './overview.js';

/** A plan: where and when. */
export interface WalletPlan {
  readonly host: SpaceId;
  /** A venue of the host by its id; null: its first. */
  readonly venue: string | null;
  readonly date: CalendarDate;
  readonly instant: Seconds;
  readonly halfDay: boolean;
  /** What was said to the host beforehand; null: nothing. */
  readonly notice: VisitRequest['notice'];
}

/** The verdict by the programme that serves the member best. */
export interface WalletVerdict {
  readonly programme: WalletProgramme;
  readonly venue: Venue;
  readonly verdict: Verdict;
}

/**
 * The days that count under the programme. A free day that was granted is as good as used, but
 * where the plan is about that very day.
 */
function usedDays(
  { days, granted }: WalletOverview,
  { id }: WalletProgramme,
  { host, date }: WalletPlan,
): JudgeInput['usage'] {
  const open = granted.filter((one) => one.host !== host || one.date !== date);
  return [...daysUnder(id, host, days), ...open.map((one) => ({ ...one, kind: 'free' as const }))];
}

/** The programme's terms on a day to come. */
function termsFor(
  { terms, roster, coming = [] }: WalletProgramme,
  date: CalendarDate,
): Pick<JudgeInput, 'terms' | 'roster'> {
  const later = coming.findLast(({ from }) => from <= date);
  return later ? { terms: later.terms, roster: later.roster } : { terms, roster };
}

/**
 * What `judge` is given for a plan under one programme's terms; null: the host has no such venue.
 */
export function walletInput(
  overview: WalletOverview,
  claims: VisaClaims,
  programme: WalletProgramme,
  plan: WalletPlan,
): (JudgeInput & { readonly host: { readonly venue: Venue } }) | null {
  const { home, directory, homeAtHost, usageKnownUpTo, olderSpaces } = overview;
  const listing = directory.find(({ space }) => space === plan.host);
  const venues = listing?.venues ?? [];
  const venue = plan.venue === null ? venues[0] : venues.find(({ id }) => id === plan.venue);
  if (listing === undefined || venue === undefined) return null;
  return {
    role: 'wallet',
    instant: plan.instant,
    visa: judgedVisa(claims),
    presentation: 'none',
    ...termsFor(programme, plan.date),
    home: {
      space: home.space,
      offer: home.offer,
      venues: home.venues.flatMap((one) => placeOf(one) ?? []),
      prices: null,
      visitsAtHome: null,
    },
    host: { space: plan.host, offer: listing.offer, open: true, venue, rate: listing.rate },
    usage: usedDays(overview, programme, plan),
    usageFrom: claims.yearStart,
    homeAtHost: homeAtHost.find(({ host }) => host === plan.host)?.days ?? [],
    today: null,
    local: { spaceRefused: null, visaRefused: null, full: false },
    freshness: { homeHeartbeatAgeSeconds: 0, knownUpTo: usageKnownUpTo, olderSpaces },
    grant: null,
    homeAnswer: 'not-asked',
    request: {
      at: null,
      date: plan.date,
      halfDay: plan.halfDay,
      stayMinutes: null,
      notice: plan.notice,
      party: { adults: 1, children: 0 },
    },
  };
}

/**
 * The best verdict on a plan; null where home and host share no programme, or the host is not
 * listed.
 */
export function judgePlan(
  overview: WalletOverview,
  claims: VisaClaims,
  plan: WalletPlan,
): WalletVerdict | null {
  let best: WalletVerdict | null = null;
  for (const programme of overview.programmes) {
    if (!programme.spaces.includes(plan.host)) continue;
    const input = walletInput(overview, claims, programme, plan);
    if (input === null) continue;
    const verdict = judge(input);
    if (best === null || isBetterVerdict(verdict, best.verdict)) {
      best = { programme, venue: input.host.venue, verdict };
    }
  }
  return best;
}
