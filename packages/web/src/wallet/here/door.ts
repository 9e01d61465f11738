/**
 * Where an arrival goes. A poster can be hung up by anybody, and says any address; a presentation
 * for a space that went to a stranger's node could be shown on at that space's real door. So the
 * poster names the space and the venue only, and where its node is, the home's directory says.
 */

import type { Listing } from '@covisa/protocol';
import type { PosterLink } from '../../links/links.js';
import type { ClaimedCard } from '../store/cards.js';
import { overviewOf } from '../store/read-card.js';

/**
 * `open`: the wallet may check in there. `no-node`: the space's node takes no calls. `unknown`: no
 * home of this wallet lists the space.
 */
export type Door =
  | { readonly kind: 'open'; readonly url: string; readonly listing: Listing }
  | { readonly kind: 'no-node'; readonly listing: Listing }
  | { readonly kind: 'unknown' };

/** The door that a poster names, as one card's home knows it. */
export function doorOf(card: ClaimedCard, { space }: PosterLink): Door {
  const listing = overviewOf(card)?.directory.find((one) => one.space === space);
  if (listing === undefined) return { kind: 'unknown' };
  if (listing.node === null) return { kind: 'no-node', listing };
  return { kind: 'open', url: listing.node.replace(/\/+$/u, ''), listing };
}

/** The card that serves best at a poster's space: the first whose home lists it, else the first. */
export function cardFor(cards: readonly ClaimedCard[], poster: PosterLink): ClaimedCard | null {
  const [first = null] = cards;
  return cards.find((card) => doorOf(card, poster).kind !== 'unknown') ?? first;
}
