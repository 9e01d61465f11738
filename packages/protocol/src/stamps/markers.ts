/**
 * Markers: what finds a stamp or a revocation in public logs, for those who know the visa number.
 */

import { encodeBase64url } from '../bytes/base64url.js';
import { assertBytes, concatBytes, encodeUint32, encodeUtf8 } from '../bytes/bytes.js';
import { type Sha256, sha256 } from '../crypto/hash.js';
import type { Marker } from '../ids.js';

const STAMP_LABEL = encodeUtf8('covisa/stamp/1');
const REVOKED_LABEL = encodeUtf8('covisa/revoked/1');
const MARKER_BYTES = 16;

function toMarker(digest: Uint8Array): Marker {
  return encodeBase64url(digest.subarray(0, MARKER_BYTES)) as Marker;
}

/**
 * The marker of a visa's stamp at index `k`. STAMP-1: a marker is the first 16 bytes of SHA-256
 * over the label, the visa number (16 bytes) and k (unsigned 32-bit, big-endian).
 */
export function stampMarker(visaNumber: Uint8Array, k: number, hash: Sha256 = sha256): Marker {
  assertBytes(visaNumber, 'visaNumber', 16);
  return toMarker(hash(concatBytes(STAMP_LABEL, visaNumber, encodeUint32(k))));
}

/** The marker under which the home revokes what it issued under a visa number (16 bytes). */
export function revocationMarker(visaNumber: Uint8Array): Marker {
  assertBytes(visaNumber, 'visaNumber', 16);
  return toMarker(sha256(concatBytes(REVOKED_LABEL, visaNumber)));
}
