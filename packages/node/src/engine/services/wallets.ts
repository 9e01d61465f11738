/** What wallets ask of their home. Each token is for the home, and for one purpose. */

import type { WalletOverview } from '@covisa/protocol';
import type { LogPlace } from '@covisa/store';
import type { ClaimInvitation, VisaVisit } from './home.js';
import type { Objection } from './requests.js';

/** The home's side towards the phones of its members. */
export interface Wallets {
  /** Exchanges the code for a visa bound to the holder key. Returns the visa's bytes. */
  claim(code: string, holderKey: Uint8Array): Promise<Uint8Array>;
  /** A token with purpose renew for a fresh visa. */
  renew(token: string): Promise<Uint8Array>;
  /** A token with purpose renew for the visits of its visa. */
  visits(token: string): Promise<readonly VisaVisit[]>;
  /** A token with purpose renew for a fresh visa and all that a wallet needs to judge offline. */
  overview(token: string): Promise<WalletOverview>;
  /**
   * A token with purpose renew for the receipt of one of its visits, a `.tlog-proof`.
   * @throws NodeError NOT_FOUND for what is no visit of this visa
   */
  receipt(token: string, stamp: LogPlace): Promise<string>;
  /** A token with purpose renumber for a visa under a new number; the old one is dead at once. */
  renumber(token: string): Promise<Uint8Array>;
  /** A token with purpose rekey for a code by which a new phone claims the visa. */
  move(token: string): Promise<ClaimInvitation>;
  /** A token with purpose rekey: the code for a new phone is dead, if it was not used. */
  withdrawMove(token: string): Promise<void>;
  /** A token with purpose complaint: a visit is not right. */
  object(token: string, objection: Objection): Promise<void>;
  /** A token with purpose erase: the member wishes to be erased. */
  wishErasure(token: string): Promise<void>;
}
