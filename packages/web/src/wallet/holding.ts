/** What the wallet holds and shows: cards in the store that this browser can have. */

import { encodeBase64url, equalBytes, parseVisa } from '@covisa/protocol';
import type { ClaimLink } from '../links/links.js';
import type { HolderKey } from './keys/holder-key.js';
import type { Moment } from './present/time.js';
import { type Card, type CardStore, type ClaimedCard, isClaimed } from './store/cards.js';
import { memoryStore } from './store/memory-store.js';

/** What it stands on. */
export interface HoldingPorts {
  readonly store: CardStore;
  readonly moment: () => Moment;
  readonly freshBytes: (length: number) => Uint8Array;
  /** Null where the platform has no key that can be relied on. */
  readonly platformKey: () => Promise<HolderKey | null>;
  readonly seedKey: () => Promise<HolderKey>;
}

/** What is shown. */
export interface WalletState {
  readonly cards: readonly ClaimedCard[];
  /** False: what is added is forgotten with this tab. */
  readonly isLasting: boolean;
  /** Whether the home that was asked last answered; null before any was asked. */
  readonly isReached: boolean | null;
}

/** A key that was made and never claimed is forgotten after a day. */
const UNCLAIMED_SECONDS = 86_400;
/** What no version of these pages wrote is not shown, and breaks nothing. */
function isReadable({ visa }: ClaimedCard): boolean {
  try {
    parseVisa(visa);
    return true;
  } catch {
    return false;
  }
}

/** The cards of this device. */
export class Holding {
  readonly #ports: HoldingPorts;
  readonly #listeners = new Set<(state: WalletState) => void>();
  #store: CardStore;
  #state: WalletState;

  constructor(ports: HoldingPorts) {
    this.#ports = ports;
    this.#store = ports.store;
    this.#state = { cards: [], isLasting: ports.store.isLasting, isReached: null };
  }

  get state(): WalletState {
    return this.#state;
  }

  /** Follows the state; what is returned ends it. */
  subscribe(listener: (state: WalletState) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Shows a change of the state. */
  show(change: Partial<WalletState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener(this.#state);
  }

  /** Reads what is kept: at start, and again when another tab may have changed it. */
  async load(): Promise<void> {
    const all = await this.#store.all();
    const { seconds } = this.#ports.moment();
    for (const card of all) {
      if (!isClaimed(card) && card.added < seconds - UNCLAIMED_SECONDS) {
        await this.#store.remove(card.id);
      }
    }
    this.show({
      cards: all.filter(isClaimed).filter(isReadable),
      isLasting: this.#store.isLasting,
    });
  }

  card(id: string): ClaimedCard | null {
    return this.#state.cards.find((one) => one.id === id) ?? null;
  }

  /**
   * Keeps a card as it is now. One that was removed meanwhile, here or in another tab, stays away.
   */
  async update(card: Card): Promise<void> {
    const held = await this.#store.all();
    if (held.some(({ id }) => id === card.id)) await this.keep(card);
    else await this.load();
  }

  /** Keeps a card, and shows it. */
  async keep(card: Card): Promise<void> {
    // A browser whose storage is full keeps nothing more: this tab does, and says so.
    if (!(await this.#canKeep(card))) await this.#forgetWithTab(card);
    await this.load();
  }

  /** A card with a fresh key, as well kept as this browser lets it be. */
  async blankCard({ url, space }: ClaimLink, name: string): Promise<Card> {
    const held = await this.#store.all();
    const waiting = held.find(
      ({ home, visa }) => visa === null && home.space === space && home.url === url,
    );
    // The answer to an earlier claim was lost: the home gives the same visa to the same key again.
    if (waiting !== undefined) return waiting;
    const blank = {
      id: encodeBase64url(this.#ports.freshBytes(9)),
      home: { space, url, name },
      visa: null,
      standing: 'good',
      overview: null,
      heard: null,
      clockAhead: 0,
      objections: [],
      erasureAsked: null,
      // Two that are added within one second stay in their order.
      added: Math.max(this.#ports.moment().seconds, ...held.map((one) => one.added + 1)),
    } as const;
    const key = await this.#ports.platformKey();
    if (key !== null && (await this.#canKeep({ ...blank, key }))) return { ...blank, key };
    const card = { ...blank, key: await this.#ports.seedKey() };
    if (!(await this.#canKeep(card))) await this.#forgetWithTab(card);
    return card;
  }

  /** Some browsers refuse to keep a handle of a key that they themselves made. */
  async #canKeep(card: Card): Promise<boolean> {
    try {
      await this.#store.put(card);
      return true;
    } catch {
      return false;
    }
  }

  /** The browser keeps nothing more: this tab's memory does, as long as it is open. */
  async #forgetWithTab(card: Card): Promise<void> {
    const store = memoryStore();
    for (const held of [...this.#state.cards, card]) await store.put(held);
    this.#store = store;
    this.show({ isLasting: false });
  }

  /**
   * The same visa of the same node under an earlier key, which is dead now. Another node may only
   * say that it is this home: every host that was shown the visa knows its number.
   */
  async removeOthersOf({ space, url }: ClaimLink, number: Uint8Array): Promise<void> {
    for (const { id, home, visa } of this.#state.cards) {
      const isHome = home.space === space && home.url === url;
      const isSame = isHome && equalBytes(parseVisa(visa).claims.number, number);
      if (isSame) await this.#store.remove(id);
    }
  }

  /** Forgets a card: its key is gone for good. */
  async remove(id: string): Promise<void> {
    await this.#store.remove(id);
    // Where storage was full meanwhile, this tab's memory has taken the place of what is kept.
    if (this.#store !== this.#ports.store) await this.#ports.store.remove(id);
    await this.load();
  }
}
