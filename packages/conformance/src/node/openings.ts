/** First entries of logs: the inception of a space, and the resume of a later incarnation. */

import {
  boxPublicKey,
  encodeBase64url,
  encodeEntry,
  type LogId,
  type NodeKeys,
  recoveryDigest,
  resumeToSign,
  type Seconds,
  sha256,
  spaceId,
} from '@covisa/protocol';
import { ed25519 } from '../platform/ed25519.js';

/** A first entry, and the log that it opens. */
export interface Opening {
  readonly line: Uint8Array;
  readonly log: LogId;
}

/** The log that a resume follows, as far as it is accepted. */
export interface Accepted {
  readonly log: LogId;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** The public key of a seed (32 bytes), in base64url. */
export function publicKey(seed: Uint8Array): string {
  return encodeBase64url(ed25519.publicKey(seed));
}

function announced({ log, witness, peer, box }: NodeKeys, recoverySeed: Uint8Array) {
  return {
    log: publicKey(log),
    witness: publicKey(witness),
    peer: publicKey(peer),
    box: encodeBase64url(boxPublicKey(box)),
    recovery: recoveryDigest(ed25519.publicKey(recoverySeed)),
  };
}

/** The inception of a new space. */
export function inceptionOf(keys: NodeKeys, recoverySeed: Uint8Array): Opening {
  const line = encodeEntry({ type: 'inception', version: 1, ...announced(keys, recoverySeed) });
  return { line, log: { space: spaceId.parse(encodeBase64url(sha256(line))), incarnation: 0 } };
}

/** The resume that follows `accepted`, signed by the recovery key of the seed `signer`. */
export function resumeOf(
  accepted: Accepted,
  keys: NodeKeys,
  recoverySeed: Uint8Array,
  signer: Uint8Array,
  time: Seconds,
): Opening {
  const { space } = accepted.log;
  const incarnation = accepted.log.incarnation + 1;
  const previous = { size: accepted.size, root: encodeBase64url(accepted.root) };
  const claims = { space, incarnation, previous, ...announced(keys, recoverySeed), time };
  const line = encodeEntry({
    type: 'resume',
    version: 1,
    ...claims,
    recoveryKey: publicKey(signer),
    signature: encodeBase64url(ed25519.sign(signer, resumeToSign(claims))),
  });
  return { line, log: { space, incarnation } };
}
