/** The verdict on a sample member, by the very `judge` that real visits are judged by. Pure. */

import {
  addDays,
  type CalendarDate,
  type JudgedGrant,
  type JudgedVisit,
  type JudgeInput,
  judge,
  type Offer,
  type Rate,
  type Seconds,
  type SpaceId,
  spaceId,
  type Terms,
  type Verdict,
} from '@covisa/protocol';
import type { VisitFacts } from '../node/desk-node.js';
import { daysHere, eligiblePlan, type Sample } from './samples.js';

/** The home of all samples. It is nobody's: no log has this hash. */
export const PRACTICE_HOME = spaceId.parse('PRACTICEpracticePRACTICEpracticePRACTICEprA');

const DAY = 86_400;
const HOUR = 3600;

/** The desk at which a sample arrives. */
export interface PracticeDesk {
  readonly host: SpaceId;
  readonly terms: Terms;
  readonly roster: number;
  readonly offer: Offer | null;
  readonly rate: Rate | null;
  readonly timeZone: string;
  readonly date: CalendarDate;
  readonly now: Seconds;
  readonly refusalReason: string;
}

/** One arrival of a sample. */
export interface PracticeArrival {
  readonly sample: Sample;
  readonly facts: VisitFacts;
  readonly date: CalendarDate | null;
  readonly homeAnswer: JudgeInput['homeAnswer'];
  /** What was recorded in this practice before. */
  readonly visits: readonly JudgedVisit[];
}

/** Earlier visits of a sample here, a week apart, within the visa year. */
function earlier({ id }: Sample, { terms, host, date }: PracticeDesk): readonly JudgedVisit[] {
  const days = daysHere(terms);
  const count = id === 'used' ? days : id === 'last' ? Math.max(0, days - 1) : 0;
  return Array.from({ length: count }, (_, n) => ({
    host,
    date: addDays(date, -7 * (n + 1)),
    kind: 'free' as const,
    weight: 1 as const,
  }));
}

function visaOf({ id }: Sample, { terms, date, now }: PracticeDesk): JudgeInput['visa'] {
  return {
    visaYearStart: addDays(date, -360),
    memberSince: addDays(date, -900),
    plan: eligiblePlan(terms),
    ask: id === 'ask',
    static: id === 'card',
    expiresAt: id === 'ended' ? now - DAY : now + 20 * DAY,
  };
}

function grantOf(
  { homeAnswer, date, facts }: PracticeArrival,
  desk: PracticeDesk,
): JudgedGrant | null {
  if (homeAnswer !== 'granted') return null;
  const weight = facts.halfDay ? 0.5 : 1;
  return { k: 0, host: desk.host, date: date ?? desk.date, weight };
}

function requestOf({ facts, date }: PracticeArrival, now: Seconds): JudgeInput['request'] {
  const { halfDay, party, notice } = facts;
  const given = { kind: 'booking', givenAt: now - 72 * HOUR, answer: 'welcome' } as const;
  return {
    at: date === null ? now : null,
    date,
    halfDay,
    stayMinutes: null,
    notice: notice ? given : null,
    party: { adults: 1 + party, children: 0 },
  };
}

/** The verdict. */
export function judgeSample(arrival: PracticeArrival, desk: PracticeDesk): Verdict {
  const { sample, visits, homeAnswer } = arrival;
  const { host, offer, rate, timeZone, terms, roster, now } = desk;
  const visa = visaOf(sample, desk);
  const isSilent = sample.id === 'offline';
  const today = visits.filter(({ date }) => date === desk.date).length;
  return judge({
    role: 'host',
    instant: now,
    visa,
    presentation: visa.static ? 'static' : 'open',
    terms,
    roster,
    home: { space: PRACTICE_HOME, offer: null, venues: [], prices: null, visitsAtHome: null },
    host: { space: host, offer, open: true, venue: { timeZone }, rate },
    usage: [...earlier(sample, desk), ...visits],
    usageFrom: visa.visaYearStart,
    homeAtHost: [],
    today: { total: today, fromHome: today, freeFromHome: today },
    local: {
      spaceRefused: sample.id === 'refused' ? desk.refusalReason : null,
      visaRefused: null,
      full: false,
    },
    freshness: {
      homeHeartbeatAgeSeconds: isSilent ? 12 * DAY : HOUR / 2,
      knownUpTo: isSilent ? now - 12 * DAY : now - 60,
      olderSpaces: isSilent ? 1 : 0,
    },
    grant: grantOf(arrival, desk),
    homeAnswer,
    request: requestOf(arrival, now),
  });
}
