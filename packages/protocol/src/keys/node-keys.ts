/**
 * A node's keys, all derived from its one secret. Public keys come from a signature back end, not
 * from here.
 */

import { encodeBase64url } from '../bytes/base64url.js';
import { assertBytes } from '../bytes/bytes.js';
import { deriveKey, sha256 } from '../crypto/hash.js';

/**
 * What a node's keys are for. All are Ed25519 seeds, except `box` (X25519 secret key) and `store`
 * (symmetric).
 */
export const KEY_NAMES = ['log', 'witness', 'peer', 'box', 'issuing', 'store'] as const;
export type KeyName = (typeof KEY_NAMES)[number];

/** Generation numbers by key, unsigned 32-bit; a missing one is 0. */
export type KeyGenerations = { readonly [name in KeyName]?: number };

/** 32 secret bytes for each key. */
export type NodeKeys = { readonly [name in KeyName]: Uint8Array };

/**
 * KEYS-1: a key is HKDF-SHA-256 of the node secret (32 bytes), empty salt, info
 * `covisa/key/<name>/<generation>`.
 * @throws TypeError for another length; RangeError for a generation that is no unsigned 32-bit
 * integer
 */
export function deriveNodeKey(secret: Uint8Array, name: KeyName, generation: number): Uint8Array {
  assertBytes(secret, 'secret', 32);
  if (!Number.isInteger(generation) || generation < 0 || generation > 0xffff_ffff) {
    throw new RangeError(
      `generation: expected an unsigned 32-bit integer, got ${String(generation)}`,
    );
  }
  return deriveKey(secret, `covisa/key/${name}/${generation}`);
}

/** All keys of a node, each in its generation. @throws as `deriveNodeKey` */
export function deriveNodeKeys(secret: Uint8Array, generations: KeyGenerations = {}): NodeKeys {
  const derive = (name: KeyName) => deriveNodeKey(secret, name, generations[name] ?? 0);
  return {
    log: derive('log'),
    witness: derive('witness'),
    peer: derive('peer'),
    box: derive('box'),
    issuing: derive('issuing'),
    store: derive('store'),
  };
}

/**
 * KEYS-2: the recovery digest is base64url of SHA-256 of the recovery public key (32 bytes,
 * Ed25519).
 */
export function recoveryDigest(recoveryPublicKey: Uint8Array): string {
  assertBytes(recoveryPublicKey, 'recoveryPublicKey', 32);
  return encodeBase64url(sha256(recoveryPublicKey));
}
