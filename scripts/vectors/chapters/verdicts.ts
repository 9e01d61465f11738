/** Vectors of the chapter terms: verdicts by what was used and when. */

import type { JudgeInput, Terms } from '@covisa/protocol';
import { asked, at, held, judged, NOW, on, visit, visitOf } from '../judge-material.js';
import { SHANGHAI, SYDNEY } from '../material.js';
import type { Vector } from '../vector.js';

const two: Terms = { allowances: [{ days: 2, count: 'host', window: 'visa-year' }] };
const five: Terms = { allowances: [{ days: 5, count: 'programme', window: 'calendar-month' }] };
const rolling: Terms = { allowances: [{ days: 2, count: 'host', window: 'P30D' }] };
const both: Terms = { allowances: [...(two.allowances ?? []), ...(five.allowances ?? [])] };
const halves: Terms = { ...two, halfDays: { allowed: true, percent: 50 } };
const home: Terms = { allowances: [{ days: 3, count: 'home-at-host', window: 'calendar-month' }] };

function using(terms: Terms, ...usage: JudgeInput['usage']): JudgeInput {
  return visitOf(terms, { usage });
}

const [first, second] = [visit('2027-02-01'), visit('2027-02-02')];
const may = (day: number, host = SYDNEY) => visit(`2027-05-0${day}`, host);

const allowances: readonly Vector[] = [
  judged('without terms a visit is free', 'JUDGE-5', visitOf({}), 'free', 'FREE_DAY'),
  judged('the first of two days is free', 'JUDGE-4', visitOf(two), 'free', 'FREE_DAY'),
  judged(
    'the third of two days is paid',
    'JUDGE-4',
    using(two, first, second),
    'paid',
    'ALLOWANCE_HOST_USED',
  ),
  judged(
    'days at another host use nothing of an allowance per host',
    'JUDGE-4',
    using(two, visit('2027-02-01', SYDNEY), visit('2027-02-02', SYDNEY)),
    'free',
    'FREE_DAY',
  ),
  judged(
    'paid visits and courtesies use nothing',
    'JUDGE-4',
    using(
      two,
      visit('2027-02-01', SHANGHAI, { kind: 'paid' }),
      visit('2027-02-02', SHANGHAI, { kind: 'courtesy' }),
    ),
    'free',
    'FREE_DAY',
  ),
  judged(
    'the same visit listed three times is one',
    'JUDGE-3',
    using(two, first, first, first),
    'free',
    'FREE_DAY',
  ),
  judged(
    'half a day beside a whole one of the same date is the whole one',
    'JUDGE-3',
    using(two, first, { ...first, weight: 0.5 }),
    'free',
    'FREE_DAY',
  ),
  judged(
    'the order of the usage means nothing',
    'JUDGE-3',
    using(two, second, first),
    'paid',
    'ALLOWANCE_HOST_USED',
  ),
  judged(
    'days in the whole programme',
    'JUDGE-4',
    using(five, may(1), may(2), may(3), may(4), may(5)),
    'paid',
    'ALLOWANCE_PROGRAMME_USED',
  ),
  judged(
    'a day that is another’s proof counts at its own host alone',
    'JUDGE-4',
    using(five, may(1), may(2), may(3), may(4), visit('2027-05-05', SYDNEY, { shared: true })),
    'free',
    'FREE_DAY',
  ),
  judged(
    'all allowances have to hold',
    'JUDGE-5',
    using(both, first, second),
    'paid',
    'ALLOWANCE_HOST_USED',
  ),
  judged(
    'two half days are one',
    'JUDGE-4',
    using(
      halves,
      visit('2027-02-01', SHANGHAI, { weight: 0.5 }),
      visit('2027-02-02', SHANGHAI, { weight: 0.5 }),
    ),
    'free',
    'FREE_DAY',
  ),
  judged(
    'a half day fits where a whole one does not',
    'JUDGE-4',
    asked(
      halves,
      { halfDay: true },
      { usage: [first, visit('2027-02-02', SHANGHAI, { weight: 0.5 })] },
    ),
    'free',
    'FREE_DAY',
  ),
  judged(
    'days of all members of a home at a host',
    'JUDGE-4',
    visitOf(home, { homeAtHost: [{ date: on('2027-05-03'), weight: 3, visits: 3 }] }),
    'paid',
    'ALLOWANCE_HOME_AT_HOST_USED',
  ),
  judged(
    'a rolling window holds its thirtieth day',
    'JUDGE-6',
    using(rolling, visit('2027-04-13'), visit('2027-05-01')),
    'paid',
    'ALLOWANCE_HOST_USED',
  ),
  judged(
    'a rolling window has left its thirty-first day behind',
    'JUDGE-6',
    using(rolling, visit('2027-04-12'), visit('2027-05-01')),
    'free',
    'FREE_DAY',
  ),
  judged(
    'a visit fits into the windows that end on later visits too',
    'JUDGE-6',
    using(rolling, visit('2027-05-13'), visit('2027-06-10')),
    'paid',
    'ALLOWANCE_HOST_USED',
  ),
  judged(
    'of later visits those count that share a window',
    'JUDGE-6',
    using(rolling, visit('2027-05-13'), visit('2027-06-12')),
    'free',
    'FREE_DAY',
  ),
  judged(
    'a window that is full later and begins after the visit means nothing',
    'JUDGE-6',
    using(rolling, visit('2027-06-12'), visit('2027-06-13')),
    'free',
    'FREE_DAY',
  ),
  judged(
    'a class of half price',
    'JUDGE-5',
    visitOf({
      allowances: [{ days: 0, count: 'host', window: 'visa-year' }],
      after: { kind: 'discount', percent: 50 },
    }),
    'paid',
    'ALLOWANCE_HOST_USED',
  ),
  judged(
    'what follows an allowance may be a refusal',
    'JUDGE-5',
    using({ ...two, after: { kind: 'refuse' } }, first, second),
    'refuse',
    'ALLOWANCE_HOST_USED',
  ),
];

