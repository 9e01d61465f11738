/**
 * The same claims as two well-known codes of another trade, which have no holder binding: whoever
 * copied such a code can show it.
 */

import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { deflateRawSync, deflateSync } from 'node:zlib';
import {
  type CborValue,
  dayOfDate,
  encodeBase45,
  encodeBase64url,
  encodeCbor,
  encodeUtf8,
  type VisaClaims,
} from '@covisa/protocol';

/** COSE's tag of a COSE_Sign1, 18: a value of CBOR that covisa itself does not write. */
const SIGN1_TAG = 0xd2;
const KID_BYTES = 8;

/** An issuer's P-256 key, as both formats want it. */
export function healthKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

/** ES256: 64 bytes. */
function es256(message: Uint8Array, key: KeyObject): Uint8Array {
  return sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' });
}

/** SHA-256 of the key's JWK by RFC 7638. */
function thumbprint(key: KeyObject): Buffer {
  const { crv, x, y } = key.export({ format: 'jwk' });
  return createHash('sha256')
    .update(JSON.stringify({ crv, kty: 'EC', x, y }))
    .digest();
}

/** What a visa says beside issuer and times. */
function subject(claims: VisaClaims) {
  return {
    id: encodeBase64url(claims.number),
    year: dayOfDate(claims.yearStart),
    since: dayOfDate(claims.memberSince),
    plan: claims.plan,
    name: claims.displayName ?? '',
  };
}

/** As an EU Digital COVID Certificate is made: CWT in COSE_Sign1, zlib, base45, `HC1:`. */
export function dccOf(claims: VisaClaims, key: KeyObject): string {
  const header = encodeCbor(
    new Map<number, CborValue>([
      [1, -7],
      [4, thumbprint(key).subarray(0, KID_BYTES)],
    ]),
  );
  const content = new Map<string, CborValue>(Object.entries(subject(claims)));
  const payload = encodeCbor(
    new Map<number, CborValue>([
      [1, claims.issuer],
      [4, claims.expiresAt],
      [6, claims.issuedAt],
      [-260, new Map([[1, content]])],
    ]),
  );
  const signed = encodeCbor(['Signature1', header, new Uint8Array(), payload]);
  const parts: CborValue = [header, new Map(), payload, es256(signed, key)];
  const bytes = Buffer.concat([Uint8Array.of(SIGN1_TAG), encodeCbor(parts)]);
  return `HC1:${encodeBase45(deflateSync(bytes, { level: 9 }))}`;
}

/** As a SMART Health Card is made: JWS with a deflated payload, two digits a character, `shc:/`. */
export function shcOf(claims: VisaClaims, key: KeyObject): string {
  const header = { zip: 'DEF', alg: 'ES256', kid: thumbprint(key).toString('base64url') };
  const payload = {
    iss: claims.issuer,
    nbf: claims.issuedAt,
    exp: claims.expiresAt,
    vc: { type: ['covisa'], credentialSubject: subject(claims) },
  };
  const deflated = deflateRawSync(encodeUtf8(JSON.stringify(payload)), { level: 9 });
  const parts = [encodeUtf8(JSON.stringify(header)), deflated];
  const signed = parts.map((part) => encodeBase64url(part)).join('.');
  const text = `${signed}.${encodeBase64url(es256(encodeUtf8(signed), key))}`;
  const digits = [...text].map((one) => String(one.charCodeAt(0) - 45).padStart(2, '0'));
  return `shc:/${digits.join('')}`;
}
