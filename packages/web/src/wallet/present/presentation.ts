/** Presentations: what the member means, signed afresh by the key on this device. */

import {
  assembleProof,
  encodeToken,
  type Purpose,
  parseVisa,
  presentationToSign,
  type Seconds,
  type SpaceId,
  shortSpaceId,
} from '@covisa/protocol';
import { freshBytes } from '../../platform/random.js';
import { signAsHolder } from '../keys/holder-key.js';
import type { ClaimedCard } from '../store/cards.js';

/** What the member means. */
export interface Meaning {
  readonly purpose: Purpose;
  /** Null: any host. */
  readonly host: SpaceId | null;
  readonly time: Seconds;
}

/** A code is shown for so long, then a fresh one: a desk takes it for twice that. */
export const PRESENTATION_SECONDS: Seconds = 60;

/** The token of a card: its visa with a fresh proof. */
export async function present(card: ClaimedCard, meaning: Meaning): Promise<string> {
  const { purpose, host, time } = meaning;
  const { number } = parseVisa(card.visa).claims;
  const claims = {
    purpose,
    time,
    host: host === null ? null : shortSpaceId(host),
    nonce: freshBytes(8),
  };
  const { payload, message } = presentationToSign(claims, card.home.space, number);
  const signature = await signAsHolder(card.key, message);
  return encodeToken(card.visa, assembleProof(payload, signature));
}
