/** The wallet of this browser: its ports, each by its one adapter. */

import { monotonicMilliseconds, nowSeconds } from '../../platform/clock.js';
import { call } from '../../platform/network.js';
import { freshBytes } from '../../platform/random.js';
import { platformKey, seedKey } from '../keys/holder-key.js';
import { openStore } from '../store/open-store.js';
import { Wallet } from '../wallet.js';

/** Opens it, with what is kept. */
export async function openWallet(): Promise<Wallet> {
  const wallet = new Wallet({
    store: await openStore(),
    network: {
      get: (url) => call<unknown>({ method: 'GET', url, cookies: false }),
      post: (url, body) => call<unknown>({ method: 'POST', url, body, cookies: false }),
    },
    moment: () => ({
      seconds: nowSeconds(),
      monotonicMilliseconds: monotonicMilliseconds(),
    }),
    freshBytes,
    platformKey,
    seedKey,
  });
  await wallet.holding.load();
  return wallet;
}
