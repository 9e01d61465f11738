/**
 * The test clock: another clock plus an offset that is moved by hand. It is off unless the operator
 * turns it on (setting `testClock`), and `status` shows when it is: a node with a moved clock signs
 * times that never were.
 */

import type { Clock, Timer } from '../ports.js';

interface Armed {
  /** In milliseconds of the test clock. */
  readonly due: number;
  readonly run: () => void;
  inner: Timer;
}

/**
 * A clock with an offset. Moving it moves its timers too: the ones that became due fire at once, in
 * order of due time.
 */
export class OffsetClock implements Clock {
  readonly #inner: Clock;
  readonly #armed = new Set<Armed>();
  #offsetMilliseconds: number;

  constructor(inner: Clock, offsetMilliseconds = 0) {
    this.#inner = inner;
    this.#offsetMilliseconds = requireFinite(offsetMilliseconds);
  }

  /** Milliseconds by which this clock is ahead of the one that it wraps. */
  get offsetMilliseconds(): number {
    return this.#offsetMilliseconds;
  }

  nowMilliseconds(): number {
    return this.#inner.nowMilliseconds() + this.#offsetMilliseconds;
  }

  after(milliseconds: number, run: () => void): Timer {
    const due = this.nowMilliseconds() + Math.max(0, milliseconds);
    const armed: Armed = { due, run, inner: { cancel: () => {} } };
    this.#armed.add(armed);
    this.#arm(armed);
    return {
      cancel: () => {
        this.#armed.delete(armed);
        armed.inner.cancel();
      },
    };
  }

  /** Moves the clock on by some milliseconds, or back by a negative number of them. */
  advance(milliseconds: number): void {
    this.set(this.#offsetMilliseconds + requireFinite(milliseconds));
  }

  /** Sets the offset, in milliseconds. Returns when every timer that became due has run. */
  set(offsetMilliseconds: number): void {
    this.#offsetMilliseconds = requireFinite(offsetMilliseconds);
    const now = this.nowMilliseconds();
    // A stable sort: timers that are due at the same instant fire in the order in which they were
    // set.
    const all = [...this.#armed].sort((left, right) => left.due - right.due);
    for (const armed of all) {
      // An earlier one may have cancelled this one.
      if (!this.#armed.has(armed)) continue;
      armed.inner.cancel();
      if (armed.due <= now) this.#fire(armed);
      else this.#arm(armed);
    }
  }

  #arm(armed: Armed): void {
    const left = Math.max(0, armed.due - this.nowMilliseconds());
    armed.inner = this.#inner.after(left, () => this.#fire(armed));
  }

  #fire(armed: Armed): void {
    this.#armed.delete(armed);
    armed.run();
  }
}

function requireFinite(milliseconds: number): number {
  if (!Number.isFinite(milliseconds)) {
    throw new RangeError(`milliseconds: expected a finite number, got ${milliseconds}`);
  }
  return milliseconds;
}
