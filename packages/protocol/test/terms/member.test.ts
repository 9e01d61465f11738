import { judge, type Terms } from '@covisa/protocol';
import { expect } from 'chai';
import { codes, type Row, rows } from './rows.js';
import { asked, date, HOME, HOST, held, input, OTHER, offered, visit } from './support.js';

const full: Terms = { eligible: { plans: { only: ['full'] } } };
const notDay: Terms = { eligible: { plans: { except: ['day pass'] }, otherwise: 'refuse' } };
const sixMonths: Terms = { eligible: { membership: 'P6M' } };
const priced: Terms = {
  eligible: {
    price: [
      { amount: 10_000, currency: 'EUR' },
      { amount: 15_000, currency: 'AUD' },
    ],
  },
};
const ninetyMiles: Terms = { distance: { km: 144.84 } };
const inARow: Terms = { consecutive: { days: 2 } };
const pause: Terms = { consecutive: { days: 2, pause: 3, otherwise: 'refuse' } };
const cost = (amount: number, currency: string) => {
  const base = input(priced, { role: 'home' });
  return { ...base, home: { ...base.home, prices: { full: { amount, currency } } } };
};
/** Potsdam is 27 km from the venue in Berlin, Leipzig 149 km. */
const from = (terms: Terms, ...venues: { latitude: number; longitude: number }[]) => {
  const base = input(terms);
  return { ...base, home: { ...base.home, venues } };
};
const potsdam = { latitude: 52.4, longitude: 13.06 };
const leipzig = { latitude: 51.34, longitude: 12.37 };
const days = (terms: Terms, ...dates: string[]) =>
  input(terms, { usage: dates.map((one) => visit(one)) });

const table: readonly Row[] = [
  ['an eligible plan', input(full), 'free', 'FREE_DAY'],
  [
    'another plan',
    held(full, { plan: 'flex' }),
    'paid',
    'PLAN_NOT_ELIGIBLE',
    'terms/eligible/plans',
  ],
  ['a plan that is excepted', held(notDay, { plan: 'day pass' }), 'refuse', 'PLAN_NOT_ELIGIBLE'],
  ['all other plans', held(notDay, { plan: 'flex' }), 'free', 'FREE_DAY'],
  [
    "the home's own name for a plan",
    {
      ...offered(full, null, { plans: { Unlimited: 'full' } }),
      visa: { ...input(full).visa, plan: 'Unlimited' },
    },
    'free',
    'FREE_DAY',
  ],
  [
    'six months on the day',
    held(sixMonths, { memberSince: date('2026-11-12') }),
    'free',
    'FREE_DAY',
  ],
  [
    'a day less',
    held(sixMonths, { memberSince: date('2026-11-13') }),
    'paid',
    'MEMBERSHIP_TOO_SHORT',
    'terms/eligible/membership',
  ],
  ['the price of the plan is enough', cost(15_000, 'AUD'), 'free', 'FREE_DAY'],
  [
    'the price of the plan is too low',
    cost(14_999, 'AUD'),
    'paid',
    'PRICE_TOO_LOW',
    'terms/eligible/price',
  ],
  ['90 miles: Melbourne to Berlin', input(ninetyMiles), 'free', 'FREE_DAY'],
  ['90 miles: Potsdam to Berlin', from(ninetyMiles, potsdam), 'paid', 'TOO_NEAR', 'terms/distance'],
  ['90 miles: Leipzig to Berlin', from(ninetyMiles, leipzig), 'free', 'FREE_DAY'],
  ['the nearest of several venues', from(ninetyMiles, leipzig, potsdam), 'paid', 'TOO_NEAR'],
  [
    'a pair that the programme excuses',
    from({ distance: { km: 144.84, waivedPairs: [[HOST, HOME]] } }, potsdam),
    'free',
    'FREE_DAY',
  ],
  [
    'another pair',
    from({ distance: { km: 144.84, waivedPairs: [[HOST, OTHER]] } }, potsdam),
    'paid',
    'TOO_NEAR',
  ],
  ['two in a row', days(inARow, '2027-05-11'), 'free', 'FREE_DAY'],
  [
    'three in a row',
    days(inARow, '2027-05-11', '2027-05-10'),
    'paid',
    'CONSECUTIVE_DAYS_USED',
    'terms/consecutive',
  ],
  ['a gap ends the row', days(inARow, '2027-05-10', '2027-05-09'), 'free', 'FREE_DAY'],
  [
    'a visit that fills a gap',
    days(inARow, '2027-05-11', '2027-05-13'),
    'paid',
    'CONSECUTIVE_DAYS_USED',
  ],
  [
    'a row with a pause of three',
    days(pause, '2027-05-09', '2027-05-06'),
    'refuse',
    'CONSECUTIVE_DAYS_USED',
  ],
  ['a pause of three ends it', days(pause, '2027-05-08', '2027-05-05'), 'free', 'FREE_DAY'],
  [
    'a printed visa where they are refused',
    held({ staticVisas: 'refuse' }, { static: true }),
    'refuse',
    'STATIC_NOT_ACCEPTED',
    'terms/static-visas',
  ],
  [
    'a printed visa where they pay',
    held({ staticVisas: 'pay' }, { static: true }),
    'paid',
    'STATIC_NOT_ACCEPTED',
  ],
];

