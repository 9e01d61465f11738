/** What a page loads: waiting, ready, or failed with what to say about it. */

import { useCallback, useEffect, useState } from 'preact/hooks';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/**
 * Loads when shown and when one of `inputs` changes; `reload` loads again, and what is shown stays
 * until then.
 */
export function useLoad<T>(
  load: () => Promise<T>,
  inputs: readonly unknown[],
): { readonly loaded: Loaded<T>; readonly reload: () => void } {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (value) => isCurrent && setLoaded({ state: 'ready', value }),
      (error: unknown) => isCurrent && setLoaded({ state: 'failed', error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [round, ...inputs]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { loaded, reload };
}

/** Runs one action at a time, and holds what went wrong with the last. */
export function useAction(): {
  readonly busy: boolean;
  readonly error: unknown;
  readonly run: (action: () => Promise<unknown>) => void;
} {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = useCallback((action: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    action()
      .catch((thrown: unknown) => setError(thrown))
      .finally(() => setBusy(false));
  }, []);
  return { busy, error, run };
}
