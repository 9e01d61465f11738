/**
 * The holder's key on this device: a WebCrypto key that cannot be read out, where the platform has
 * Ed25519 by the one rule; else a seed under the guarded portable back end.
 */

import { keepsToTheRule, signWithKey, webcryptoBackend } from '@covisa/protocol';
import { freshBytes } from '../../platform/random.js';

/** A key on this device. `publicKey` has 32 bytes. */
export type HolderKey =
  | { readonly kind: 'platform'; readonly publicKey: Uint8Array; readonly handle: CryptoKey }
  | { readonly kind: 'seed'; readonly publicKey: Uint8Array; readonly seed: Uint8Array };

/** The portable back end is loaded only where it is needed: it is large and slow. */
async function portable() {
  return (await import('./portable.js')).tweetnaclBackend;
}

/** A key that only the platform can use; null where it has no Ed25519 that can be relied on. */
export async function platformKey(
  subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle,
): Promise<HolderKey | null> {
  if (subtle === undefined) return null;
  try {
    if (!(await keepsToTheRule(webcryptoBackend(subtle)))) return null;
    const pair = await subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
    if (!('privateKey' in pair)) return null;
    const publicKey = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
    return { kind: 'platform', publicKey, handle: pair.privateKey };
  } catch {
    return null;
  }
}

/** A key that any browser can keep and use. */
export async function seedKey(): Promise<HolderKey> {
  const seed = freshBytes(32);
  return { kind: 'seed', publicKey: (await portable()).publicKey(seed), seed };
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
