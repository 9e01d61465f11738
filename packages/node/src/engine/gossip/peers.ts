/**
 * Whom this node talks to: addresses, what came of the last contacts, and when a failing peer is
 * tried again.
 */

import type { Seconds, SpaceId } from '@covisa/protocol';
import type { Peer, Store } from '@covisa/store';
import type { Random } from '../../ports.js';
import type { EnginePorts } from '../context.js';
import type { ProgrammeBook } from '../programme/book.js';
import { pick } from '../random.js';
import { isDue } from '../retry.js';
import type { PeerView } from '../services.js';
import { latestOpening } from '../space-view.js';
import type { View } from '../view.js';
import { type Failure, failureText } from './failure.js';
import type { Membership } from './membership.js';
import type { PeerAddress } from './peer-client.js';

/** The longest wait before a failing peer is tried again. */
const BACK_OFF_SECONDS_MAX = 3600;
/**
 * Who answers, but refuses, is tried again after this many intervals at most: an applicant waits to
 * be admitted.
 */
const REFUSED_INTERVALS_MAX = 4;

interface Dealings {
  peer: Peer;
  retryAt: Seconds;
  /** How long that wait was. */
  wait: Seconds;
}

interface Parts {
  readonly view: View;
  readonly membership: Membership;
  readonly book: ProgrammeBook;
}

/** The table of peers. */
export class Peers {
  readonly #store: Store;
  readonly #random: Random;
  readonly #view: View;
  readonly #membership: Membership;
  readonly #book: ProgrammeBook;
  readonly #dealings = new Map<SpaceId, Dealings>();
  readonly #onContact: ((space: SpaceId) => void)[] = [];

  constructor(
    { store, random }: Pick<EnginePorts, 'store' | 'random'>,
    { view, membership, book }: Parts,
  ) {
    this.#store = store;
    this.#random = random;
    this.#view = view;
    this.#membership = membership;
    this.#book = book;
  }

  async load(): Promise<void> {
    for (const peer of await this.#store.peers())
      this.#dealings.set(peer.space, { peer, retryAt: 0, wait: 0 });
  }

  /**
   * Every space with which a programme is shared, but ourselves; who knows that we left is none.
   */
  known(): readonly SpaceId[] {
    return this.#membership.toCall();
  }

  /** Where a space's node is reached; null if it only calls out, or its keys are not known. */
  address(space: SpaceId): PeerAddress | null {
    const view = this.#view.space(space);
    // Many only call out: nothing else is looked for, since a push asks of every peer.
    if (view?.profile?.node === null) return null;
    const introduced = this.#book.introduced(space);
    const url = view?.profile ? view.profile.node : (introduced?.url ?? null);
    const peerKey = latestOpening(view)?.peerKey ?? introduced?.peerKey ?? null;
    return peerKey && url ? { space, url, peerKey } : null;
  }

  /** Peers that can be called and are not waiting for their next try: some of them, or all. */
  callable(now: Seconds, count = Number.POSITIVE_INFINITY): readonly PeerAddress[] {
    // Looked for first: a draw costs more than to find out that a peer cannot be called.
    return pick(this.#reached(this.known(), now), count, this.#random);
  }

  /** Whoever introduced us to a programme that we are not in yet, if it can be called. */
  introducers(now: Seconds): readonly PeerAddress[] {
    return this.#reached(this.#membership.introducers(), now);
  }

  #reached(spaces: readonly SpaceId[], now: Seconds): PeerAddress[] {
    const found: PeerAddress[] = [];
    for (const space of spaces) {
      const address = this.#isWaiting(space, now) ? null : this.address(space);
      if (address !== null) found.push(address);
    }
    return found;
  }

  #isWaiting(space: SpaceId, now: Seconds): boolean {
    const dealings = this.#dealings.get(space);
    return dealings !== undefined && !isDue(dealings.retryAt, now, dealings.wait);
  }

  async succeeded(space: SpaceId, now: Seconds, skew: Seconds | null): Promise<void> {
    const { peer } = this.#of(space);
    await this.#put(
      { ...peer, lastSuccess: now, firstFailure: null, failures: 0, lastError: null, skew },
      { retryAt: 0, wait: 0 },
    );
    for (const listener of this.#onContact) listener(space);
  }

  /** Waits twice as long after each failure in a row, from `interval` up to an hour. */
  async failed(space: SpaceId, now: Seconds, interval: Seconds, failure: Failure): Promise<void> {
    const { peer } = this.#of(space);
    const failures = peer.failures + 1;
    const isRefused = failure.peerCode !== undefined;
    const longest = isRefused ? interval * REFUSED_INTERVALS_MAX : BACK_OFF_SECONDS_MAX;
    const wait = Math.min(interval * 2 ** Math.min(failures - 1, 12), longest);
    const firstFailure = peer.firstFailure ?? now;
    const lastError = failureText(failure);
    await this.#put({ ...peer, firstFailure, failures, lastError }, { retryAt: now + wait, wait });
  }

  /** A peer that calls is there: it is tried again at once. Returns whether it had been failing. */
  called(space: SpaceId): boolean {
    const dealings = this.#of(space);
    const failing = dealings.retryAt > 0;
    dealings.retryAt = 0;
    for (const listener of this.#onContact) listener(space);
    return failing;
  }

  /** `listener` is told of each space that has called, or has been reached. */
  onContact(listener: (space: SpaceId) => void): void {
    this.#onContact.push(listener);
  }

  /** Whether a sync with that space has ever succeeded. */
  isAcquainted(space: SpaceId): boolean {
    return this.#of(space).peer.lastSuccess !== null;
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
    const dealings = { peer, retryAt: 0, wait: 0 };
    this.#dealings.set(space, dealings);
    return dealings;
  }

  async #put(peer: Peer, next: Omit<Dealings, 'peer'>): Promise<void> {
    this.#dealings.set(peer.space, { peer, ...next });
    await this.#store.putPeers([peer]);
  }
}
