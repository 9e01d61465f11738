/** Vectors of the chapter terms: verdicts with and without a grant, online and offline. */

import type { JudgeInput, Terms } from '@covisa/protocol';
import { asked, held, judged, NOW, offered, on, visitOf } from '../judge-material.js';
import { MELBOURNE, SHANGHAI } from '../material.js';
import type { Vector } from '../vector.js';

const offline: Terms = {
  offline: { homeAgeHours: { lower: 24, upper: 168 }, freePerHomeAndDay: { lower: 3, upper: 6 } },
};
const silent = (hours: number | null, changes: Partial<JudgeInput> = {}) =>
  visitOf(offline, {
    freshness: {
      homeHeartbeatAgeSeconds: hours === null ? null : hours * 3600,
      knownUpTo: NOW - 60,
      olderSpaces: 0,
    },
    ...changes,
  });
const many = (free: number, changes: Partial<JudgeInput> = {}) =>
  visitOf(offline, { today: { total: free, fromHome: free, freeFromHome: free }, ...changes });
const grant = { k: 0, host: SHANGHAI.id, date: on('2027-05-12'), weight: 1 } as const;
const granted = { grant, homeAnswer: 'granted' } as const;
const late: Terms = { lateEntry: { days: 2, otherwise: 'refuse' } };

export const consents: readonly Vector[] = [
  judged(
    'a visa that asks is free only with a grant',
    'JUDGE-7',
    held({}, { ask: true }),
    'paid',
    'GRANT_NEEDED',
  ),
  judged(
    'a visa that asks, with a grant',
    'JUDGE-7',
    held({}, { ask: true }, granted),
    'free',
    'FREE_DAY',
  ),
  judged(
    'a wallet says that a grant is to be asked for',
    'JUDGE-7',
    held({}, { ask: true }, { role: 'wallet' }),
    'free',
    'FREE_DAY',
    'GRANT_TO_BE_ASKED',
  ),
  judged(
    'a grant for another date that is not needed',
    'JUDGE-7',
    visitOf({}, { ...granted, grant: { ...grant, date: on('2027-05-13') } }),
    'free',
    'FREE_DAY',
    'GRANT_NOT_USED',
  ),
  judged(
    'a printed visa asks',
    'JUDGE-7',
    held({}, { static: true }, { presentation: 'static' }),
    'paid',
    'GRANT_NEEDED',
  ),
  judged(
    'a grant for another date is none',
    'JUDGE-7',
    held({}, { ask: true }, { ...granted, grant: { ...grant, date: on('2027-05-13') } }),
    'paid',
    'GRANT_NEEDED',
  ),
  judged(
    'a grant for another host is none',
    'JUDGE-7',
    held({}, { ask: true }, { ...granted, grant: { ...grant, host: MELBOURNE.id } }),
    'paid',
    'GRANT_NEEDED',
  ),
  judged(
    'a grant of half a day carries no whole one',
    'JUDGE-7',
    held({}, { ask: true }, { ...granted, grant: { ...grant, weight: 0.5 } }),
    'paid',
    'GRANT_NEEDED',
  ),
  judged(
    'a visit entered late needs a grant',
    'JUDGE-7',
    asked(late, { date: on('2027-05-10') }),
    'paid',
    'GRANT_NEEDED',
  ),
  judged(
    'a visit entered too late is refused',
    'JUDGE-7',
    asked(late, { date: on('2027-05-09') }, granted),
    'refuse',
    'LATE_ENTRY_TOO_OLD',
    'GRANT_NEEDED',
  ),
  judged(
    'the home said no',
    'JUDGE-7',
    visitOf({}, { homeAnswer: 'refused' }),
    'paid',
    'HOME_REFUSED',
  ),
  judged(
    'a home that was heard of three days ago warns',
    'JUDGE-8',
    silent(72),
    'free',
    'FREE_DAY',
    'OFFLINE_HOME_AGEING',
  ),
  judged(
    'a home that was silent for more than a week',
    'JUDGE-8',
    silent(169),
    'paid',
    'OFFLINE_HOME_SILENT',
  ),
  judged(
    'a home that nobody ever heard of',
    'JUDGE-8',
    silent(null),
    'paid',
    'OFFLINE_HOME_SILENT',
  ),
  judged('a grant lifts the offline limits', 'JUDGE-8', silent(null, granted), 'free', 'FREE_DAY'),
  judged(
    'min: the offline limits are those of the host alone',
    'JUDGE-8',
    offered(
      { ...offline, reciprocity: 'min' },
      { offline: { homeAgeHours: { lower: 1000, upper: 1000 } } },
      null,
      { freshness: { homeHeartbeatAgeSeconds: 169 * 3600, knownUpTo: NOW, olderSpaces: 0 } },
    ),
    'free',
    'FREE_DAY',
  ),
  judged(
    'the home has no offline limits',
    'JUDGE-8',
    silent(null, { role: 'home' }),
    'free',
    'FREE_DAY',
  ),
  judged(
    'the wallet has no offline limits',
    'JUDGE-8',
    silent(null, { role: 'wallet' }),
    'free',
    'FREE_DAY',
  ),
  judged(
    'the seventh free visit of a home on one date',
    'JUDGE-8',
    many(6),
    'paid',
    'OFFLINE_TOO_MANY',
  ),
  judged(
    'the fifth free visit of a home on one date warns',
    'JUDGE-8',
    many(4),
    'free',
    'FREE_DAY',
    'OFFLINE_MANY',
  ),
];
