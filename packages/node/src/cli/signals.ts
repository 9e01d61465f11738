/** The end of a process that serves: by a signal, or by an error that nobody caught. */

/** Resolves at the first SIGINT or SIGTERM. A second one ends the process at once. */
export function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let isFirst = true;
    const onSignal = (signal: NodeJS.Signals): void => {
      // 128 + 15, as a shell reports it.
      if (!isFirst) process.exit(143);
      isFirst = false;
      resolve(signal);
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}

/** An error that nobody caught. */
export interface Uncaught {
  readonly origin: NodeJS.UncaughtExceptionOrigin;
  readonly error: unknown;
}

/**
 * Resolves at the first error that nobody caught, in a promise or out of one. What the process
 * holds in memory may be wrong from then on: it is to stop. `tell` hears of it and of any later
 * one.
 */
export function untilUncaught(tell: (uncaught: Uncaught) => void): Promise<Uncaught> {
  return new Promise((resolve) => {
    // Without a listener of their own, unhandled rejections come here as well.
    process.on('uncaughtException', (error, origin) => {
      tell({ origin, error });
      resolve({ origin, error });
    });
  });
}
