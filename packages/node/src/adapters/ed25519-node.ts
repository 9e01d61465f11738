/** Ed25519 by node:crypto, behind the protocol's guard: 0.1 ms a verification. */

import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto';
import { passesEd25519Guard, type SignatureBackend, type SignatureCheck } from '@covisa/protocol';

/** The PKCS #8 wrapping (RFC 8410 §7) that stands before a seed of 32 bytes. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A map that forgets what was used longest ago, so that foreign keys cannot fill the memory. */
class RecentlyUsed<Value> {
  readonly #values = new Map<string, Value>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  get(name: string, make: () => Value): Value {
    const known = this.#values.get(name);
    const value = known ?? make();
    this.#values.delete(name);
    this.#values.set(name, value);
    if (this.#values.size > this.#max) {
      for (const oldest of this.#values.keys()) {
        this.#values.delete(oldest);
        break;
      }
    }
    return value;
  }
}

/** A back end whose methods all answer at once. */
export interface NodeSignatureBackend extends SignatureBackend {
  publicKey(seed: Uint8Array): Uint8Array;
  sign(seed: Uint8Array, message: Uint8Array): Uint8Array;
  verify(check: SignatureCheck): boolean;
}

function importPrivate(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw new TypeError(`seed: expected 32 bytes, got ${seed.length}`);
  const document = Buffer.concat([PKCS8_PREFIX, seed]);
  return createPrivateKey({ key: document, format: 'der', type: 'pkcs8' });
}

/** From JWK: 6 µs, where DER takes 80 µs. */
function importPublic(x: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/**
 * Seeds that sign in one node at a time: log, witness, peer, a few issuing keys, and some to spare
 * for tests.
 */
const OWN_KEYS_MAX = 16;

/**
 * A back end that keeps at most `keysMax` foreign public keys imported, and `ownKeysMax` keys of
 * our own (an import takes 0.5 ms).
 */
export function nodeSignatureBackend(
  keysMax = 1024,
  ownKeysMax = OWN_KEYS_MAX,
): NodeSignatureBackend {
  const publicKeys = new RecentlyUsed<KeyObject>(keysMax);
  const privateKeys = new RecentlyUsed<KeyObject>(ownKeysMax);
  const privateKey = (seed: Uint8Array) =>
    privateKeys.get(Buffer.from(seed).toString('base64url'), () => importPrivate(seed));
  return {
    publicKey(seed) {
      const { x } = createPublicKey(privateKey(seed)).export({ format: 'jwk' });
      return new Uint8Array(Buffer.from(x ?? '', 'base64url'));
    },
    sign(seed, message) {
      return new Uint8Array(signWith(null, message, privateKey(seed)));
    },
    verify(check) {
      if (!passesEd25519Guard(check)) return false;
      const x = Buffer.from(check.publicKey).toString('base64url');
      try {
        const key = publicKeys.get(x, () => importPublic(x));
        return verifyWith(null, check.message, key, check.signature);
      } catch {
        // 32 bytes that are not on the curve: OpenSSL may say so by an exception.
        return false;
      }
    },
  };
}
