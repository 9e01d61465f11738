import { checkTerms, DEFAULT_TERMS, ProtocolError, parseOffer, parseTerms } from '@covisa/protocol';
import { expect } from 'chai';

/** The code and path of what parsing throws. */
function misfit(parse: (value: unknown) => unknown, value: unknown): string {
  try {
    parse(value);
  } catch (error) {
    return error instanceof ProtocolError ? `${error.code} ${error.path}` : String(error);
  }
  return 'fine';
}

const day = (rule: object) => ({ blackout: { days: [rule] } });
const allowance = (rule: object) => ({
  allowances: [{ days: 3, count: 'host', window: 'visa-year', ...rule }],
});

const bad: readonly (readonly [string, unknown, string])[] = [
  ['TERMS-1: a rule that nobody knows', { generosity: 11 }, '/generosity'],
  [
    'a member of a rule that nobody knows',
    allowance({ carryOver: true }),
    '/allowances/0/carryOver',
  ],
  ['a third of a day', allowance({ days: 0.3 }), '/allowances/0/days'],
  ['a period that is none', allowance({ window: 'P' }), '/allowances/0/window'],
  ['a period of hours', allowance({ window: 'PT5H' }), '/allowances/0/window'],
  ['a period of no days', allowance({ window: 'P0D' }), '/allowances/0/window'],
  [
    'TERMS-2: a window longer than logs are kept',
    allowance({ window: 'P14M' }),
    '/allowances/0/window',
  ],
  ['a visa year of a whole home', allowance({ count: 'home-at-host' }), '/allowances/0/window'],
  ['plans said twice', allowance({ plans: { only: ['a'], except: ['b'] } }), '/allowances/0/plans'],
  ['a discount without percent', { after: { kind: 'discount' } }, '/after'],
  ['a percent without discount', { after: { kind: 'regular', percent: 5 } }, '/after'],
  ['a perk without a name', { after: { kind: 'perk' } }, '/after'],
  ['30 February every year', day({ yearly: '02-30' }), '/blackout/days/0'],
  [
    'a range that ends before it begins',
    day({ date: '2027-05-02', until: '2027-05-01' }),
    '/blackout/days/0/until',
  ],
  ['two kinds of a day', day({ date: '2027-05-02', weekday: 1 }), '/blackout/days/0'],
  ['no kind of a day', day({ name: 'x' }), '/blackout/days/0'],
  ['the second of no weekday', day({ yearly: '05-01', nth: 2 }), '/blackout/days/0'],
  [
    'a lower limit above the upper one',
    { offline: { homeAgeHours: { lower: 2, upper: 1 } } },
    '/offline/homeAgeHours',
  ],
  [
    'hours that end before they begin',
    { hours: { windows: [{ from: 600, to: 540 }] } },
    '/hours/windows/0',
  ],
  ['hours that say nothing', { hours: {} }, '/hours'],
  ['hours of a notice that is not needed', { notice: { kind: 'none', hours: 2 } }, '/notice'],
  [
    'a message that lapses',
    { notice: { kind: 'message', lapsesAfterHours: 2 } },
    '/notice/lapsesAfterHours',
  ],
  ['a membership of no time', { eligible: { membership: 'P0D' } }, '/eligible/membership'],
  [
    'two prices in one currency',
    {
      eligible: {
        price: [
          { amount: 1, currency: 'EUR' },
          { amount: 2, currency: 'EUR' },
        ],
      },
    },
    '/eligible/price',
  ],
  [
    'a percent of half days that are not counted',
    { halfDays: { allowed: false, percent: 50 } },
    '/halfDays/percent',
  ],
  ['a family that the host decides twice', { hostDecides: ['hours', 'hours'] }, '/hostDecides'],
  [
    'a share in a window of no days',
    { homeShare: { percent: 50, window: 'P0D' } },
    '/homeShare/window',
  ],
];

describe('checking terms', () => {
  for (const [title, value, path] of bad) {
    it(title.replace(/^([A-Z]+-\d+: )?/, '$1refuses '), () => {
      expect(misfit(parseTerms, value)).to.equal(`TERMS_INVALID ${path}`);
    });
  }

  it('passes the default terms, and terms that say nothing', () => {
    expect([misfit(parseTerms, DEFAULT_TERMS), misfit(parseTerms, {})]).to.deep.equal([
      'fine',
      'fine',
    ]);
    checkTerms(DEFAULT_TERMS);
  });

  it('refuses an agreement that ends before it begins', () => {
    const space = 'A'.repeat(43);
    const agreements = [{ space, from: '2027-05-02', until: '2027-05-01' }];
    expect(misfit(parseOffer, { agreements })).to.equal('TERMS_INVALID /agreements/0/until');
  });

  it('refuses rules in an offer that are the programme’s alone', () => {
    expect(misfit(parseOffer, { reciprocity: 'min' })).to.equal('TERMS_INVALID /reciprocity');
  });
});
