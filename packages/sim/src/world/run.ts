/** One life of a node: what it set or sent means nothing any more once it has ended. */

import type { Clock, Timer } from '@covisa/node';

export class Run {
  isAlive = true;
  readonly number: number;
  readonly #timers = new Set<Timer>();

  constructor(number: number) {
    this.number = number;
  }

  /** How many timers are set that have neither fired nor been cancelled. */
  get timers(): number {
    return this.#timers.size;
  }

  /** A clock as this run sees it, `skew` milliseconds ahead; once it has ended no timer fires. */
  clockOf(clock: Clock, skew: () => number): Clock {
    return {
      nowMilliseconds: () => clock.nowMilliseconds() + skew(),
      after: (milliseconds, then) => {
        const set = clock.after(milliseconds, () => {
          this.#timers.delete(timer);
          if (this.isAlive) then();
        });
        const timer: Timer = {
          cancel: () => {
            this.#timers.delete(timer);
            set.cancel();
          },
        };
        this.#timers.add(timer);
        return timer;
      },
    };
  }
}
