/** Vectors of the chapter terms: which terms make sense, and how they are said. */

import {
  DEFAULT_TERMS,
  describeOffer,
  describeTerms,
  type Offer,
  type Terms,
} from '@covisa/protocol';
import { asked, visit, visitOf } from '../judge-material.js';
import { SYDNEY } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const check = vectorsOf('check-terms');
const checkOffer = vectorsOf('check-offer');
const describe = vectorsOf('describe-terms');
const describesOffer = vectorsOf('describe-offer');
const say = vectorsOf('verdict-sentence');

function refused(title: string, terms: unknown, rules = 'TERMS-1'): Vector {
  return check.error(`terms: ${title} is refused`, rules, { terms }, 'TERMS_INVALID');
}

const allowance = (rule: object) => ({
  allowances: [{ days: 3, count: 'host', window: 'visa-year', ...rule }],
});
const day = (rule: object) => ({ blackout: { days: [rule] } });

const checks: readonly Vector[] = [
  check.ok(
    'terms: those that a new programme starts from make sense',
    'TERMS-1',
    { terms: DEFAULT_TERMS },
    {},
  ),
  check.ok('terms: none at all make sense', 'TERMS-1', { terms: {} }, {}),
  check.ok(
    'terms: a window of 13 months makes sense',
    'TERMS-2',
    { terms: allowance({ window: 'P13M' }) },
    {},
  ),
  refused('a rule that nobody knows', { generosity: 11 }),
  refused('a member of a rule that nobody knows', allowance({ carryOver: true })),
  refused('a value that nobody knows', { staticVisas: 'sometimes' }),
  refused('a third of a day', allowance({ days: 0.3 })),
  refused('a window of 14 months', allowance({ window: 'P14M' }), 'TERMS-2'),
  refused('a window of no days', allowance({ window: 'P0D' }), 'TERMS-2'),
  refused('a window of hours', allowance({ window: 'PT5H' }), 'TERMS-2'),
  refused('a visa year of a whole home', allowance({ count: 'home-at-host' }), 'TERMS-2'),
  refused(
    'a share of visits at home in a window of no days',
    { homeShare: { percent: 50, window: 'P0D' } },
    'TERMS-2',
  ),
  refused('a discount without a percent', { after: { kind: 'discount' } }),
  refused('a percent without a discount', { after: { kind: 'regular', percent: 5 } }),
  refused('30 February every year', day({ yearly: '02-30' })),
  refused('a day of two kinds', day({ date: '2027-05-02', weekday: 1 })),
  refused('a range that ends before it begins', day({ date: '2027-05-02', until: '2027-05-01' })),
  refused('a lower limit above the upper one', {
    offline: { homeAgeHours: { lower: 2, upper: 1 } },
  }),
  refused('hours that end before they begin', { hours: { windows: [{ from: 600, to: 540 }] } }),
  refused('a family that the host decides twice', { hostDecides: ['hours', 'hours'] }),
  refused('null in place of terms', null),
  refused('null in place of a rule', { after: null }),
];

const offer: Offer = {
  allowances: [{ days: 5, count: 'host', window: 'visa-year' }],
  waive: ['distance'],
  agreements: [{ space: SYDNEY.id, from: visit('2027-05-01').date, waive: ['notice'] }],
  plans: { 'Hot desk': 'flex' },
};

function refusedOffer(title: string, value: unknown, rules = 'TERMS-1'): Vector {
  return checkOffer.error(`offer: ${title} is refused`, rules, { offer: value }, 'TERMS_INVALID');
}

const agreement = (rule: object) => ({ agreements: [{ space: SYDNEY.id, ...rule }] });

const offers: readonly Vector[] = [
  checkOffer.ok(
    'offer: allowances, waivers, an agreement and plans make sense',
    'TERMS-3',
    { offer },
    {},
  ),
  refusedOffer('a rule that is the programme’s alone', { reciprocity: 'min' }, 'TERMS-3'),
  refusedOffer('a rule that nobody knows', { generosity: 11 }),
  refusedOffer(
    'an agreement that ends before it begins',
    agreement({ from: '2027-05-02', until: '2027-05-01' }),
    'TERMS-5',
  ),
  refusedOffer('an agreement with nobody', { agreements: [{ waive: ['notice'] }] }, 'TERMS-5'),
  refusedOffer('a waiver of what nobody can waive', { waive: ['allowances'] }),
];

const rich: Terms = {
  allowances: [
    { days: 2, count: 'host', window: 'P30D', plans: { only: ['full', 'flex'] } },
    { days: 5, count: 'programme', window: 'calendar-month', unit: 'visits' },
  ],
  after: { kind: 'discount', percent: 50 },
  distance: { km: 144.84, otherwise: 'refuse' },
  notice: { kind: 'booking', hours: 24, lapsesAfterHours: 12 },
  blackout: { days: [{ name: 'Labour Day', yearly: '05-01' }, { easter: 1 }] },
  reciprocity: 'min',
};

const words: readonly Vector[] = [
  describe.ok(
    'said: the terms that a new programme starts from',
    '',
    { terms: DEFAULT_TERMS },
    { sentences: describeTerms(DEFAULT_TERMS) },
  ),
  describe.ok(
    'said: terms with several allowances',
    '',
    { terms: rich },
    { sentences: describeTerms(rich) },
  ),
  describesOffer.ok('said: an offer', '', { offer }, { sentences: describeOffer(offer) }),
  say.ok('said: two of three days are left', '', visitOf(DEFAULT_TERMS), {
    sentence: 'Free. Free days left after this one: 2; then the regular rate, EUR 25.',
  }),
  say.ok(
    'said: a blackout refuses',
    '',
    asked({ blackout: { days: [{ yearly: '05-12' }], otherwise: 'refuse' } }, {}),
    {
      sentence: 'Not accepted. There are no free days on 2027-05-12.',
    },
  ),
];

export const termsVectors: readonly Vector[] = [...checks, ...offers, ...words];
