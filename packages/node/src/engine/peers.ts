/** Whom this node talks to: addresses, what came of the last contacts, and when a failing peer is tried again. */

import type { Seconds, SpaceId } from '@covisa/protocol';
import type { Peer, Store } from '@covisa/store';
import type { Membership } from './membership.js';
import type { PeerAddress } from './peer-client.js';
import type { PeerView } from './services.js';
import type { View } from './view.js';

/** The longest wait before a failing peer is tried again. */
const BACK_OFF_SECONDS_MAX = 3600;

interface Dealings {
  peer: Peer;
  retryAt: Seconds;
}

/** The table of peers. */
export class Peers {
  readonly #store: Store;
  readonly #view: View;
  readonly #membership: Membership;
  readonly #own: SpaceId;
  readonly #dealings = new Map<SpaceId, Dealings>();

  constructor(store: Store, view: View, membership: Membership, own: SpaceId) {
    this.#store = store;
    this.#view = view;
    this.#membership = membership;
    this.#own = own;
  }

  async load(): Promise<void> {
    for (const peer of await this.#store.peers())
      this.#dealings.set(peer.space, { peer, retryAt: 0 });
  }

  /** Every space with which a programme is shared, but ourselves. */
  known(): readonly SpaceId[] {
    return this.#membership.peers().filter((space) => space !== this.#own);
  }

  /** Where a space's node is reached; null if it only calls out, or its keys are not known. */
  address(space: SpaceId): PeerAddress | null {
    const view = this.#view.space(space);
    const url = view?.profile ? view.profile.node : (this.#dealings.get(space)?.peer.url ?? null);
    return view?.peerKey && url ? { space, url, peerKey: view.peerKey } : null;
  }

  /** Peers that can be called and are not waiting for their next try. */
  callable(now: Seconds): readonly PeerAddress[] {
    return this.known().flatMap((space) => {
      if ((this.#dealings.get(space)?.retryAt ?? 0) > now) return [];
      return this.address(space) ?? [];
    });
  }

  async succeeded(space: SpaceId, now: Seconds): Promise<void> {
    const { peer } = this.#of(space);
    await this.#put(
      { ...peer, lastSuccess: now, firstFailure: null, failures: 0, lastError: null },
      0,
    );
  }

  /** Waits twice as long after each failure in a row, from `interval` up to an hour. */
  async failed(space: SpaceId, now: Seconds, interval: Seconds, error: string): Promise<void> {
    const { peer } = this.#of(space);
    const failures = peer.failures + 1;
    const wait = Math.min(interval * 2 ** Math.min(failures - 1, 12), BACK_OFF_SECONDS_MAX);
    const firstFailure = peer.firstFailure ?? now;
    await this.#put({ ...peer, firstFailure, failures, lastError: error }, now + wait);
  }

  /** A peer that calls is there: it is tried again at once. Returns whether it had been failing. */
  called(space: SpaceId): boolean {
    const dealings = this.#of(space);
    const failing = dealings.retryAt > 0;
    dealings.retryAt = 0;
    return failing;
  }

  /** Remembers an address from a link, until the space's profile names one. */
  async introduce(space: SpaceId, url: string): Promise<void> {
    await this.#put({ ...this.#of(space).peer, url }, 0);
  }

  views(): readonly PeerView[] {
    return this.known().map((space) => {
      const { peer, retryAt } = this.#of(space);
      const name = this.#view.space(space)?.profile?.name ?? null;
      return { ...peer, name, address: this.address(space)?.url ?? null, retryAt: retryAt || null };
    });
  }

  #of(space: SpaceId): Dealings {
    const known = this.#dealings.get(space);
    if (known) return known;
    const peer: Peer = {
      space,
      url: null,
      lastSuccess: null,
      firstFailure: null,
      failures: 0,
      lastError: null,
      skew: null,
    };
    const dealings = { peer, retryAt: 0 };
    this.#dealings.set(space, dealings);
    return dealings;
  }

  async #put(peer: Peer, retryAt: Seconds): Promise<void> {
    this.#dealings.set(peer.space, { peer, retryAt });
    await this.#store.putPeers([peer]);
  }
}
