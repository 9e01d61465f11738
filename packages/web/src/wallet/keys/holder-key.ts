/**
 * The holder's key on this device: a WebCrypto key that cannot be read out, where the platform has
 * Ed25519 by the one rule and can keep such a key; else a seed under the guarded portable back end.
 */

import {
  importSigningKey,
  keepsToTheRule,
  type SignatureBackend,
  signWithKey,
  webcryptoBackend,
} from '@covisa/protocol';
import { freshBytes } from '../../platform/random.js';

/** A key on this device. `publicKey` has 32 bytes. */
export type HolderKey =
  | { readonly kind: 'platform'; readonly publicKey: Uint8Array; readonly handle: CryptoKey }
  | { readonly kind: 'seed'; readonly publicKey: Uint8Array; readonly seed: Uint8Array };

/** The portable back end is loaded only where it is needed: it is large and slow. */
async function portable(): Promise<SignatureBackend> {
  return (await import('./portable.js')).tweetnaclBackend;
}

async function platformKey(): Promise<HolderKey | null> {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) return null;
  const backend = webcryptoBackend(subtle);
  if (!(await keepsToTheRule(backend))) return null;
  const seed = freshBytes(32);
  try {
    const publicKey = await backend.publicKey(seed);
    const handle = await importSigningKey(subtle, seed);
    return handle instanceof CryptoKey ? { kind: 'platform', publicKey, handle } : null;
  } catch {
    return null;
  } finally {
    seed.fill(0);
  }
}

async function seedKey(): Promise<HolderKey> {
  const seed = freshBytes(32);
  const backend = await portable();
  return { kind: 'seed', publicKey: await backend.publicKey(seed), seed };
}

/**
 * A fresh key. `canKeep` tries whether the browser can keep it: some refuse to keep a handle that
 * they themselves made.
 */
export async function makeHolderKey(
  canKeep: (key: HolderKey) => Promise<boolean>,
): Promise<HolderKey> {
  const key = await platformKey();
  return key !== null && (await canKeep(key)) ? key : seedKey();
}

/** The signature (64 bytes) of a message. */
export async function signAsHolder(key: HolderKey, message: Uint8Array): Promise<Uint8Array> {
  switch (key.kind) {
    case 'platform':
      return signWithKey(crypto.subtle, key.handle, message);
    case 'seed':
      return (await portable()).sign(key.seed, message);
  }
}
