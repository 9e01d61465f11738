/** SHA-256 and HKDF-SHA-256, portable and synchronous. */

import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { encodeUtf8 } from '../bytes/bytes.js';

/** A SHA-256 function: a node may put a faster one in its place. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** SHA-256 (FIPS 180-4), 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return nobleSha256(bytes);
}

/** HKDF-SHA-256 (RFC 5869) with an empty salt; `label` in UTF-8 is the info; 32 bytes. */
export function deriveKey(secret: Uint8Array, label: string): Uint8Array {
  return hkdf(nobleSha256, secret, undefined, encodeUtf8(label), 32);
}
