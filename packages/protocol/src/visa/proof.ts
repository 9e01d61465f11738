/** The proof: what the holder key signs afresh for one purpose, now and perhaps for one host. */

import { assertBytes } from '../bytes/bytes.js';
import { type CborValue, encodeCbor, parseCbor } from '../bytes/cbor.js';
import { CborMapReader } from '../bytes/cbor-map.js';
import { assembleCose, type CoseSign1, parseCose, type ToSign } from '../bytes/cose.js';
import type { SignatureCheck } from '../crypto/signature.js';
import type { Seconds, SpaceId } from '../ids.js';
import { SECONDS_MAX } from '../limits.js';
import { boundMessage } from './binding.js';

const LABEL = 'covisa/proof/1';
const CLAIM = { purpose: 1, time: 2, host: 3, nonce: 4 } as const;

/** What a member can mean by a presentation, in the order of their numbers on the wire, from 1. */
export const PURPOSES = [
  'visit',
  'renew',
  'rekey',
  'feedback',
  'complaint',
  'renumber',
  'erase',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a proof says. */
export interface ProofClaims {
  readonly purpose: Purpose;
  readonly time: Seconds;
  /** The first 16 bytes of the host's space id (`shortSpaceId`); null: open. */
  readonly host: Uint8Array | null;
  /** 8 random bytes. */
  readonly nonce: Uint8Array;
}

/** A proof as it was read: its signature is not verified. */
export interface Proof extends CoseSign1 {
  readonly claims: ProofClaims;
}

/** The claims in deterministic CBOR. @throws TypeError for a host or nonce of another length */
function proofPayload(claims: ProofClaims): Uint8Array {
  assertBytes(claims.nonce, 'nonce', 8);
  const payload = new Map<number, CborValue>([
    [CLAIM.purpose, PURPOSES.indexOf(claims.purpose) + 1],
    [CLAIM.time, claims.time],
    [CLAIM.nonce, claims.nonce],
  ]);
  if (claims.host !== null) {
    assertBytes(claims.host, 'host', 16);
    payload.set(CLAIM.host, claims.host);
  }
  return encodeCbor(payload);
}

/**
 * The payload of a proof and the bytes that the holder key signs, for the visa `number` (16 bytes)
 * of `home`.
 */
export function presentationToSign(claims: ProofClaims, home: SpaceId, number: Uint8Array): ToSign {
  const payload = proofPayload(claims);
  return { payload, message: boundMessage(LABEL, payload, home, number) };
}

/** The proof of a payload and its signature (64 bytes). */
export function assembleProof(payload: Uint8Array, signature: Uint8Array): Uint8Array {
  return assembleCose(payload, signature);
}

/**
 * Reads a proof. Its signature is still to be checked: `proofCheck`.
 * @throws ProtocolError TOKEN_INVALID, COSE_INVALID, CBOR_INVALID, CBOR_NOT_DETERMINISTIC
 */
export function parseProof(bytes: Uint8Array): Proof {
  const cose = parseCose(bytes);
  const map = new CborMapReader(parseCbor(cose.payload), 'TOKEN_INVALID', 'proof');
  const purpose = PURPOSES[map.uint(CLAIM.purpose, PURPOSES.length) - 1];
  // PRES-1: the purpose is one of the seven, by its number.
  if (purpose === undefined) throw map.misfit('a purpose', CLAIM.purpose);
  const claims = {
    purpose,
    time: map.uint(CLAIM.time, SECONDS_MAX),
    host: map.has(CLAIM.host) ? map.bytes(CLAIM.host, 16) : null,
    nonce: map.bytes(CLAIM.nonce, 8),
  };
  map.end();
  return { ...cose, claims };
}

/**
 * The check of a proof's signature under a holder key (32 bytes), for the visa `number` (16 bytes)
 * of `home`.
 */
export function proofCheck(
  proof: Proof,
  home: SpaceId,
  number: Uint8Array,
  holderKey: Uint8Array,
): SignatureCheck {
  const message = boundMessage(LABEL, proof.payload, home, number);
  return { publicKey: holderKey, message, signature: proof.signature };
}
