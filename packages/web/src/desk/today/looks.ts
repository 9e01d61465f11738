/** Looks that follow each other: the next begins after the last has ended, however long it took. */

/** What a row of looks stands on. */
export interface LookPorts<T> {
  readonly load: () => Promise<T>;
  /** Neither is called once the looks have ended. */
  readonly onSeen: (value: T) => void;
  readonly onFailed: (error: unknown) => void;
  /** Milliseconds from the end of a look to the next; `error` is null where it went well. */
  readonly pauseAfter: (error: unknown) => number;
  /** Calls `run` once after some milliseconds; what is returned cancels it. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** A row of looks that goes on. */
export interface Looks {
  /** Looks now, or as soon as the look that is under way has ended. */
  readonly again: () => void;
  readonly end: () => void;
}

/** Begins with a first look. */
export function followLooks<T>(ports: LookPorts<T>): Looks {
  let state: 'waiting' | 'looking' | 'wanted' | 'over' = 'waiting';
  let cancel = (): void => undefined;
  const ended = (tell: () => void, error: unknown): void => {
    if (state === 'over') return;
    const isWanted = state === 'wanted';
    state = 'waiting';
    cancel = ports.after(isWanted ? 0 : ports.pauseAfter(error), look);
    tell();
  };
  const look = (): void => {
    state = 'looking';
    ports.load().then(
      (value) => ended(() => ports.onSeen(value), null),
      (error: unknown) => ended(() => ports.onFailed(error), error),
    );
  };
  look();
  return {
    again() {
      if (state === 'looking') state = 'wanted';
      if (state !== 'waiting') return;
      cancel();
      look();
    },
    end() {
      state = 'over';
      cancel();
    },
  };
}
