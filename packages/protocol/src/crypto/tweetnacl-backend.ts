/** The portable back end: synchronous, runs anywhere, 6 to 9 ms a verification. */

import nacl from 'tweetnacl';
import { assertBytes } from '../bytes/bytes.js';
import { passesEd25519Guard } from './ed25519-guard.js';
import type { SignatureBackend, SignatureCheck } from './signature.js';

/** tweetnacl takes S + L forgeries and small-order keys, so the guard always runs first. */
export const tweetnaclBackend = {
  publicKey(seed: Uint8Array): Uint8Array {
    assertBytes(seed, 'seed', 32);
    return nacl.sign.keyPair.fromSeed(seed).publicKey;
  },
  sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
    assertBytes(seed, 'seed', 32);
    return nacl.sign.detached(message, nacl.sign.keyPair.fromSeed(seed).secretKey);
  },
  verify(check: SignatureCheck): boolean {
    if (!passesEd25519Guard(check)) return false;
    return nacl.sign.detached.verify(check.message, check.signature, check.publicKey);
  },
} satisfies SignatureBackend;
