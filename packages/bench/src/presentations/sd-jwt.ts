/**
 * The same content as an SD-JWT with key binding (RFC 9901): nothing is disclosed selectively,
 * since a visa hides nothing from the desk. Names are short, and dates are numbers of days as in a
 * visa.
 */

import { dayOfDate, encodeBase64url, encodeUtf8, issuerOf, type SpaceId } from '@covisa/protocol';
import { nodeSha256 } from '../../../node/dist/adapters/sha256-node.js';
import { contentOf, type Prepared } from './prepared.js';

/** The audience of an open presentation: RFC 9901 demands one. */
const ANYBODY = 'any';

/** The public key of 32 bytes as a JWK. */
export function jwkOf(publicKey: Uint8Array) {
  return { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(publicKey) } as const;
}

/** Whom a presentation is for, when a host asks. */
export function audienceOf(host: SpaceId | null): string {
  return host === null ? ANYBODY : issuerOf(host);
}

function jsonPart(value: object): string {
  return encodeBase64url(encodeUtf8(JSON.stringify(value)));
}

function jws(header: object, payload: object, sign: (message: Uint8Array) => Uint8Array): string {
  const signed = `${jsonPart(header)}.${jsonPart(payload)}`;
  return `${signed}.${encodeBase64url(sign(encodeUtf8(signed)))}`;
}

/** An SD-JWT with key binding, and the nonce of its key binding. */
export interface SdJwt {
  readonly text: string;
  readonly nonce: string;
}

/** By the keys that signed the presentation. */
export function sdJwtOf(prepared: Prepared): SdJwt {
  const { home, member } = prepared;
  const { visa, proof } = contentOf(prepared);
  const { claims } = visa;
  const credential = jws(
    { alg: 'EdDSA', typ: 'dc+sd-jwt' },
    {
      vct: 'covisa',
      iss: claims.issuer,
      iat: claims.issuedAt,
      exp: claims.expiresAt,
      jti: encodeBase64url(claims.number),
      cnf: { jwk: jwkOf(member.holderKey) },
      year: dayOfDate(claims.yearStart),
      since: dayOfDate(claims.memberSince),
      plan: claims.plan,
      name: claims.displayName,
    },
    (message) => home.signVisa(message),
  );
  const nonce = encodeBase64url(proof.claims.nonce);
  const { host, purpose, time } = proof.claims;
  const binding = jws(
    { alg: 'EdDSA', typ: 'kb+jwt' },
    {
      iat: time,
      aud: host === null ? ANYBODY : encodeBase64url(host),
      nonce,
      purpose,
      sd_hash: encodeBase64url(nodeSha256(encodeUtf8(`${credential}~`))),
    },
    (message) => member.sign(message),
  );
  return { text: `${credential}~${binding}`, nonce };
}
