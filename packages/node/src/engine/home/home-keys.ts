/** Which space a visa is of, and the key by which it is checked. */

import { livingKeyAt, revocationMarker, type Seconds, type SpaceId } from '@covisa/protocol';
import type { View } from '../view.js';

/**
 * The issuing key (32 bytes) of a home for what was issued at an instant.
 * @throws ProtocolError ISSUING_KEY_UNKNOWN, ISSUING_KEY_REVOKED
 */
export function issuingKeyOf(view: View, home: SpaceId, issuedAt: Seconds): Uint8Array {
  return livingKeyAt(view.space(home)?.keys ?? [], issuedAt);
}

/** The time before which a home's visas of this number are dead; null if none are. */
export function revokedBefore(view: View, home: SpaceId, visaNumber: Uint8Array): Seconds | null {
  return view.space(home)?.revocations?.get(revocationMarker(visaNumber)) ?? null;
}
