/** The browser's clock and timers: the only place where the pages read or set them. */

import type { Seconds } from '@covisa/protocol';

/** Milliseconds since 1970-01-01T00:00:00Z, by the device's own clock. */
export function nowMilliseconds(): number {
  return Date.now();
}

/** Whole seconds since 1970-01-01T00:00:00Z, by the device's own clock. */
export function nowSeconds(): Seconds {
  return Math.floor(Date.now() / 1000);
}

/** Milliseconds of a clock that only counts on, whatever the device's clock is set to. */
export function monotonicMilliseconds(): number {
  return performance.now();
}

/** Calls `run` once after some milliseconds; what is returned cancels it. */
export function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

/** Calls `run` again and again; what is returned ends it. */
export function every(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds);
  return () => clearInterval(timer);
}
