/**
 * Sealed bytes: nacl.secretbox and nacl.box. Nonces come from the caller, since chance enters by a
 * port.
 */

import nacl from 'tweetnacl';
import { assertBytes } from '../bytes/bytes.js';

/** Bytes of a nonce for both kinds of box. */
export const NONCE_BYTES = 24;
/** Bytes by which a box is longer than what it holds. */
export const BOX_OVERHEAD_BYTES = 16;

/**
 * XSalsa20-Poly1305 under a shared key. `nonce`: 24 bytes, never twice under one key; `key`: 32
 * bytes.
 */
export function sealSecret(plaintext: Uint8Array, nonce: Uint8Array, key: Uint8Array): Uint8Array {
  assertBytes(nonce, 'nonce', NONCE_BYTES);
  assertBytes(key, 'key', 32);
  return nacl.secretbox(plaintext, nonce, key);
}

/**
 * What a secretbox holds, or null if it was not sealed with this nonce (24 bytes) under this key
 * (32 bytes).
 */
export function openSecret(box: Uint8Array, nonce: Uint8Array, key: Uint8Array): Uint8Array | null {
  assertBytes(nonce, 'nonce', NONCE_BYTES);
  assertBytes(key, 'key', 32);
  return nacl.secretbox.open(box, nonce, key);
}

/** The two ends of a box: X25519 keys of 32 bytes each. */
export interface BoxKeys {
  readonly theirPublicKey: Uint8Array;
  readonly ourSecretKey: Uint8Array;
}

/** The X25519 public key (32 bytes) of a secret key (32 bytes). */
export function boxPublicKey(secretKey: Uint8Array): Uint8Array {
  assertBytes(secretKey, 'secretKey', 32);
  return nacl.box.keyPair.fromSecretKey(secretKey).publicKey;
}

/**
 * X25519-XSalsa20-Poly1305. Whoever holds one of the two secret keys can open and forge it: the
 * content is signed inside.
 */
export function sealBox(plaintext: Uint8Array, nonce: Uint8Array, keys: BoxKeys): Uint8Array {
  assertBytes(nonce, 'nonce', NONCE_BYTES);
  return nacl.box(plaintext, nonce, keys.theirPublicKey, keys.ourSecretKey);
}

/** What a box holds, or null if it was not sealed with this nonce (24 bytes) between these keys. */
export function openBox(box: Uint8Array, nonce: Uint8Array, keys: BoxKeys): Uint8Array | null {
  assertBytes(nonce, 'nonce', NONCE_BYTES);
  return nacl.box.open(box, nonce, keys.theirPublicKey, keys.ourSecretKey);
}
