/**
 * What a page loads: waiting, ready, or failed with what to say about it. `error` of what is ready
 * says why it could not be loaded again since.
 */

import { useCallback, useEffect, useState } from 'preact/hooks';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T; readonly error?: unknown }
  | { readonly state: 'failed'; readonly error: unknown };

/** What is shown, and the inputs that it was loaded for. */
interface Held<T> {
  readonly loaded: Loaded<T>;
  readonly inputs: readonly unknown[];
}

/** What a failure leaves: a value of the same inputs stays, with the error beside it. */
export function afterFailure<T>(
  { loaded, inputs: before }: Held<T>,
  inputs: readonly unknown[],
  error: unknown,
): Held<T> {
  const isSame = before.every((one, index) => Object.is(one, inputs[index]));
  const isKept = isSame && loaded.state === 'ready';
  return { loaded: isKept ? { ...loaded, error } : { state: 'failed', error }, inputs };
}

/**
 * Loads when shown and when one of `inputs` changes; `reload` loads again. What is shown stays
 * until there is something newer, also when it could not be loaded again.
 */
export function useLoad<T>(
  load: () => Promise<T>,
  inputs: readonly unknown[],
): { readonly loaded: Loaded<T>; readonly reload: () => void } {
  const [held, setHeld] = useState<Held<T>>({ loaded: { state: 'loading' }, inputs });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (value) => isCurrent && setHeld({ loaded: { state: 'ready', value }, inputs }),
      (error: unknown) => isCurrent && setHeld((before) => afterFailure(before, inputs, error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [round, ...inputs]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { loaded: held.loaded, reload };
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
