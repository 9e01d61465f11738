import { expect } from 'chai';
import fc from 'fast-check';
import { OffsetClock } from '../../dist/adapters/clock-offset.js';
import { systemClock } from '../../dist/adapters/clock-system.js';
import { ManualClock } from '../support/manual-clock.js';

const DAY = 86_400_000;

describe('the test clock', () => {
  it('is its inner clock plus the offset', () => {
    const inner = new ManualClock(1000);
    const clock = new OffsetClock(inner, 500);
    expect(clock.nowMilliseconds()).to.equal(1500);
    clock.advance(DAY);
    expect(clock.nowMilliseconds()).to.equal(1500 + DAY);
    clock.set(-200);
    expect(clock.nowMilliseconds()).to.equal(800);
    expect(clock.offsetMilliseconds).to.equal(-200);
  });

  it('fires timers by the passing of real time', () => {
    const inner = new ManualClock();
    const clock = new OffsetClock(inner, DAY);
    const fired: string[] = [];
    clock.after(100, () => fired.push('a'));
    inner.pass(99);
    expect(fired).to.deep.equal([]);
    inner.pass(1);
    expect(fired).to.deep.equal(['a']);
  });

  it('fires the timers that became due in order of due time, and re-arms the rest', () => {
    const inner = new ManualClock();
    const clock = new OffsetClock(inner);
    const fired: string[] = [];
    clock.after(3000, () => fired.push('third'));
    clock.after(1000, () => fired.push('first'));
    clock.after(2000, () => fired.push('second'));
    clock.after(9000, () => fired.push('late'));
    clock.advance(5000);
    expect(fired).to.deep.equal(['first', 'second', 'third']);
    inner.pass(3999);
    expect(fired).to.have.length(3);
    inner.pass(1);
    expect(fired).to.deep.equal(['first', 'second', 'third', 'late']);
    expect(inner.waiting).to.equal(0);
  });

  it('puts timers off when it is set back', () => {
    const inner = new ManualClock();
    const clock = new OffsetClock(inner, 10_000);
    const fired: string[] = [];
    clock.after(1000, () => fired.push('a'));
    clock.set(0);
    inner.pass(10_999);
    expect(fired).to.deep.equal([]);
    inner.pass(1);
    expect(fired).to.deep.equal(['a']);
  });

  it('does not fire what an earlier timer cancelled, nor one twice', () => {
    const inner = new ManualClock();
    const clock = new OffsetClock(inner);
    const fired: string[] = [];
    clock.after(1000, () => {
      fired.push('first');
      second.cancel();
      clock.after(DAY, () => fired.push('renewed'));
    });
    const second = clock.after(2000, () => fired.push('second'));
    clock.advance(7 * DAY);
    inner.pass(5000);
    expect(fired).to.deep.equal(['first']);
    clock.advance(DAY);
    expect(fired).to.deep.equal(['first', 'renewed']);
  });

  it('refuses an offset that is no number', () => {
    const clock = new OffsetClock(new ManualClock());
    expect(() => clock.set(Number.NaN)).to.throw(RangeError);
    expect(() => clock.advance(Number.POSITIVE_INFINITY)).to.throw(RangeError);
  });

  it('fires each timer once, never early, however the clock is moved', () => {
    const step = fc.record({ pass: fc.nat(5000), advance: fc.integer({ min: -3000, max: 9000 }) });
    fc.assert(
      fc.property(fc.array(fc.nat(20_000)), fc.array(step), (delays, steps) => {
        const inner = new ManualClock(0);
        const clock = new OffsetClock(inner);
        const fired: number[] = [];
        for (const [index, delay] of delays.entries()) {
          clock.after(delay, () => {
            expect(clock.nowMilliseconds()).to.be.at.least(delay);
            fired.push(index);
          });
        }
        for (const { pass, advance } of steps) {
          inner.pass(pass);
          clock.advance(advance);
        }
        inner.pass(10_000_000);
        expect([...fired].sort((a, b) => a - b)).to.deep.equal([...delays.keys()]);
      }),
    );
  });
});

describe("the machine's clock", () => {
  it('takes delays longer than setTimeout can, and cancels them', () => {
    let fired = false;
    const timer = systemClock.after(400 * DAY, () => {
      fired = true;
    });
    timer.cancel();
    timer.cancel();
    expect(fired).to.equal(false);
  });

  it('fires', (done) => {
    systemClock.after(0, done);
  });
});
