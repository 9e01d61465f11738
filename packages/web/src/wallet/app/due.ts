/** When a home is asked again. Pure. */

import type { Seconds } from '@covisa/protocol';
import { isWrong } from '../present/time.js';
import type { ClaimedCard } from '../store/cards.js';

/** A home is asked no more often by itself. */
export const DUE_SECONDS: Seconds = 300;

/** The cards whose home has not been heard for a while; a dead visa is not asked about again. */
export function dueCards(cards: readonly ClaimedCard[], now: Seconds): readonly ClaimedCard[] {
  return cards.filter(({ heard, standing, clockAhead }) => {
    if (standing === 'replaced' || standing === 'unknown') return false;
    // Perhaps the member has just set the clock right.
    if (isWrong(clockAhead)) return true;
    // A clock that was set back makes "later" look like "never".
    return heard === null || now - heard >= DUE_SECONDS || now < heard;
  });
}
