/** What this wallet holds of a visa, for the member to take along. Pure. */

import { encodeBase64url, type Seconds } from '@covisa/protocol';
import type { ClaimedCard } from '../store/cards.js';
import { claimsOf } from '../store/read-card.js';

/** Everything but the key that signs: a copy of it could be used in the member's name. */
export function exportCard(card: ClaimedCard, exported: Seconds): object {
  const { number, holderKey, former, ...claims } = claimsOf(card);
  return {
    covisaWalletExport: 1,
    exported,
    home: card.home,
    visa: encodeBase64url(card.visa),
    claims: {
      ...claims,
      number: encodeBase64url(number),
      holderKey: holderKey && encodeBase64url(holderKey),
      former: former.map(encodeBase64url),
    },
    standing: card.standing,
    added: card.added,
    heard: card.heard,
    objections: card.objections,
    erasureAsked: card.erasureAsked,
    overview: card.overview,
  };
}
