/**
 * Which signed requests are fresh: those of the last and next five minutes, each nonce once. The
 * memory is bounded without ever letting a replay in: when a space has sent more than is
 * remembered, the oldest are forgotten and whatever is not later than them is refused as stale.
 * After a restart a request can be replayed once; all of them are idempotent.
 */

import type { Seconds, SpaceId } from '@covisa/protocol';
import { NodeError } from '../errors.js';
import type { ReadRequest } from './signature.js';

/**
 * Seconds by which a request's time may differ from ours: clocks that are wrong, and slow networks.
 */
const REQUEST_WINDOW_SECONDS = 300;
/**
 * Nonces remembered for one space: over six requests a second. Bounds what one peer can make us
 * hold.
 */
const NONCES_PER_SPACE_MAX = 4096;

interface Seen {
  /** Nonce → its request's time, in order of arrival. */
  readonly nonces: Map<string, Seconds>;
  /** Requests up to this time are refused: their nonces may have been forgotten. */
  floor: Seconds;
}

/**
 * Remembers the nonces of verified requests. Only those: else anybody could fill it in another's
 * name.
 */
export class ReplayGuard {
  readonly #spaces = new Map<SpaceId, Seen>();
  readonly #noncesMax: number;

  constructor(noncesPerSpaceMax = NONCES_PER_SPACE_MAX) {
    this.#noncesMax = noncesPerSpaceMax;
  }

  /**
   * The check that costs nothing and so comes before the signature's.
   * @throws NodeError REQUEST_STALE
   */
  checkTime(request: Pick<ReadRequest, 'keyid' | 'created'>, now: Seconds): void {
    // HTTP-9: a request is at most 300 s before or after the receiver's clock.
    const off = request.created - now;
    if (Math.abs(off) > REQUEST_WINDOW_SECONDS) {
      const direction = off < 0 ? 'behind' : 'ahead';
      throw stale(`the caller's clock is ${Math.abs(off)} s ${direction} of this node's`);
    }
    const floor = this.#spaces.get(request.keyid)?.floor ?? Number.NEGATIVE_INFINITY;
    if (request.created <= floor) throw stale('later requests of this space have been taken');
  }

  /**
   * Takes a request whose signature holds, once.
   * @throws NodeError REQUEST_STALE, REQUEST_REPLAYED
   */
  admit(request: Pick<ReadRequest, 'keyid' | 'created' | 'nonce'>, now: Seconds): void {
    this.checkTime(request, now);
    const seen = this.#seenOf(request.keyid, now);
    // HTTP-10: a nonce serves once for each caller. It is used up once signature and content hold,
    // whatever the answer says; by a request of which they do not hold it is not.
    if (seen.nonces.has(request.nonce)) {
      throw new NodeError('REQUEST_REPLAYED', 'request: its nonce has been used before');
    }
    seen.nonces.set(request.nonce, request.created);
    if (seen.nonces.size > this.#noncesMax) forgetOldest(seen);
  }

  /** Nonces held, of all spaces. */
  get size(): number {
    let size = 0;
    for (const seen of this.#spaces.values()) size += seen.nonces.size;
    return size;
  }

  /** What was seen of a space, without what the window refuses anyhow. */
  #seenOf(space: SpaceId, now: Seconds): Seen {
    let seen = this.#spaces.get(space);
    if (seen === undefined) {
      this.#purge(now);
      seen = { nonces: new Map(), floor: Number.NEGATIVE_INFINITY };
      this.#spaces.set(space, seen);
    }
    purgeNonces(seen, now);
    return seen;
  }

  /** Drops spaces of which nothing is left to remember. */
  #purge(now: Seconds): void {
    for (const [space, seen] of this.#spaces) {
      purgeNonces(seen, now);
      if (seen.nonces.size === 0 && seen.floor < now - REQUEST_WINDOW_SECONDS) {
        this.#spaces.delete(space);
      }
    }
  }
}

function purgeNonces(seen: Seen, now: Seconds): void {
  const oldest = now - REQUEST_WINDOW_SECONDS;
  for (const [nonce, created] of seen.nonces) {
    if (created < oldest) seen.nonces.delete(nonce);
  }
}

function forgetOldest(seen: Seen): void {
  let oldest: [string, Seconds] | undefined;
  for (const entry of seen.nonces) {
    if (oldest === undefined || entry[1] < oldest[1]) oldest = entry;
  }
  if (oldest === undefined) return;
  // HTTP-11: of a caller that has sent more nonces than are remembered, what is not later than the
  // forgotten ones is stale.
  seen.nonces.delete(oldest[0]);
  seen.floor = Math.max(seen.floor, oldest[1]);
}

function stale(why: string): NodeError {
  return new NodeError('REQUEST_STALE', `request: ${why}`, {
    remedy: 'Set both clocks by a time server, then send the request again, signed anew.',
  });
}
