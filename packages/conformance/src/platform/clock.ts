/** The machine's clock and its timers: the one place of this package where time comes from. */

/** Time as the suite needs it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after so many milliseconds, unless it is cancelled before. */
  after(milliseconds: number, call: () => void): { cancel(): void };
}

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  },
};

/** What `work` gives, or an error with `message` if that takes longer. */
export async function within<T>(
  clock: Clock,
  milliseconds: number,
  message: string,
  work: () => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = clock.after(milliseconds, () => reject(new Error(message)));
    work()
      .then(resolve, reject)
      .finally(() => timer.cancel());
  });
}
