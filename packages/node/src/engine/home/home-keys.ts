/** Which space a visa is of, and the key by which it is checked. */

import {
  issuingKeyAt,
  issuingPublicKey,
  ProtocolError,
  revocationMarker,
  type Seconds,
  type SpaceId,
} from '@covisa/protocol';
import type { View } from '../view.js';

/** The issuing key (32 bytes) of a home at an instant. @throws ProtocolError ISSUING_KEY_UNKNOWN */
export function issuingKeyOf(view: View, home: SpaceId, issuedAt: Seconds): Uint8Array {
  const key = issuingKeyAt(view.space(home)?.keys ?? [], issuedAt);
  if (key) return issuingPublicKey(key);
  throw new ProtocolError(
    'ISSUING_KEY_UNKNOWN',
    'visa: expected an issue time for which its home has announced a key, got another',
  );
}

/** The time before which a home's visas of this number are dead; null if none are. */
export function revokedBefore(view: View, home: SpaceId, visaNumber: Uint8Array): Seconds | null {
  return view.space(home)?.revocations.get(revocationMarker(visaNumber)) ?? null;
}