describe('the member and its plan', () => {
  rows(table);

  it('the price of a plan is known to the home alone: a host assumes it', () => {
    const verdict = judge(input(priced));
    expect([verdict.outcome, verdict.assumed]).to.deep.equal([
      'free',
      [{ code: 'KNOWN_TO_HOME', rule: 'terms/eligible/price' }],
    ]);
  });

  it('a home without a stated place is far enough, and the verdict says so', () => {
    expect(judge(from(ninetyMiles)).assumed).to.deep.equal([
      { code: 'NOT_STATED', rule: 'terms/distance' },
    ]);
  });

  it('so is a home from a venue without a stated place', () => {
    const base = from(ninetyMiles, potsdam);
    const { latitude: _, longitude: __, ...venue } = base.host.venue;
    const verdict = judge({ ...base, host: { ...base.host, venue } });
    expect([verdict.outcome, verdict.assumed]).to.deep.equal([
      'free',
      [{ code: 'NOT_STATED', rule: 'terms/distance' }],
    ]);
  });
});

describe('the party', () => {
  const of = (party: NonNullable<Terms['party']>, adults: number, children: number) =>
    judge(asked({ party }, { party: { adults, children } }));
  const zoo = { adults: 2, children: 4 };
  const parties: readonly (readonly [
    string,
    ReturnType<typeof judge>,
    string,
    readonly string[],
  ])[] = [
    ['the named holder only', of({ companions: 0 }, 1, 0), 'free', ['FREE_DAY']],
    ['a friend pays', of({ companions: 0 }, 2, 0), 'free', ['FREE_DAY', 'COMPANIONS_PAY']],
    ['two adults and four children', of(zoo, 2, 4), 'free', ['FREE_DAY']],
    ['a third adult pays', of(zoo, 3, 4), 'free', ['FREE_DAY', 'COMPANIONS_PAY']],
    ['four companions', of({ companions: 4, otherwise: 'refuse' }, 3, 2), 'free', ['FREE_DAY']],
    [
      'five companions',
      of({ companions: 4, otherwise: 'refuse' }, 3, 3),
      'refuse',
      ['PARTY_TOO_LARGE'],
    ],
    ['all of them pay', of({ companions: 0, otherwise: 'pay' }, 2, 0), 'paid', ['PARTY_TOO_LARGE']],
  ];
  for (const [title, verdict, outcome, expected] of parties) {
    it(title, () => {
      expect([verdict.outcome, codes(verdict)]).to.deep.equal([outcome, expected]);
    });
  }

  it('the verdict says how many pay', () => {
    expect(of(zoo, 3, 6).reasons[1]?.parameters).to.deep.equal({ count: 3 });
  });
});

describe('what the desk is shown', () => {
  const amenities = { included: ['a desk', 'coffee'], excluded: ['meeting rooms: EUR 20 an hour'] };

  it('a photo ID with a printed visa, unless the terms say otherwise', () => {
    expect([
      judge(held({}, { static: true }, { presentation: 'static' })).shows,
      judge(input({})).shows,
      judge(input({ photoId: 'always' })).shows,
      judge(held({ photoId: 'never' }, { static: true })).shows,
    ]).to.deep.equal([[{ code: 'PHOTO_ID' }], [], [{ code: 'PHOTO_ID' }], []]);
  });

  it('what is included and what is not', () => {
    expect(judge(input({ amenities })).shows).to.deep.equal([
      { code: 'INCLUDED', items: ['a desk', 'coffee'] },
      { code: 'EXCLUDED', items: ['meeting rooms: EUR 20 an hour'] },
    ]);
  });
});
