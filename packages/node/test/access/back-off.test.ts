import { expect } from 'chai';
import { BackOff, checkWait } from '../../dist/access/back-off.js';
import { codeOf } from '../support/errors.js';

describe('back-off', () => {
  function backOff(keysMax = 10) {
    const clock = { now: 1000 };
    return { clock, tried: new BackOff(() => clock.now, { waitSecondsMax: 60, keysMax }) };
  }

  /** The waits after each of `count` failures, one as soon as the other is over. */
  function waits(count: number): readonly number[] {
    const { clock, tried } = backOff();
    return Array.from({ length: count }, () => {
      tried.begin('owner');
      const wait = tried.wait('owner');
      clock.now += wait;
      return wait;
    });
  }

  it('ACCESS-8: takes four failures without a wait, then doubles it up to the longest', () => {
    expect(waits(10)).to.deep.equal([0, 0, 0, 0, 5, 10, 20, 40, 60, 60]);
  });

  it('counts attempts at once like attempts one after the other', () => {
    const { tried } = backOff();
    for (let attempt = 0; attempt < 7; attempt++) tried.begin('owner');
    expect(tried.wait('owner')).to.equal(20);
    expect(tried.wait('another')).to.equal(0);
  });

  it('forgets all at a success, after a day, and one attempt where it is taken back', () => {
    const { clock, tried } = backOff();
    for (let attempt = 0; attempt < 6; attempt++) tried.begin('owner');
    tried.takeBack('owner');
    expect(tried.wait('owner')).to.equal(0);
    tried.begin('owner');
    expect(tried.wait('owner')).to.equal(10);
    tried.forgive('owner');
    expect(tried.wait('owner')).to.equal(0);
    for (let attempt = 0; attempt < 6; attempt++) tried.begin('owner');
    clock.now += 86_400;
    tried.begin('owner');
    expect(tried.wait('owner')).to.equal(0);
  });

  it('remembers so many keys and no more, the latest ones', () => {
    const { tried } = backOff(2);
    for (const key of ['first', 'second', 'second', 'third']) {
      for (let attempt = 0; attempt < 5; attempt++) tried.begin(key);
    }
    expect(tried.wait('first')).to.equal(0);
    expect(tried.wait('second')).to.equal(60);
    expect(tried.wait('third')).to.equal(5);
  });

  it('refuses by the longest wait', () => {
    expect(codeOf(() => checkWait(0, 0))).to.equal(null);
    expect(() => checkWait(3, 12))
      .to.throw()
      .that.includes({
        code: 'RATE_LIMITED',
        retryAfterSeconds: 12,
        remedy: 'Try again in 12 seconds.',
      });
  });
});
