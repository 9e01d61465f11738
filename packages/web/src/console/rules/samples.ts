/**
 * What rules do to sample visits: the questions that an owner asks, answered by the same `judge` as
 * at every desk.
 */

import {
  addDays,
  type CalendarDate,
  dayOfDate,
  type JudgedVisit,
  type JudgeInput,
  judge,
  localTime,
  type Offer,
  type Rate,
  type Seconds,
  spaceId,
  type Terms,
  type Venue,
  type Verdict,
} from '@covisa/protocol';

/** In the order in which they are shown. */
export const SAMPLES = [
  'first',
  'afterFree',
  'weekend',
  'newMember',
  'near',
  'card',
  'companion',
] as const;
export type SampleName = (typeof SAMPLES)[number];

export interface Sample {
  readonly name: SampleName;
  readonly verdict: Verdict;
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** The venue's own hours say that nobody is let in then. */
  readonly isClosed: boolean;
}

/** What the samples are judged by. */
export interface SampleRules {
  readonly terms: Terms;
  readonly offer: Offer | null;
  readonly venue: Pick<Venue, 'timeZone' | 'latitude' | 'longitude' | 'hours'>;
  readonly rate: Rate | null;
  readonly now: Seconds;
}

/** Two spaces that are nobody's. */
const HOME = spaceId.parse('A'.repeat(43));
const HOST = spaceId.parse(`${'A'.repeat(42)}E`);
const DAY_SECONDS = 86_400;
const MONDAY = 1;
const SATURDAY = 6;
const ARRIVAL_MINUTES = 10 * 60;
const DEFAULT_FREE_DAYS = 3;
/** About 20 km and about 560 km, in degrees of latitude. */
const NEAR_DEGREES = 0.18;
const FAR_DEGREES = 5;

/** 1 Monday to 7 Sunday. */
function weekdayOf(date: CalendarDate): number {
  // Day 0 is 1970-01-01, a Thursday.
  return ((dayOfDate(date) + 3) % 7) + 1;
}

/** Whether the venue is open at ten on a weekday, by its own hours; without any it is. */
function isOpen({ venue: { hours } }: SampleRules, weekday: number): boolean {
  if (hours === undefined) return true;
  return (hours[weekday - 1] ?? []).some(
    ({ from, to }) => from <= ARRIVAL_MINUTES && ARRIVAL_MINUTES < to,
  );
}

/** The weekday on which most samples come: the first that is open at ten, mostly Monday. */
function usualWeekday(rules: SampleRules): number {
  return [1, 2, 3, 4, 5, 6, 7].find((weekday) => isOpen(rules, weekday)) ?? MONDAY;
}

/** Ten o'clock on the next such weekday at the venue. */
function tenOnNext(weekday: number, { now, venue }: SampleRules): Seconds {
  let instant = now + DAY_SECONDS;
  while (weekdayOf(localTime(instant, venue.timeZone).date) !== weekday) instant += DAY_SECONDS;
  return instant + (ARRIVAL_MINUTES - localTime(instant, venue.timeZone).minutes) * 60;
}

function homeVenues({ venue }: SampleRules, degrees: number) {
  const { latitude, longitude } = venue;
  if (latitude === undefined || longitude === undefined) return [];
  const away = latitude > 0 ? latitude - degrees : latitude + degrees;
  return [{ latitude: away, longitude }];
}

/** The visits that use up what is free at one host. */
function usedUp(rules: SampleRules, before: CalendarDate): readonly JudgedVisit[] {
  const allowances = [...(rules.offer?.allowances ?? []), ...(rules.terms.allowances ?? [])];
  const days = allowances.filter(({ count }) => count === 'host').map((one) => one.days);
  const count = days.length === 0 ? DEFAULT_FREE_DAYS : Math.ceil(Math.max(...days));
  return Array.from({ length: count }, (_, index) => ({
    host: HOST,
    date: addDays(before, -1 - index),
    kind: 'free' as const,
    weight: 1 as const,
  }));
}

/** A member of a year, who arrives on a usual day at ten from far away. */
function usual(rules: SampleRules): JudgeInput {
  const at = tenOnNext(usualWeekday(rules), rules);
  const date = localTime(at, rules.venue.timeZone).date;
  return {
    role: 'host',
    instant: at,
    visa: {
      visaYearStart: addDays(date, -30),
      memberSince: addDays(date, -365),
      plan: 'full-time',
      ask: false,
      static: false,
      expiresAt: at + 7 * DAY_SECONDS,
    },
    presentation: 'host-bound',
    terms: rules.terms,
    roster: 0,
    home: {
      space: HOME,
      offer: null,
      venues: homeVenues(rules, FAR_DEGREES),
      prices: null,
      visitsAtHome: null,
    },
    host: { space: HOST, offer: rules.offer, open: true, venue: rules.venue, rate: rules.rate },
    usage: [],
    usageFrom: addDays(date, -30),
    homeAtHost: [],
    today: { total: 0, fromHome: 0, freeFromHome: 0 },
    local: { spaceRefused: null, visaRefused: null, full: false },
    freshness: { homeHeartbeatAgeSeconds: 60, knownUpTo: at - 60, olderSpaces: 0 },
    grant: null,
    homeAnswer: 'not-asked',
    request: {
      at,
      date: null,
      halfDay: false,
      stayMinutes: null,
      notice: null,
      party: { adults: 1, children: 0 },
    },
  };
}

function inputOf(name: SampleName, rules: SampleRules): JudgeInput {
  const input = usual(rules);
  const date = localTime(input.instant, rules.venue.timeZone).date;
  const { visa, home, request } = input;
  switch (name) {
    case 'first':
      return input;
    case 'afterFree':
      return { ...input, usage: usedUp(rules, date) };
    case 'weekend': {
      const at = tenOnNext(SATURDAY, rules);
      return {
        ...input,
        instant: at,
        visa: { ...visa, expiresAt: at + 7 * DAY_SECONDS },
        request: { ...request, at },
      };
    }
    case 'newMember':
      return { ...input, visa: { ...visa, memberSince: addDays(date, -14) } };
    case 'near':
      return { ...input, home: { ...home, venues: homeVenues(rules, NEAR_DEGREES) } };
    case 'card':
      // A printed card is free only with a grant: the sample shows what follows once it is given.
      return {
        ...input,
        presentation: 'static',
        visa: { ...visa, static: true },
        grant: { k: 0, host: HOST, date, weight: 1 },
        homeAnswer: 'granted',
      };
    case 'companion':
      return { ...input, request: { ...request, party: { adults: 2, children: 0 } } };
  }
}

/** All sample visits with their verdicts. */
export function judgeSamples(rules: SampleRules): readonly Sample[] {
  return SAMPLES.map((name) => {
    const weekday = name === 'weekend' ? SATURDAY : usualWeekday(rules);
    const verdict = judge(inputOf(name, rules));
    return { name, verdict, weekday, isClosed: !isOpen(rules, weekday) };
  });
}
