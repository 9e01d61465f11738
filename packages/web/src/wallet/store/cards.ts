/** What a wallet keeps: one card a visa, each of a home of its own; and the port to keep it by. */

import type { Seconds, SpaceId, WalletVisit } from '@covisa/protocol';
import type { HolderKey } from '../keys/holder-key.js';

/** The home that a visa is of. */
export interface CardHome {
  readonly space: SpaceId;
  /** Where the wallet reaches its node, without a trailing slash. */
  readonly url: string;
  /** As the home's node says it; empty where it has not yet. */
  readonly name: string;
}

/**
 * What the home said of the visa last. `inactive`: the membership is paused or ended. `replaced`:
 * the visa was moved to another phone. `unknown`: the home has no such visa any more.
 */
export type Standing = 'good' | 'inactive' | 'replaced' | 'unknown';

/** A visa on this device. */
export interface Card {
  /** Its name on this device only. */
  readonly id: string;
  readonly home: CardHome;
  readonly key: HolderKey;
  /** The visa's bytes, as the home signed them; null: the key was made, and nothing claimed yet. */
  readonly visa: Uint8Array | null;
  readonly standing: Standing;
  /** The home's last answer as it came (JSON), or null before the first. */
  readonly overview: unknown;
  /** When that answer came, by this device's clock; null before the first. */
  readonly heard: Seconds | null;
  /** By how much this device's clock was ahead of the home's then; negative: behind. */
  readonly clockAhead: Seconds;
  /** Visits that the member said are not right, by `objectionKey`. */
  readonly objections: readonly string[];
  /** When the home was asked to erase everything; null: it was not. */
  readonly erasureAsked: Seconds | null;
  /** When it was added, by this device's clock: cards are listed in this order. */
  readonly added: Seconds;
}

/** A card with a visa. */
export type ClaimedCard = Card & { readonly visa: Uint8Array };

/** Whether a visa was claimed for the card. */
export function isClaimed(card: Card): card is ClaimedCard {
  return card.visa !== null;
}

/** How an objection to a visit is kept. */
export function objectionKey({ host, date }: Pick<WalletVisit, 'host' | 'date'>): string {
  return `${host} ${date}`;
}

/** Where cards are kept. */
export interface CardStore {
  /** False: in this tab only, since the browser keeps nothing here. */
  readonly isLasting: boolean;
  /** In the order in which they were added. */
  all(): Promise<readonly Card[]>;
  /** Inserts, or replaces by id. */
  put(card: Card): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Cards in the order in which they were added. */
export function inOrder(cards: readonly Card[]): readonly Card[] {
  return [...cards].sort((one, other) => one.added - other.added || (one.id < other.id ? -1 : 1));
}
