import { judge, type Terms } from '@covisa/protocol';
import { expect } from 'chai';
import { input } from './support.js';

const perHost: Terms = { allowances: [{ days: 2, count: 'host', window: 'visa-year' }] };

describe('what follows an allowance', () => {
  const after: readonly (readonly [string, Terms['after'], unknown, string])[] = [
    [
      'regular rate',
      { kind: 'regular' },
      { kind: 'regular', rate: { amount: 2500, currency: 'EUR' }, note: null },
      'paid',
    ],
    [
      'a discount',
      { kind: 'discount', percent: 50 },
      {
        kind: 'discount',
        percent: 50,
        rate: { amount: 2500, currency: 'EUR' },
        discounted: { amount: 1250, currency: 'EUR' },
        note: null,
      },
      'paid',
    ],
    [
      'another perk',
      { kind: 'perk', perk: 'a meeting room for an hour' },
      {
        kind: 'perk',
        perk: 'a meeting room for an hour',
        rate: { amount: 2500, currency: 'EUR' },
        note: null,
      },
      'paid',
    ],
    [
      'no more visits',
      { kind: 'refuse', note: 'Please transfer your membership.' },
      { kind: 'refused', note: 'Please transfer your membership.' },
      'refuse',
    ],
  ];
  for (const [title, consequence, pays, outcome] of after) {
    it(`after the allowance: ${title}`, () => {
      const terms: Terms = {
        allowances: [{ days: 0, count: 'host', window: 'visa-year' }],
        ...(consequence && { after: consequence }),
      };
      const verdict = judge(input(terms));
      expect([verdict.outcome, verdict.pays]).to.deep.equal([outcome, pays]);
    });
  }

  it('an allowance can have what follows it for itself: 28 days before a transfer', () => {
    const terms: Terms = {
      allowances: [{ days: 0, count: 'programme', window: 'visa-year', after: { kind: 'refuse' } }],
      after: { kind: 'discount', percent: 10 },
    };
    expect(judge(input(terms)).outcome).to.equal('refuse');
  });

  it('a free verdict says what follows and after how many days', () => {
    const verdict = judge(input({ ...perHost, after: { kind: 'discount', percent: 20 } }));
    expect(verdict.follows).to.deep.equal({
      freeLeft: 1,
      next: {
        kind: 'discount',
        percent: 20,
        rate: { amount: 2500, currency: 'EUR' },
        discounted: { amount: 2000, currency: 'EUR' },
        note: null,
      },
    });
  });
});
