/**
 * The grant: the home's signed, exclusive permission for one free visit of one visa number at one
 * host on one date.
 */

import { assertBytes, equalBytes } from '../bytes/bytes.js';
import { encodeCbor, parseCbor } from '../bytes/cbor.js';
import { CborMapReader } from '../bytes/cbor-map.js';
import { assembleCose, type CoseSign1, parseCose, type ToSign } from '../bytes/cose.js';
import { dayOfDate } from '../bytes/dates.js';
import type { SignatureCheck } from '../crypto/signature.js';
import { ProtocolError } from '../errors.js';
import type { CalendarDate, Seconds, SpaceId } from '../ids.js';
import { LOOKUP_INDICES_MAX, PRESENTATION_EARLY_SECONDS, SECONDS_MAX } from '../limits.js';
import { boundMessage } from './binding.js';
import { shortSpaceId } from './claims.js';

const LABEL = 'covisa/grant/1';
const CLAIM = { k: 1, host: 2, date: 3, issued: 4, lapses: 5, weight: 6 } as const;

/** What a grant says. */
export interface GrantClaims {
  /** The stamp index that it reserves: below `LOOKUP_INDICES_MAX`. */
  readonly k: number;
  /** The first 16 bytes of the host's space id (`shortSpaceId`). */
  readonly host: Uint8Array;
  /** The host-local date of the visit. */
  readonly date: CalendarDate;
  readonly issuedAt: Seconds;
  /** From then on it reserves nothing. */
  readonly lapsesAt: Seconds;
  /** A whole or a half day. */
  readonly weight: 1 | 0.5;
}

/** A grant as it was read: its signature is not verified. */
export interface Grant extends CoseSign1 {
  readonly claims: GrantClaims;
}

function grantPayload(claims: GrantClaims): Uint8Array {
  assertBytes(claims.host, 'host', 16);
  return encodeCbor(
    new Map<number, number | Uint8Array>([
      [CLAIM.k, claims.k],
      [CLAIM.host, claims.host],
      [CLAIM.date, dayOfDate(claims.date)],
      [CLAIM.issued, claims.issuedAt],
      [CLAIM.lapses, claims.lapsesAt],
      [CLAIM.weight, claims.weight * 2],
    ]),
  );
}

/**
 * The payload of a grant and the bytes that the issuing key of `home` signs, for the visa `number`
 * (16 bytes).
 */
export function grantToSign(claims: GrantClaims, home: SpaceId, number: Uint8Array): ToSign {
  const payload = grantPayload(claims);
  return { payload, message: boundMessage(LABEL, payload, home, number) };
}

/** The grant of a payload and its signature (64 bytes). */
export function assembleGrant(payload: Uint8Array, signature: Uint8Array): Uint8Array {
  return assembleCose(payload, signature);
}

/**
 * Reads a grant. Its signature is still to be checked: `grantCheck`.
 * @throws ProtocolError GRANT_INVALID, COSE_INVALID, CBOR_INVALID, CBOR_NOT_DETERMINISTIC
 */
export function parseGrant(bytes: Uint8Array): Grant {
  const cose = parseCose(bytes);
  const map = new CborMapReader(parseCbor(cose.payload), 'GRANT_INVALID', 'grant');
  const claims = {
    // GRANT-13: the index of a grant is below 1,024, or no look-up would find its stamp.
    k: map.uint(CLAIM.k, LOOKUP_INDICES_MAX - 1),
    host: map.bytes(CLAIM.host, 16),
    date: map.date(CLAIM.date),
    issuedAt: map.uint(CLAIM.issued, SECONDS_MAX),
    lapsesAt: map.uint(CLAIM.lapses, SECONDS_MAX),
    weight: readWeight(map),
  };
  map.end();
  // GRANT-1: a grant lapses after it is issued.
  if (claims.lapsesAt <= claims.issuedAt) throw map.misfit('a lapse after the issue', CLAIM.lapses);
  return { ...cose, claims };
}

function readWeight(map: CborMapReader): 1 | 0.5 {
  const halves = map.uint(CLAIM.weight, 2);
  if (halves === 0) throw map.misfit('1 or 2 halves', CLAIM.weight);
  return halves === 1 ? 0.5 : 1;
}

/**
 * The check of a grant's signature under an issuing key (32 bytes) of `home`, for the visa `number`
 * (16 bytes).
 */
export function grantCheck(
  grant: Grant,
  home: SpaceId,
  number: Uint8Array,
  issuingKey: Uint8Array,
): SignatureCheck {
  const message = boundMessage(LABEL, grant.payload, home, number);
  return { publicKey: issuingKey, message, signature: grant.signature };
}

/** The visit that a grant is held against. */
export interface GrantedVisit {
  readonly k: number;
  readonly host: SpaceId;
  readonly date: CalendarDate;
}

/** Checks that a grant is for this index, host and date. @throws ProtocolError GRANT_INVALID */
export function checkGrant(grant: Grant, visit: GrantedVisit): void {
  const { k, host, date } = grant.claims;
  // GRANT-2: a grant serves the index, the host and the date that it names, and nothing else.
  if (k !== visit.k) throw otherVisit(`index ${visit.k}`, `index ${k}`);
  if (!equalBytes(host, shortSpaceId(visit.host))) throw otherVisit('this host', 'another host');
  if (date !== visit.date) throw otherVisit(visit.date, date);
}

function otherVisit(expected: string, got: string): ProtocolError {
  return new ProtocolError('GRANT_INVALID', `grant: expected ${expected}, got ${got}`);
}

/**
 * Whether a host may still use a grant at `instant`. GRANT-3: a grant is used from 60 s before its
 * issue time until it lapses, exclusive.
 */
export function isGrantOpen(grant: Grant, instant: Seconds): boolean {
  return (
    grant.claims.issuedAt - PRESENTATION_EARLY_SECONDS <= instant && instant < grant.claims.lapsesAt
  );
}
