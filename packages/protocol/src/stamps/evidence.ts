/** Reads the evidence in a seal. What the member or the home signed is read here and checked by the runner of checks. */

import { encodeBase64url, parseBase64url } from '../bytes/base64url.js';
import { concatBytes, encodeUtf8 } from '../bytes/bytes.js';
import { parseCbor } from '../bytes/cbor.js';
import { CborMapReader } from '../bytes/cbor-map.js';
import { coseMessage, parseCose } from '../bytes/cose.js';
import { sha256 } from '../crypto/hash.js';
import type { SignatureCheck } from '../crypto/signature.js';
import type { Seconds, SpaceId } from '../ids.js';

/** Whose visa: what binds proofs and grants to it. */
export interface VisaSubject {
  readonly home: SpaceId;
  /** 16 bytes. */
  readonly visaNumber: Uint8Array;
}

/** A proof as read from a seal. */
export interface ReadProof {
  /** Names the proof: the hash of what was signed, never of the signature. */
  readonly id: string;
  readonly purpose: number;
  readonly time: Seconds;
  /** First 16 bytes of the host's id; null for an open proof. */
  readonly host: Uint8Array | null;
  readonly check: (holderKey: Uint8Array) => SignatureCheck;
}

/** A grant as read from a seal. */
export interface ReadGrant {
  readonly k: number;
  /** First 16 bytes of the host's id. */
  readonly host: Uint8Array;
  /** Days since 1970. */
  readonly day: number;
  readonly issued: Seconds;
  /** 1 or 0.5. */
  readonly weight: number;
  readonly check: (issuingKey: Uint8Array) => SignatureCheck;
}

const UINT32_MAX = 0xffff_ffff;
const SECONDS_MAX = 253_402_300_799;

function context(label: string, subject: VisaSubject): Uint8Array {
  return concatBytes(encodeUtf8(label), parseBase64url(subject.home), subject.visaNumber);
}

/** Reads a proof. @throws ProtocolError COSE_INVALID, CBOR_INVALID, CBOR_NOT_DETERMINISTIC, TOKEN_INVALID */
export function readProof(bytes: Uint8Array, subject: VisaSubject): ReadProof {
  const { payload, signature } = parseCose(bytes);
  const reader = new CborMapReader(parseCbor(payload), 'TOKEN_INVALID', 'proof');
  const purpose = reader.uint(1, 5);
  const time = reader.uint(2, SECONDS_MAX);
  const host = reader.has(3) ? reader.bytes(3, 16) : null;
  reader.bytes(4, 8);
  reader.end();
  const message = coseMessage(payload, context('covisa/proof/1', subject));
  return {
    id: encodeBase64url(sha256(message)),
    purpose,
    time,
    host,
    check: (publicKey) => ({ publicKey, message, signature }),
  };
}

/** Reads a grant. @throws ProtocolError COSE_INVALID, CBOR_INVALID, CBOR_NOT_DETERMINISTIC, GRANT_INVALID */
export function readGrant(bytes: Uint8Array, subject: VisaSubject): ReadGrant {
  const { payload, signature } = parseCose(bytes);
  const reader = new CborMapReader(parseCbor(payload), 'GRANT_INVALID', 'grant');
  const k = reader.uint(1, UINT32_MAX);
  const host = reader.bytes(2, 16);
  const day = reader.uint(3, UINT32_MAX);
  const issued = reader.uint(4, SECONDS_MAX);
  reader.uint(5, SECONDS_MAX);
  const weight = reader.uint(6, 2) / 2;
  reader.end();
  const message = coseMessage(payload, context('covisa/grant/1', subject));
  return {
    k,
    host,
    day,
    issued,
    weight,
    check: (publicKey) => ({ publicKey, message, signature }),
  };
}
