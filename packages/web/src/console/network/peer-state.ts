/** How it goes with another node. */

import type { Listing, Seconds } from '@covisa/protocol';
import type { PeerView } from '../../api/owner-views.js';

/** Clocks that differ by less disturb nobody: presentations are good for two minutes. */
const SKEW_SECONDS_MAX = 30;

/** `new`: not called yet. */
export type PeerState = 'fine' | 'failing' | 'new';

/** The state by the last call. */
export function peerState({
  lastSuccess,
  firstFailure,
}: Pick<PeerView, 'lastSuccess' | 'firstFailure'>): PeerState {
  if (firstFailure !== null) return 'failing';
  return lastSuccess === null ? 'new' : 'fine';
}

/**
 * How long ago a space was heard of: by its latest heartbeat or by a call that it answered,
 * whichever is later. Null: never.
 */
export function heardSeconds(
  { space, ageSeconds }: Pick<Listing, 'space' | 'ageSeconds'>,
  peers: readonly Pick<PeerView, 'space' | 'lastSuccess'>[],
  now: Seconds,
): number | null {
  const answered = peers.find((peer) => peer.space === space)?.lastSuccess ?? null;
  if (answered === null || ageSeconds === null) return ageSeconds;
  return Math.max(0, Math.min(ageSeconds, now - answered));
}

/** Whether a clock is so far from ours that codes may be refused. */
export function isSkewed(skew: number): boolean {
  return Math.abs(skew) > SKEW_SECONDS_MAX;
}
