/** How it goes with another node. */

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

/** Whether a clock is so far from ours that codes may be refused. */
export function isSkewed(skew: number): boolean {
  return Math.abs(skew) > SKEW_SECONDS_MAX;
}
