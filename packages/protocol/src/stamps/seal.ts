/**
 * The seal of a stamp: the evidence of a visit, closed under a key that follows from the visa
 * number, the index and the host. Who was shown the visa opens it; a seal copied into another
 * space's log opens nowhere.
 */

import { encodeBase64url, parseBase64url } from '../bytes/base64url.js';
import { assertBytes, concatBytes, encodeUint32, encodeUtf8 } from '../bytes/bytes.js';
import { encodeCbor, joinCborArray, parseCbor, splitCborArray } from '../bytes/cbor.js';
import { NONCE_BYTES, openSecret, sealSecret } from '../crypto/boxes.js';
import { type Sha256, sha256 } from '../crypto/hash.js';
import { ProtocolError } from '../errors.js';
import type { SpaceId } from '../ids.js';

const SEAL_LABEL = encodeUtf8('covisa/seal/1');

/**
 * The evidence in a stamp. Proof and grant are COSE_Sign1 structures, byte for byte as they were
 * signed.
 */
export interface SealContents {
  /** 32 bytes; null for a static visa. */
  readonly holderKey: Uint8Array | null;
  readonly proof: Uint8Array | null;
  readonly grant: Uint8Array | null;
}

/** What a seal is bound to. */
export interface SealPlace {
  /** 16 bytes. */
  readonly visaNumber: Uint8Array;
  readonly k: number;
  readonly host: SpaceId;
}

/**
 * The key of a seal. STAMP-2: the key of a seal is SHA-256 over the label, the visa number (16
 * bytes), k (unsigned 32-bit, big-endian) and the host's id (32 bytes), so it opens in that host's
 * log only.
 */
export function sealKey(place: SealPlace, hash: Sha256 = sha256): Uint8Array {
  assertBytes(place.visaNumber, 'visaNumber', 16);
  const host = parseBase64url(place.host);
  return hash(concatBytes(SEAL_LABEL, place.visaNumber, encodeUint32(place.k), host));
}

/**
 * The seal of a stamp in base64url: nonce (24 bytes, random, never twice) and secretbox.
 * STAMP-12: a stamp entry without a grant has at most 520 bytes.
 */
export function sealStamp(contents: SealContents, place: SealPlace, nonce: Uint8Array): string {
  if (contents.holderKey) assertBytes(contents.holderKey, 'holderKey', 32);
  const nothing = encodeCbor(null);
  const plaintext = joinCborArray([
    encodeCbor(contents.holderKey),
    contents.proof ?? nothing,
    contents.grant ?? nothing,
  ]);
  return encodeBase64url(concatBytes(nonce, sealSecret(plaintext, nonce, sealKey(place))));
}

/** What a seal holds, or null if it does not open here or holds something else. */
export function openSeal(
  seal: string,
  place: SealPlace,
  hash: Sha256 = sha256,
): SealContents | null {
  try {
    const bytes = parseBase64url(seal);
    if (bytes.length < NONCE_BYTES) return null;
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const plaintext = openSecret(bytes.subarray(NONCE_BYTES), nonce, sealKey(place, hash));
    return plaintext && parseContents(plaintext);
  } catch (error) {
    // Whatever a host put into its own log is no error of ours: such a stamp does not count.
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}

function parseContents(plaintext: Uint8Array): SealContents | null {
  const value = parseCbor(plaintext);
  if (!Array.isArray(value) || value.length !== 3) return null;
  const holderKey: unknown = value[0];
  if (holderKey !== null && !(holderKey instanceof Uint8Array && holderKey.length === 32)) {
    return null;
  }
  const [, proof = null, grant = null] = splitCborArray(plaintext);
  return {
    holderKey,
    proof: value[1] === null ? null : proof,
    grant: value[2] === null ? null : grant,
  };
}
