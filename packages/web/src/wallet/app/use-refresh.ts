/** Hears the homes while the page is open: visas are renewed silently, visits and spaces known. */

import { useEffect } from 'preact/hooks';
import { every, nowSeconds } from '../../platform/clock.js';
import type { Wallet } from '../wallet.js';
import { DUE_SECONDS, dueCards } from './due.js';

async function refresh(wallet: Wallet): Promise<void> {
  if (document.visibilityState !== 'visible') return;
  // Another tab may have added or removed cards.
  await wallet.holding.load();
  if (!navigator.onLine) return;
  for (const card of dueCards(wallet.holding.state.cards, nowSeconds())) {
    await wallet.refresh(card);
  }
}

/** Asks at start, whenever the page comes back or the device comes online, and now and then. */
export function useRefresh(wallet: Wallet): void {
  useEffect(() => {
    const run = (): void => void refresh(wallet).catch(() => undefined);
    run();
    addEventListener('online', run);
    document.addEventListener('visibilitychange', run);
    const stop = every(DUE_SECONDS * 1000, run);
    return () => {
      stop();
      removeEventListener('online', run);
      document.removeEventListener('visibilitychange', run);
    };
  }, [wallet]);
}
