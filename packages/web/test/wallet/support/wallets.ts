/** Wallets for tests: over a fake home, a store in memory, and a clock that tests move. */

import { platformKey, seedKey } from '../../../dist/wallet/keys/holder-key.js';
import type { CardStore, ClaimedCard } from '../../../dist/wallet/store/cards.js';
import { memoryStore } from '../../../dist/wallet/store/memory-store.js';
import { Wallet, type WalletPorts } from '../../../dist/wallet/wallet.js';
import { CODE, FakeHome, HOME, HOME_URL, NOW } from './fake-home.js';

export const LINK = { kind: 'claim', url: HOME_URL, code: CODE, space: HOME } as const;

/** A wallet with what it stands on. */
export interface TestWallet {
  readonly wallet: Wallet;
  readonly home: FakeHome;
  readonly store: CardStore;
  /** The device's clock. */
  readonly clock: { seconds: number; monotonicMilliseconds: number };
}

/** An empty wallet whose clock is right. */
export function testWallet(
  ports: Partial<WalletPorts> = {},
  home: FakeHome = new FakeHome(),
): TestWallet {
  const store = ports.store ?? { ...memoryStore(), isLasting: true };
  const clock = { seconds: NOW, monotonicMilliseconds: 0 };
  let drawn = 0;
  const wallet = new Wallet({
    store,
    network: home,
    moment: () => ({ ...clock }),
    freshBytes(length) {
      drawn += 1;
      return new Uint8Array(length).fill(drawn);
    },
    platformKey: () => platformKey(),
    seedKey,
    ...ports,
  });
  return { wallet, home, store, clock };
}

/** The card of a wallet that has claimed, as it stands now. */
export function onlyCard({ wallet }: TestWallet): ClaimedCard {
  const [card, ...others] = wallet.holding.state.cards;
  if (card === undefined || others.length > 0) throw new Error('expected one card');
  return card;
}

/** A wallet with a visa, and what its home told. */
export async function claimedWallet(): Promise<TestWallet & { readonly card: ClaimedCard }> {
  const made = testWallet();
  await made.wallet.claim(LINK, 'Yarra Works');
  await made.wallet.refresh(onlyCard(made));
  return { ...made, card: onlyCard(made) };
}
