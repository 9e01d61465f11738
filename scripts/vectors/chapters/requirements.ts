/** Vectors of the chapter terms: verdicts by rules of venue and member, and by offers. */

import type { JudgeInput, Offer, Terms } from '@covisa/protocol';
import { asked, at, held, judged, NOW, offered, on, visit, visitOf } from '../judge-material.js';
import { MELBOURNE, SHANGHAI } from '../material.js';
import type { Vector } from '../vector.js';

const opening: Terms = { hours: { opening: true, otherwise: 'refuse' } };
const when = (terms: Terms, instant: string) => visitOf(terms, { instant: at(instant) });
const capacity: Terms = { capacity: { perDay: 5, perHome: 2, spaceAllowing: true } };
const counted = (total: number, fromHome: number, full = false) =>
  visitOf(capacity, {
    today: { total, fromHome, freeFromHome: 0 },
    local: { spaceRefused: null, visaRefused: null, full },
  });
const easter: Terms = { blackout: { days: [{ easter: -2 }] } };
const booking: Terms = { notice: { kind: 'booking', hours: 24, lapsesAfterHours: 12 } };
const noticed = (hours: number, answer: 'none' | 'welcome' | 'declined') =>
  asked(booking, { notice: { kind: 'booking', givenAt: NOW - hours * 3600, answer } });
const shy: Terms = { staticVisas: 'refuse' };

const venue: readonly Vector[] = [
  judged(
    'a minute before the opening hours',
    'JUDGE-5',
    when(opening, '2027-05-12T05:59:00Z'),
    'refuse',
    'OUTSIDE_HOURS',
  ),
  judged(
    'the first minute of the opening hours',
    'JUDGE-5',
    when(opening, '2027-05-12T06:00:00Z'),
    'free',
    'FREE_DAY',
  ),
  judged(
    'the minute at which the opening hours end',
    'JUDGE-5',
    when(opening, '2027-05-12T16:00:00Z'),
    'refuse',
    'OUTSIDE_HOURS',
  ),
  judged(
    'a weekday on which the venue is closed',
    'JUDGE-5',
    when(opening, '2027-05-15T08:00:00Z'),
    'refuse',
    'VENUE_CLOSED',
  ),
  judged('Good Friday', 'JUDGE-5', when(easter, '2027-03-26T08:00:00Z'), 'paid', 'BLACKOUT'),
  judged(
    'the day after Good Friday',
    'JUDGE-5',
    when(easter, '2027-03-27T08:00:00Z'),
    'free',
    'FREE_DAY',
  ),
  judged('the sixth visiting member of a day', 'JUDGE-5', counted(5, 1), 'paid', 'CAPACITY_DAY'),
  judged('the third member of one home', 'JUDGE-5', counted(2, 2), 'paid', 'CAPACITY_HOME'),
  judged('a full room', 'JUDGE-5', counted(0, 0, true), 'paid', 'CAPACITY_FULL'),
  judged('a booking that is missing', 'JUDGE-5', visitOf(booking), 'paid', 'NOTICE_MISSING'),
  judged(
    'a booking of a day before that was welcomed',
    'JUDGE-5',
    noticed(24, 'welcome'),
    'free',
    'FREE_DAY',
  ),
  judged('a booking of 23 hours before', 'JUDGE-5', noticed(23, 'welcome'), 'paid', 'NOTICE_SHORT'),
  judged(
    'a booking that was declined',
    'JUDGE-5',
    noticed(30, 'declined'),
    'paid',
    'NOTICE_DECLINED',
  ),
  judged(
    'a booking that nobody answered in time',
    'JUDGE-5',
    noticed(30, 'none'),
    'paid',
    'NOTICE_LAPSED',
  ),
  judged(
    'a printed visa where none is taken',
    'JUDGE-5',
    held(shy, { static: true }, { presentation: 'static' }),
    'refuse',
    'STATIC_NOT_ACCEPTED',
    'GRANT_NEEDED',
  ),
];

const plans: Terms = {
  eligible: { plans: { only: ['full'] }, membership: 'P1M', otherwise: 'refuse' },
};
const near: Terms = { distance: { km: 144.84 } };
const from = (terms: Terms, latitude: number, longitude: number): JudgeInput => {
  const base = visitOf(terms);
  return { ...base, home: { ...base.home, venues: [{ latitude, longitude }] } };
};
const row: Terms = { consecutive: { days: 2 } };
const rows = (...dates: readonly string[]) =>
  visitOf(row, { usage: dates.map((one) => visit(one)) });
const party: Terms = { party: { companions: 0, otherwise: 'refuse' } };
const people = (terms: Terms, adults: number) => asked(terms, { party: { adults, children: 0 } });
const share: Terms = { homeShare: { percent: 50, window: 'P30D' } };
const price: Terms = { eligible: { price: [{ amount: 20_000, currency: 'EUR' }] } };
const atHome = (terms: Terms, change: Partial<JudgeInput['home']>): JudgeInput => {
  const base = visitOf(terms, { role: 'home' });
  return { ...base, home: { ...base.home, ...change } };
};

