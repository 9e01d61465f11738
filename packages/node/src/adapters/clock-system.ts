/** The machine's clock: the only place that reads the time and sets timers. */

import type { Clock, Timer } from '../ports.js';

/**
 * The longest delay that setTimeout takes (a signed 32-bit number of milliseconds, 24.8 days); a
 * longer one would fire at once.
 */
const DELAY_MILLISECONDS_MAX = 2 ** 31 - 1;

/**
 * The machine's clock. Its timers measure elapsed time, so a step of the wall clock does not move
 * them.
 */
export const systemClock: Clock = {
  nowMilliseconds: () => Date.now(),
  after: (milliseconds, run) => arm(Math.max(0, milliseconds), run),
};

/** Resolves when all that waits just now, as requests to be sent, has had its turn. */
export function systemTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function arm(milliseconds: number, run: () => void): Timer {
  let handle: NodeJS.Timeout;
  const step = (left: number): void => {
    if (left <= DELAY_MILLISECONDS_MAX) handle = setTimeout(run, left);
    else handle = setTimeout(() => step(left - DELAY_MILLISECONDS_MAX), DELAY_MILLISECONDS_MAX);
  };
  step(milliseconds);
  return { cancel: () => clearTimeout(handle) };
}
