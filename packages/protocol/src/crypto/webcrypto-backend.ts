/** The browser's back end, over WebCrypto's Ed25519 (where it exists). Asynchronous. */

import { parseBase64url } from '../bytes/base64url.js';
import { assertBytes, concatBytes } from '../bytes/bytes.js';
import { ProtocolError } from '../errors.js';
import { passesEd25519Guard } from './ed25519-guard.js';
import type { SignatureBackend, SignatureCheck } from './signature.js';

/** Bytes that do not stand over shared memory, as WebCrypto wants them. */
type OwnBytes = Uint8Array<ArrayBuffer>;
type Algorithm = { readonly name: 'Ed25519' };

/**
 * The part of `SubtleCrypto` that is used here; `crypto.subtle` fits. Keys are handles that only it
 * understands.
 */
export interface SubtlePort {
  importKey(
    format: 'raw' | 'pkcs8',
    data: OwnBytes,
    algorithm: Algorithm,
    extractable: boolean,
    usages: ('sign' | 'verify')[],
  ): Promise<unknown>;
  exportKey(format: 'jwk', key: unknown): Promise<{ x?: string | undefined }>;
  sign(algorithm: Algorithm, key: unknown, data: OwnBytes): Promise<ArrayBuffer>;
  verify(algorithm: Algorithm, key: unknown, signature: OwnBytes, data: OwnBytes): Promise<boolean>;
}

const ED25519: Algorithm = { name: 'Ed25519' };
/** The PKCS #8 wrapping (RFC 8410 §7) that stands before a seed of 32 bytes. */
const PKCS8_PREFIX = Uint8Array.of(
  ...[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70],
  ...[0x04, 0x22, 0x04, 0x20],
);

/**
 * A key handle that signs. Not extractable, it is what a wallet keeps in place of a seed.
 * @throws TypeError if the seed has not 32 bytes
 */
export async function importSigningKey(
  subtle: SubtlePort,
  seed: Uint8Array,
  extractable = false,
): Promise<unknown> {
  assertBytes(seed, 'seed', 32);
  const document = new Uint8Array(concatBytes(PKCS8_PREFIX, seed));
  return subtle.importKey('pkcs8', document, ED25519, extractable, ['sign']);
}

/** The signature (64 bytes) of `message` by a key handle. */
export async function signWithKey(
  subtle: SubtlePort,
  key: unknown,
  message: Uint8Array,
): Promise<Uint8Array> {
  return new Uint8Array(await subtle.sign(ED25519, key, new Uint8Array(message)));
}

/** WebCrypto as a guarded back end. `subtle` is the platform's `crypto.subtle`. */
export function webcryptoBackend(subtle: SubtlePort): SignatureBackend {
  return {
    async publicKey(seed) {
      const jwk = await subtle.exportKey('jwk', await importSigningKey(subtle, seed, true));
      if (jwk.x === undefined) {
        throw new ProtocolError('KEY_INVALID', 'JWK: expected a public key x, got none');
      }
      return parseBase64url(jwk.x);
    },
    async sign(seed, message) {
      return signWithKey(subtle, await importSigningKey(subtle, seed), message);
    },
    async verify(check) {
      return passesEd25519Guard(check) && verifyWith(subtle, check);
    },
  };
}

async function verifyWith(subtle: SubtlePort, check: SignatureCheck): Promise<boolean> {
  let key: unknown;
  try {
    const raw = new Uint8Array(check.publicKey);
    key = await subtle.importKey('raw', raw, ED25519, false, ['verify']);
  } catch {
    // Some platforms refuse a key that is not on the curve at import, others at verification.
    return false;
  }
  const signature = new Uint8Array(check.signature);
  return subtle.verify(ED25519, key, signature, new Uint8Array(check.message));
}
