/**
 * The visa's bytes: a COSE_Sign1 of the home's issuing key over CWT claims. Its rules are in
 * claims.ts and check.ts.
 */

import { parseBase64url } from '../bytes/base64url.js';
import { concatBytes, encodeUtf8 } from '../bytes/bytes.js';
import { type CborValue, encodeCbor, parseCbor } from '../bytes/cbor.js';
import { CborMapReader } from '../bytes/cbor-map.js';
import {
  assembleCose,
  type CoseSign1,
  coseMessage,
  parseCose,
  type ToSign,
} from '../bytes/cose.js';
import { dayOfDate } from '../bytes/dates.js';
import type { SignatureCheck } from '../crypto/signature.js';
import type { SpaceId } from '../ids.js';
import { SECONDS_MAX } from '../limits.js';
import { checkClaims, type VisaClaims } from './claims.js';

const AAD_LABEL = encodeUtf8('covisa/visa/1');

/** Registered CWT claims (RFC 8392, RFC 8747) and covisa's own map, from the private range. */
const CLAIM = { issuer: 1, expires: 4, issued: 6, number: 7, holder: 8, covisa: -65537 } as const;
/** Members of the COSE_Key of the holder: kty OKP (1), crv Ed25519 (6), x. */
const COSE_KEY = { kty: 1, crv: -1, x: -2 } as const;
/** Members of covisa's own map. */
const OWN = { yearStart: 1, since: 2, plan: 3, name: 4, former: 5, ask: 6, static: 7 } as const;

/** A visa as it was read: its signature is not verified. */
export interface Visa extends CoseSign1 {
  readonly claims: VisaClaims;
}

/** The claims in deterministic CBOR. @throws ProtocolError VISA_INVALID */
export function visaPayload(claims: VisaClaims): Uint8Array {
  checkClaims(claims);
  const own = new Map<number, CborValue>([
    [OWN.yearStart, dayOfDate(claims.yearStart)],
    [OWN.since, dayOfDate(claims.memberSince)],
    [OWN.plan, claims.plan],
  ]);
  if (claims.displayName !== null) own.set(OWN.name, claims.displayName);
  if (claims.former.length > 0) own.set(OWN.former, claims.former);
  if (claims.ask) own.set(OWN.ask, true);
  if (claims.holderKey === null) own.set(OWN.static, true);
  const payload = new Map<number, CborValue>([
    [CLAIM.issuer, claims.issuer],
    [CLAIM.expires, claims.expiresAt],
    [CLAIM.issued, claims.issuedAt],
    [CLAIM.number, claims.number],
    [CLAIM.covisa, own],
  ]);
  if (claims.holderKey !== null) payload.set(CLAIM.holder, confirmation(claims.holderKey));
  return encodeCbor(payload);
}

function confirmation(holderKey: Uint8Array): CborValue {
  const key = new Map<number, CborValue>([
    [COSE_KEY.kty, 1],
    [COSE_KEY.crv, 6],
    [COSE_KEY.x, holderKey],
  ]);
  return new Map([[1, key]]);
}

function visaAad(home: SpaceId): Uint8Array {
  return concatBytes(AAD_LABEL, parseBase64url(home));
}

/**
 * The payload of a visa and the bytes that the issuing key of `home` signs.
 * @throws ProtocolError VISA_INVALID
 */
export function visaToSign(claims: VisaClaims, home: SpaceId): ToSign {
  const payload = visaPayload(claims);
  return { payload, message: coseMessage(payload, visaAad(home)) };
}

/** The visa of a payload and its signature (64 bytes). */
export function assembleVisa(payload: Uint8Array, signature: Uint8Array): Uint8Array {
  return assembleCose(payload, signature);
}

/**
 * Reads a visa. Its signature is still to be checked: `visaCheck`.
 * @throws ProtocolError VISA_INVALID, COSE_INVALID, CBOR_INVALID, CBOR_NOT_DETERMINISTIC
 */
export function parseVisa(bytes: Uint8Array): Visa {
  const cose = parseCose(bytes);
  const claims = readClaims(cose.payload);
  checkClaims(claims);
  return { ...cose, claims };
}

function readClaims(payload: Uint8Array): VisaClaims {
  const map = new CborMapReader(parseCbor(payload), 'VISA_INVALID', 'visa');
  const own = map.map(CLAIM.covisa);
  const holderKey = map.has(CLAIM.holder) ? readHolderKey(map.map(CLAIM.holder)) : null;
  if (own.flag(OWN.static) !== (holderKey === null)) {
    throw own.misfit('static exactly where there is no holder key', OWN.static);
  }
  const claims = {
    issuer: map.text(CLAIM.issuer),
    number: map.bytes(CLAIM.number, 16),
    issuedAt: map.uint(CLAIM.issued, SECONDS_MAX),
    expiresAt: map.uint(CLAIM.expires, SECONDS_MAX),
    holderKey,
    yearStart: own.date(OWN.yearStart),
    memberSince: own.date(OWN.since),
    plan: own.text(OWN.plan),
    displayName: own.has(OWN.name) ? own.text(OWN.name) : null,
    former: own.has(OWN.former) ? readFormer(own) : [],
    ask: own.flag(OWN.ask),
  };
  own.end();
  map.end();
  return claims;
}

function readHolderKey(confirmed: CborMapReader): Uint8Array {
  const key = confirmed.map(1);
  if (key.uint(COSE_KEY.kty, 1) !== 1) throw key.misfit('kty OKP', COSE_KEY.kty);
  if (key.uint(COSE_KEY.crv, 6) !== 6) throw key.misfit('crv Ed25519', COSE_KEY.crv);
  const x = key.bytes(COSE_KEY.x, 32);
  key.end();
  confirmed.end();
  return x;
}

function readFormer(own: CborMapReader): Uint8Array[] {
  const value = own.take(OWN.former);
  if (!Array.isArray(value) || value.length === 0) throw own.misfit('a list', OWN.former);
  return value.map((digest: unknown) => {
    if (!(digest instanceof Uint8Array)) throw own.misfit('8 bytes each', OWN.former);
    return digest;
  });
}

/**
 * The check of a visa's signature under one issuing key (32 bytes) of `home`, named by its full id.
 */
export function visaCheck(visa: Visa, home: SpaceId, issuingKey: Uint8Array): SignatureCheck {
  const message = coseMessage(visa.payload, visaAad(home));
  return { publicKey: issuingKey, message, signature: visa.signature };
}