const member: readonly Vector[] = [
  judged('a plan that the terms take', 'JUDGE-5', visitOf(plans), 'free', 'FREE_DAY'),
  judged(
    'a plan that the terms do not take',
    'JUDGE-5',
    held(plans, { plan: 'day' }),
    'refuse',
    'PLAN_NOT_ELIGIBLE',
  ),
  judged(
    'a membership of a day too few',
    'JUDGE-5',
    held(plans, { memberSince: on('2027-04-13') }),
    'refuse',
    'MEMBERSHIP_TOO_SHORT',
  ),
  judged(
    'a membership of a month',
    'JUDGE-5',
    held(plans, { memberSince: on('2027-04-12') }),
    'free',
    'FREE_DAY',
  ),
  judged('a home that is too near', 'JUDGE-5', from(near, 52.4, 13.06), 'paid', 'TOO_NEAR'),
  judged('a home that is far enough', 'JUDGE-5', from(near, 51.34, 12.37), 'free', 'FREE_DAY'),
  judged(
    'a third day in a row',
    'JUDGE-5',
    rows('2027-05-10', '2027-05-11'),
    'paid',
    'CONSECUTIVE_DAYS_USED',
  ),
  judged(
    'a third day after a pause',
    'JUDGE-5',
    rows('2027-05-09', '2027-05-10'),
    'free',
    'FREE_DAY',
  ),
  judged(
    'a companion where none may come along',
    'JUDGE-5',
    people(party, 2),
    'refuse',
    'PARTY_TOO_LARGE',
  ),
  judged(
    'a companion who pays',
    'JUDGE-5',
    people({ party: { companions: 0 } }, 2),
    'free',
    'FREE_DAY',
    'COMPANIONS_PAY',
  ),
  judged(
    'a share of visits at home is assumed by a host',
    'JUDGE-5',
    visitOf(share),
    'free',
    'FREE_DAY',
  ),
  judged(
    'a share of visits at home is known at home',
    'JUDGE-5',
    atHome(share, { visitsAtHome: [] }),
    'paid',
    'HOME_SHARE_LOW',
  ),
  judged(
    'a plan that costs too little, as the home knows',
    'JUDGE-5',
    atHome(price, { prices: { full: { amount: 19_999, currency: 'EUR' } } }),
    'paid',
    'PRICE_TOO_LOW',
  ),
];

const two: Terms = { allowances: [{ days: 2, count: 'host', window: 'visa-year' }] };
const left: Terms = { ...two, hostDecides: ['allowances'] };
const three: Offer = { allowances: [{ days: 3, count: 'host', window: 'visa-year' }] };
const none: Offer = { allowances: [{ days: 0, count: 'host', window: 'visa-year' }] };
const used = { usage: [visit('2027-02-01'), visit('2027-02-02')] };
/** Plans that no visa of these vectors has. */
const other: Terms = { eligible: { plans: { only: ['part'] }, otherwise: 'refuse' } };
const min: Terms = { ...two, reciprocity: 'min' };
const agree = (space: string, days: number): Offer => ({
  agreements: [
    {
      space: space as typeof MELBOURNE.id,
      allowances: [{ days, count: 'host', window: 'visa-year' }],
    },
  ],
});

const offers: readonly Vector[] = [
  judged(
    'an offer adds to the terms',
    'TERMS-3',
    offered(two, three, null, used),
    'free',
    'FREE_DAY',
  ),
  judged(
    'an offer takes nothing away from the terms',
    'TERMS-3',
    offered(two, none),
    'free',
    'FREE_DAY',
  ),
  judged(
    'an offer takes away what the terms leave to the host',
    'TERMS-3',
    offered(left, none),
    'paid',
    'ALLOWANCE_HOST_USED',
  ),
  judged(
    'an offer of a family that the terms leave to the host stands alone',
    'TERMS-3',
    offered(left, three, null, used),
    'free',
    'FREE_DAY',
  ),
  judged(
    'min: what the host offers is no more than what the home offers',
    'TERMS-4',
    offered(min, three, null, used),
    'paid',
    'ALLOWANCE_HOST_USED',
  ),
  judged(
    'min: where both offer more it is free',
    'TERMS-4',
    offered(min, three, three, used),
    'free',
    'FREE_DAY',
  ),
  judged(
    'an agreement of both stands in place of the terms',
    'TERMS-5',
    offered(two, agree(MELBOURNE.id, 1), agree(SHANGHAI.id, 1), { usage: [visit('2027-02-01')] }),
    'paid',
    'ALLOWANCE_HOST_USED',
  ),
  judged(
    'an agreement of both leaves the rules of which it says nothing',
    'TERMS-3 TERMS-5',
    offered({ ...two, ...other }, agree(MELBOURNE.id, 1), agree(SHANGHAI.id, 1)),
    'refuse',
    'PLAN_NOT_ELIGIBLE',
  ),
  judged(
    'an agreement that the host alone states can only add',
    'TERMS-5',
    offered(two, agree(MELBOURNE.id, 1), null, { usage: [visit('2027-02-01')] }),
    'free',
    'FREE_DAY',
  ),
  judged(
    'an agreement that two state in other words can only add',
    'TERMS-5',
    offered(two, agree(MELBOURNE.id, 1), agree(SHANGHAI.id, 0), { usage: [visit('2027-02-01')] }),
    'free',
    'FREE_DAY',
  ),
  judged(
    'an offer that refuses the home',
    'JUDGE-1',
    offered(two, { refuses: [{ space: MELBOURNE.id, reason: 'no answer since March' }] }),
    'refuse',
    'SPACE_REFUSED',
  ),
  judged(
    'a waiver of the distance',
    'TERMS-3',
    withOffer(from(near, 52.4, 13.06), { waive: ['distance'] }),
    'free',
    'FREE_DAY',
  ),
];

function withOffer(input: JudgeInput, offer: Offer): JudgeInput {
  return { ...input, host: { ...input.host, offer } };
}

export const requirements: readonly Vector[] = [...venue, ...member, ...offers];
