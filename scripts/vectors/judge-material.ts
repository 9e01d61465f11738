/** One ordinary visit, of which each vector of the verdict changes what it is about. */

import {
  type JudgedVisit,
  type JudgeInput,
  judge,
  type Offer,
  parseCalendarDate,
  type ReasonCode,
  type Terms,
  type Verdict,
} from '@covisa/protocol';
import { MELBOURNE, SHANGHAI, type Space } from './material.js';
import { type Vector, vectorsOf } from './vector.js';

const verdict = vectorsOf('judge');

/** Seconds since 1970 of an instant in ISO 8601. */
export function at(text: string): number {
  return Date.parse(text) / 1000;
}

/** A date. */
export const on = parseCalendarDate;

/** Wednesday 12 May 2027, 09:00 in Berlin, where the host's venue is in these vectors. */
export const NOW = at('2027-05-12T07:00:00Z');

/** A visit that is there already: free and of a whole day, unless it says otherwise. */
export function visit(
  date: string,
  host: Space = SHANGHAI,
  changes: Partial<JudgedVisit> = {},
): JudgedVisit {
  return { host: host.id, date: on(date), kind: 'free', weight: 1, ...changes };
}

const WEEKDAY = [{ from: 480, to: 1080 }];

/** The ordinary visit: open 08:00 to 18:00 on weekdays, nothing used, home in Melbourne. */
export function visitOf(terms: Terms, changes: Partial<JudgeInput> = {}): JudgeInput {
  return {
    role: 'host',
    instant: NOW,
    visa: {
      visaYearStart: on('2027-01-01'),
      memberSince: on('2027-01-01'),
      plan: 'full',
      ask: false,
      static: false,
      expiresAt: at('2027-06-01T00:00:00Z'),
    },
    presentation: 'open',
    terms,
    roster: 4,
    home: {
      space: MELBOURNE.id,
      offer: null,
      venues: [{ latitude: -37.81, longitude: 144.96 }],
      prices: null,
      visitsAtHome: null,
    },
    host: {
      space: SHANGHAI.id,
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
    usageFrom: on('2027-01-01'),
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

/** The ordinary visit with another request. */
export function asked(
  terms: Terms,
  request: Partial<JudgeInput['request']>,
  changes: Partial<JudgeInput> = {},
): JudgeInput {
  const base = visitOf(terms, changes);
  return { ...base, request: { ...base.request, ...request } };
}

/** The ordinary visit with another visa. */
export function held(
  terms: Terms,
  visa: Partial<JudgeInput['visa']>,
  changes: Partial<JudgeInput> = {},
): JudgeInput {
  const base = visitOf(terms, changes);
  return { ...base, visa: { ...base.visa, ...visa } };
}

/** The ordinary visit where the host, and perhaps the home, have offers. */
export function offered(
  terms: Terms,
  host: Offer,
  home: Offer | null = null,
  changes: Partial<JudgeInput> = {},
): JudgeInput {
  const base = visitOf(terms, changes);
  return { ...base, host: { ...base.host, offer: host }, home: { ...base.home, offer: home } };
}

/**
 * A vector of the verdict. Its author says outcome and reasons; the rest of the verdict is our
 * library's, and what the author said is held against it.
 */
export function judged(
  title: string,
  rules: string,
  input: JudgeInput,
  outcome: Verdict['outcome'],
  ...codes: readonly ReasonCode[]
): Vector {
  const answer = judge(input);
  const got = [answer.outcome, ...answer.reasons.map(({ code }) => code)].join(' ');
  const expected = [outcome, ...codes].join(' ');
  if (got !== expected) throw new Error(`${title}: expected ${expected}, got ${got}`);
  return verdict.ok(`verdict: ${title}`, rules, input, answer);
}
