/** A code that is always fresh while it is shown. */

import type { Seconds, SpaceId } from '@covisa/protocol';
import { useEffect, useState } from 'preact/hooks';
import { every, monotonicMilliseconds, nowSeconds } from '../../platform/clock.js';
import { useWallet } from '../app/context.js';
import { PRESENTATION_SECONDS } from '../present/presentation.js';
import type { ClaimedCard } from '../store/cards.js';

/** A token, and when the next one comes, by both clocks of the device. */
interface Shown {
  readonly text: string;
  readonly made: Seconds;
  readonly madeAt: number;
}

export interface UsedToken {
  /** Null while the first is being signed. */
  readonly text: string | null;
  /** Whole seconds until the next. */
  readonly secondsLeft: Seconds;
  /** What kept the key from signing; null: nothing. */
  readonly error: unknown;
}

/** How long a token is shown already: by the clock that says more, since devices sleep. */
function age({ made, madeAt }: Shown): Seconds {
  const counted = Math.floor((monotonicMilliseconds() - madeAt) / 1000);
  return Math.max(counted, nowSeconds() - made);
}

/** Signs now, every minute, and when the device wakes up later than that. */
export function useToken(card: ClaimedCard, host: SpaceId | null): UsedToken {
  const { wallet } = useWallet();
  const [shown, setShown] = useState<Shown | null>(null);
  const [round, setRound] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const [, tick] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const made = { made: nowSeconds(), madeAt: monotonicMilliseconds() };
    wallet.token(card, 'visit', host).then(
      (text) => {
        if (!isCurrent) return;
        setShown({ text, ...made });
        setError(null);
      },
      (thrown: unknown) => isCurrent && setError(thrown),
    );
    return () => {
      isCurrent = false;
    };
    // A renewed visa is a new code, too.
  }, [wallet, card.visa, host, round]);
  useEffect(() => {
    const look = (): void => {
      tick((count) => count + 1);
      // A key that did not sign is tried again: storage that was locked may be open by now.
      const isDue = shown === null ? error !== null : age(shown) >= PRESENTATION_SECONDS;
      if (isDue) setRound((before) => before + 1);
    };
    document.addEventListener('visibilitychange', look);
    const stop = every(1000, look);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', look);
    };
  }, [shown, error]);
  const left = shown === null ? PRESENTATION_SECONDS : PRESENTATION_SECONDS - age(shown);
  return {
    text: shown?.text ?? null,
    secondsLeft: Math.max(0, Math.min(PRESENTATION_SECONDS, left)),
    error,
  };
}