const black = (otherwise: 'pay' | 'refuse'): Terms => ({
  blackout: { days: [{ name: 'Founders’ day', yearly: '05-12' }], otherwise },
});
const local = { spaceRefused: null, visaRefused: null, full: false };
const base = visitOf(two);

const settled: readonly Vector[] = [
  judged(
    'a second scan on the same date is the same visit',
    'JUDGE-2',
    using(two, first, second, visit('2027-05-12')),
    'free',
    'SAME_DAY',
  ),
  judged(
    'a second scan after a paid visit costs nothing again',
    'JUDGE-2',
    using(two, visit('2027-05-12', SHANGHAI, { kind: 'paid' })),
    'paid',
    'SAME_DAY',
  ),
  judged(
    'a visa on the host’s own list',
    'JUDGE-1',
    visitOf(two, { local: { ...local, visaRefused: 'see me' } }),
    'refuse',
    'VISA_REFUSED',
  ),
  judged(
    'a home on the host’s own list',
    'JUDGE-1',
    visitOf(two, { local: { ...local, spaceRefused: 'unpaid' } }),
    'refuse',
    'SPACE_REFUSED',
  ),
  judged(
    'a visa and its home on the host’s own list',
    'JUDGE-1',
    visitOf(two, { local: { ...local, visaRefused: 'see me', spaceRefused: 'unpaid' } }),
    'refuse',
    'SPACE_REFUSED',
    'VISA_REFUSED',
  ),
  judged(
    'a visit on the same date at another host is another visit',
    'JUDGE-2',
    using(two, visit('2027-05-12', SYDNEY)),
    'free',
    'FREE_DAY',
  ),
  judged(
    'a host that takes nobody',
    'JUDGE-1',
    visitOf(two, { host: { ...base.host, open: false } }),
    'refuse',
    'HOST_NOT_TAKING',
  ),
  judged(
    'a visa in the second of its expiry',
    'JUDGE-1',
    held(two, { expiresAt: NOW }),
    'refuse',
    'VISA_EXPIRED',
  ),
  judged(
    'what the host refuses is refused on the same date too',
    'JUDGE-1 JUDGE-2',
    visitOf(two, { usage: [visit('2027-05-12')], local: { ...local, visaRefused: 'see me' } }),
    'refuse',
    'VISA_REFUSED',
  ),
  judged(
    'a rule that refuses decides before one that costs',
    'JUDGE-5',
    using({ ...black('refuse'), ...two }, first, second),
    'refuse',
    'BLACKOUT',
    'ALLOWANCE_HOST_USED',
  ),
  judged(
    'of two rules that cost the first decides',
    'JUDGE-5',
    using({ ...black('pay'), ...two }, first, second),
    'paid',
    'BLACKOUT',
    'ALLOWANCE_HOST_USED',
  ),
  judged(
    'a venue in a zone that nobody knows has the date of UTC',
    'JUDGE-9',
    visitOf(two, {
      instant: at('2027-05-12T23:30:00Z'),
      host: { ...base.host, venue: { ...base.host.venue, timeZone: 'Moon/Tycho' } },
    }),
    'free',
    'FREE_DAY',
  ),
  judged(
    'the date is that of the venue',
    'JUDGE-2',
    visitOf(two, { instant: at('2027-05-12T22:30:00Z'), usage: [visit('2027-05-13')] }),
    'free',
    'SAME_DAY',
  ),
  judged(
    'before the day boundary it is still the day before',
    'JUDGE-2',
    visitOf(
      { ...two, dayBoundary: 180 },
      { instant: at('2027-05-12T22:30:00Z'), usage: [visit('2027-05-12')] },
    ),
    'free',
    'SAME_DAY',
  ),
];

export const verdicts: readonly Vector[] = [...allowances, ...settled];
