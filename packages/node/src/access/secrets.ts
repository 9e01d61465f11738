/** Secrets drawn at random, and the digests by which they are found again. */

import { encodeBase64url, encodeUtf8, type Sha256 } from '@covisa/protocol';
import type { Random } from '../ports.js';

/** What a secret opens: a digest of one kind never fits another. */
export type SecretKind = 'session' | 'device' | 'token' | 'pairing';

/** A fresh secret of 32 bytes, in base64url. */
export function makeSecret(random: Random): string {
  return encodeBase64url(random.bytes(32));
}

/** A fresh id of 9 bytes, in base64url. */
export function makeId(random: Random): string {
  return encodeBase64url(random.bytes(9));
}

/** What is kept of a secret: SHA-256 over a label and the secret, in base64url. */
export function secretDigest(kind: SecretKind, secret: string, sha256: Sha256): string {
  // ACCESS-17: of a secret its digest is kept, under the label of its kind, so that none serves as
  // another kind.
  return encodeBase64url(sha256(encodeUtf8(`covisa/access/${kind}/1 ${secret}`)));
}
