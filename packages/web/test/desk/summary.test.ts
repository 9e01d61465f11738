/** A verdict at a glance. */

import { expect } from 'chai';
import { summaryOf } from '../../dist/desk/verdict/summary.js';
import { VERDICT } from './support/views.js';

describe('A verdict at a glance', () => {
  it('says which free day it is, and half days as halves', () => {
    expect(summaryOf(VERDICT)).to.deep.equal({
      tone: 'good',
      word: 'free',
      freeDay: { number: 1, limit: 3, count: 'host' },
      toPay: null,
      needsPhotoId: false,
    });
    expect(summaryOf({ ...VERDICT, weight: 0.5 }).freeDay).to.include({ number: 0.5 });
  });

  it('speaks of the tightest allowance at this desk, never of that of all the home’s members', () => {
    const [first] = VERDICT.left.windows;
    if (first === undefined) throw new Error('expected an allowance');
    const windows = [
      first,
      { ...first, limit: 2, used: 1, after: 0 },
      { ...first, count: 'home-at-host' as const, limit: 10, used: 9, after: 0 },
    ];
    const left = { ...VERDICT.left, windows };
    expect(summaryOf({ ...VERDICT, left }).freeDay).to.deep.equal({
      number: 2,
      limit: 2,
      count: 'host',
    });
    const only = { ...left, windows: windows.slice(2) };
    expect(summaryOf({ ...VERDICT, left: only }).freeDay).to.equal(null);
  });

  it('asks for what the verdict says, with the discount taken off', () => {
    const rate = { amount: 2500, currency: 'EUR' };
    const paid = summaryOf({
      ...VERDICT,
      outcome: 'paid',
      kind: 'paid',
      pays: { kind: 'regular', rate, note: null },
    });
    expect(paid).to.deep.include({ tone: 'warn', word: 'pay', toPay: rate, freeDay: null });
    const discounted = { amount: 1250, currency: 'EUR' };
    const half = summaryOf({
      ...VERDICT,
      outcome: 'paid',
      kind: 'paid',
      pays: { kind: 'discount', percent: 50, rate, discounted, note: null },
    });
    expect(half.toPay).to.deep.equal(discounted);
  });

  it('tells a refusal and a visit of the same day apart, and asks for a photo ID', () => {
    expect(summaryOf({ ...VERDICT, outcome: 'refuse', kind: null })).to.include({
      tone: 'bad',
      word: 'refuse',
    });
    expect(summaryOf({ ...VERDICT, sameDay: true })).to.include({ tone: 'good', word: 'again' });
    expect(summaryOf({ ...VERDICT, shows: [{ code: 'PHOTO_ID' }] }).needsPhotoId).to.equal(true);
  });
});
