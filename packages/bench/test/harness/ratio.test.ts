/** Figures and their bounds. */

import { expect } from 'chai';
import { toRatio } from '../../dist/harness/ratio.js';

const cost = { name: 'a', against: 'b', unit: 'µs', ours: 50, theirs: 100 } as const;

describe('a ratio', () => {
  it('of costs is met at the bound, and missed beyond it', () => {
    const atMost = (bound: number) =>
      toRatio({ ...cost, value: 'ours/theirs', wanted: { atMost: bound } }).isMet;
    expect([atMost(0.51), atMost(0.5), atMost(0.49)]).to.deep.equal([true, true, false]);
  });

  it('can say how many times less ours is', () => {
    const atLeast = (bound: number) =>
      toRatio({ ...cost, value: 'theirs/ours', wanted: { atLeast: bound } });
    expect(atLeast(2)).to.include({ value: 2, isMet: true });
    expect(atLeast(2.1)).to.include({ value: 2, isMet: false });
  });

  it('can be a plain figure, with nothing of theirs', () => {
    const plain = { name: 'a', against: 'a bound', unit: 'MiB', ours: 64, value: 'ours' } as const;
    expect(toRatio({ ...plain, wanted: { atMost: 64 } })).to.deep.equal({
      name: 'a',
      against: 'a bound',
      unit: 'MiB',
      ours: 64,
      theirs: null,
      value: 64,
      wanted: { atMost: 64 },
      isMet: true,
    });
    expect(() => toRatio({ ...plain, value: 'ours/theirs', wanted: { atMost: 1 } })).to.throw(
      RangeError,
      'expected a figure of theirs',
    );
  });

  it('of which nothing is demanded meets its bound, whatever it is', () => {
    const ratio = toRatio({ ...cost, value: 'theirs/ours', wanted: null });
    expect(ratio).to.include({ value: 2, wanted: null, isMet: true });
  });

  it('that is no number meets no bound', () => {
    const none = { ...cost, ours: Number.NaN, value: 'ours/theirs' } as const;
    expect(toRatio({ ...none, wanted: { atMost: 1 } }).isMet).to.equal(false);
    expect(toRatio({ ...none, wanted: { atLeast: 1 } }).isMet).to.equal(false);
  });
});
