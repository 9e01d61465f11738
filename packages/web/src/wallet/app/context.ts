/** What every part of the wallet page stands on. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../i18n/languages.js';
import type { Say } from '../../i18n/words.js';
import type { WalletState } from '../holding.js';
import type { ClaimedCard } from '../store/cards.js';
import type { Wallet } from '../wallet.js';
import type { WalletTable } from '../words/load.js';

/** The wallet, what it shows, and the words to say it. */
export interface WalletUse {
  readonly say: Say<WalletTable>;
  readonly language: Language;
  readonly wallet: Wallet;
  readonly state: WalletState;
  /** The card that spaces and visits are shown for; null: there is none. */
  readonly chosen: ClaimedCard | null;
  readonly choose: (id: string) => void;
}

export const WalletContext = createContext<WalletUse | null>(null);

/** The wallet, below its page. */
export function useWallet(): WalletUse {
  const use = useContext(WalletContext);
  if (use === null) throw new Error('wallet: expected to be used below the wallet page');
  return use;
}
