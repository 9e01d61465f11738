/** One ordinary visit at a desk, of which each test changes what it is about. */

import type {
  CalendarDate,
  JudgedVisit,
  JudgeInput,
  Offer,
  SpaceId,
  Terms,
  VisitKind,
  Weight,
} from '@covisa/protocol';

export const HOME = 'HomeHomeHomeHomeHomeHomeHomeHomeHomeHomeHoA' as SpaceId;
export const HOST = 'HostHostHostHostHostHostHostHostHostHostHoA' as SpaceId;
export const OTHER = 'OtherOtherOtherOtherOtherOtherOtherOtherOtA' as SpaceId;
export const THIRD = 'ThirdThirdThirdThirdThirdThirdThirdThirdThA' as SpaceId;

/** A date in a test is what it says. */
export function date(text: string): CalendarDate {
  return text as CalendarDate;
}

/** Seconds since 1970 of an instant in ISO 8601. */
export function at(text: string): number {
  return Date.parse(text) / 1000;
}

/** A visit that is already there. */
export function visit(
  on: string,
  host: SpaceId = HOST,
  kind: VisitKind = 'free',
  weight: Weight = 1,
): JudgedVisit {
  return { host, date: date(on), kind, weight };
}

/**
 * Wednesday 12 May 2027, 09:00 in Berlin; venue open 08:00 to 18:00 on weekdays; home in Melbourne.
 */
export const NOW = at('2027-05-12T07:00:00Z');

const WEEKDAY = [{ from: 480, to: 1080 }];

/** The ordinary visit. */
export function input(terms: Terms, changes: Partial<JudgeInput> = {}): JudgeInput {
  return {
    role: 'host',
    instant: NOW,
    visa: {
      visaYearStart: date('2027-01-01'),
      memberSince: date('2027-01-01'),
      plan: 'full',
      ask: false,
      static: false,
      expiresAt: at('2027-06-01T00:00:00Z'),
    },
    presentation: 'open',
    terms,
    roster: 4,
    home: {
      space: HOME,
      offer: null,
      venues: [{ latitude: -37.81, longitude: 144.96 }],
      prices: null,
      visitsAtHome: null,
    },
    host: {
      space: HOST,
      offer: null,
      open: true,
      venue: {
        timeZone: 'Europe/Berlin',
        latitude: 52.52,
        longitude: 13.4,
        hours: [WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, [], []],
      },
      rate: { amount: 2500, currency: 'EUR' },
    },
    usage: [],
    usageFrom: date('2027-01-01'),
    homeAtHost: [],
    today: { total: 0, fromHome: 0, freeFromHome: 0 },
    local: { spaceRefused: null, visaRefused: null, full: false },
    freshness: { homeHeartbeatAgeSeconds: 600, knownUpTo: NOW - 60, olderSpaces: 0 },
    grant: null,
    homeAnswer: 'not-asked',
    request: {
      at: null,
      date: null,
      halfDay: false,
      stayMinutes: null,
      notice: null,
      party: { adults: 1, children: 0 },
    },
    ...changes,
  };
}

type Request = JudgeInput['request'];
type Visa = JudgeInput['visa'];

/** The ordinary visit with another request. */
export function asked(terms: Terms, request: Partial<Request>, changes: Partial<JudgeInput> = {}) {
  const base = input(terms, changes);
  return { ...base, request: { ...base.request, ...request } };
}

/** The ordinary visit with another visa. */
export function held(terms: Terms, visa: Partial<Visa>, changes: Partial<JudgeInput> = {}) {
  const base = input(terms, changes);
  return { ...base, visa: { ...base.visa, ...visa } };
}

/** The ordinary visit where host and home have offers. */
export function offered(
  terms: Terms,
  host: Offer | null,
  home: Offer | null = null,
  changes: Partial<JudgeInput> = {},
): JudgeInput {
  const base = input(terms, changes);
  return { ...base, host: { ...base.host, offer: host }, home: { ...base.home, offer: home } };
}
