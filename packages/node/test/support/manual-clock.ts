/** A clock that moves only when a test says so; timers fire in order of due time. */

import type { Clock, Timer } from '../../dist/ports.js';

interface Waiting {
  readonly due: number;
  readonly run: () => void;
}

export class ManualClock implements Clock {
  #now: number;
  readonly #waiting = new Set<Waiting>();

  constructor(nowMilliseconds = Date.parse('2026-11-22T09:00:00Z')) {
    this.#now = nowMilliseconds;
  }

  /** Timers that have neither fired nor been cancelled. */
  get waiting(): number {
    return this.#waiting.size;
  }

  nowMilliseconds(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): Timer {
    const one = { due: this.#now + milliseconds, run };
    this.#waiting.add(one);
    return { cancel: () => void this.#waiting.delete(one) };
  }

  /** Lets time pass, stopping at each timer on the way. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = [...this.#waiting].sort((left, right) => left.due - right.due)[0];
      if (next === undefined || next.due > end) break;
      this.#now = Math.max(this.#now, next.due);
      this.#waiting.delete(next);
      next.run();
    }
    this.#now = end;
  }
}
