/**
 * COSE_Sign1 (RFC 9052 §4.2), the one form of it that covisa has: untagged, protected header
 * h'a10127' (alg EdDSA) and nothing else, empty unprotected header, payload inside, 64 bytes of
 * Ed25519 signature.
 */

import { ProtocolError } from '../errors.js';
import { assertBytes, equalBytes } from './bytes.js';
import {
  type CborMap,
  encodeCbor,
  encodeCborBytes,
  joinCborArray,
  parseCbor,
  splitCborArray,
} from './cbor.js';
import { checkBounds } from './cbor-scan.js';

/** {1: -8}: alg EdDSA. */
const PROTECTED = Uint8Array.of(0xa1, 0x01, 0x27);
const UNPROTECTED: CborMap = new Map();
/** What a Sig_structure of a COSE_Sign1 begins with. */
const CONTEXT_ITEM = encodeCbor('Signature1');
/** Both headers as they stand in the array. */
const PROTECTED_ITEM = encodeCbor(PROTECTED);
const UNPROTECTED_ITEM = encodeCbor(UNPROTECTED);

/** A COSE_Sign1 as it was read: nothing about it is verified. */
export interface CoseSign1 {
  /** The whole structure, byte for byte as it arrived. */
  readonly bytes: Uint8Array;
  readonly payload: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

/**
 * What a signer needs: the payload that goes into the structure, and the bytes that the key signs.
 */
export interface ToSign {
  readonly payload: Uint8Array;
  /** The encoded Sig_structure. */
  readonly message: Uint8Array;
}

/** The bytes that are signed: `["Signature1", protected, external_aad, payload]`. */
export function coseMessage(payload: Uint8Array, externalAad: Uint8Array): Uint8Array {
  const parts = [encodeCborBytes(externalAad), encodeCborBytes(payload)];
  const message = joinCborArray([CONTEXT_ITEM, PROTECTED_ITEM, ...parts]);
  checkBounds(message);
  return message;
}

/**
 * The COSE_Sign1 of a payload and its signature (64 bytes).
 * @throws TypeError for another length
 */
export function assembleCose(payload: Uint8Array, signature: Uint8Array): Uint8Array {
  assertBytes(payload, 'payload');
  assertBytes(signature, 'signature', 64);
  return encodeCbor([PROTECTED, UNPROTECTED, payload, signature]);
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

/**
 * Reads a COSE_Sign1 of the one form that covisa has.
 * @throws ProtocolError COSE_INVALID, CBOR_INVALID, CBOR_NOT_DETERMINISTIC
 */
export function parseCose(bytes: Uint8Array): CoseSign1 {
  const [header, unprotected, ...rest] = splitCborArray(bytes);
  // COSE-1: the protected header is {alg: EdDSA}, byte for byte; the unprotected one is empty.
  if (!header || !equalBytes(header, PROTECTED_ITEM)) throw invalid("h'a10127' as header");
  if (!unprotected || !equalBytes(unprotected, UNPROTECTED_ITEM)) {
    throw invalid('an empty unprotected header');
  }
  const [payloadItem, signatureItem] = rest;
  if (!payloadItem || !signatureItem || rest.length !== 2) throw invalid('an array of four');
  const payload = parseCbor(payloadItem);
  if (!isBytes(payload)) throw invalid('a payload of bytes');
  if (signatureItem[0] !== 0x58 || signatureItem[1] !== 64) {
    throw invalid('a signature of 64 bytes');
  }
  return { bytes, payload, signature: signatureItem.subarray(2) };
}

function invalid(expected: string): ProtocolError {
  return new ProtocolError('COSE_INVALID', `COSE_Sign1: expected ${expected}`);
}
