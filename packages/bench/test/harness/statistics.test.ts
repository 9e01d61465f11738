/** Medians and percentiles. */

import { expect } from 'chai';
import { median, percentile } from '../../dist/harness/statistics.js';

const TENS = [100, 10, 90, 20, 80, 30, 70, 40, 60, 50];

describe('percentiles', () => {
  it('are samples, by the nearest rank', () => {
    expect([1, 10, 11, 50, 99, 100].map((percent) => percentile(TENS, percent))).to.deep.equal([
      10, 10, 20, 50, 100, 100,
    ]);
  });

  it('leave the samples in their order', () => {
    const samples = [3, 1, 2];
    percentile(samples, 50);
    expect(samples).to.deep.equal([3, 1, 2]);
  });

  it('are refused without samples, and out of range', () => {
    expect(() => percentile([], 50)).to.throw(RangeError, 'expected at least one');
    expect(() => percentile(TENS, 0)).to.throw(RangeError, 'got 0');
    expect(() => percentile(TENS, 101)).to.throw(RangeError, 'got 101');
  });
});

describe('the median', () => {
  it('is the sample in the middle, or the mean of two', () => {
    expect([median([5, 1, 9]), median([9, 1, 4, 2]), median([7])]).to.deep.equal([5, 3, 7]);
  });

  it('is refused without samples', () => {
    expect(() => median([])).to.throw(RangeError, 'expected at least one');
  });
});
