/**
 * The peers: each verifies the same SD-JWTs with key binding. The issuer's keys are imported
 * beforehand; the holder's comes with each presentation. What a library leaves to its caller is
 * checked here, as a desk would have to.
 */

import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import {
  encodeBase64url,
  encodeUtf8,
  issuerOf,
  PRESENTATION_EARLY_SECONDS,
  PRESENTATION_LATE_SECONDS,
  type PresentationContext,
} from '@covisa/protocol';
import { nodeSha256 } from '../../../../node/dist/adapters/sha256-node.js';
import { audienceOf, jwkOf, type SdJwt } from '../../presentations/sd-jwt.js';
import type { MadeSpace } from '../../world/spaces.js';
import { keyObjectOf } from './floor.js';

/** Verifies one, and rejects it by an error. */
export type VerifySdJwt = (shown: SdJwt, context: PresentationContext) => Promise<void>;

function known<T>(keys: ReadonlyMap<string, T>, issuer: string): T {
  const key = keys.get(issuer);
  if (key === undefined) throw new Error('issuer: expected a known home, got another');
  return key;
}

/** jose: a JWT and its key-binding JWT. */
export async function joseVerifier(homes: readonly MadeSpace[]): Promise<VerifySdJwt> {
  const { importJWK, jwtVerify } = await import('jose');
  const keys = new Map<string, CryptoKey>();
  for (const home of homes) {
    keys.set(issuerOf(home.id), await importJWK(jwkOf(home.issuingKey), 'EdDSA'));
  }
  return async ({ text }, { home, host, purpose, instant }) => {
    const [credential = '', binding = ''] = text.split('~');
    const shared = { algorithms: ['EdDSA'], currentDate: new Date(instant * 1000) };
    const issuer = issuerOf(home);
    const { payload } = await jwtVerify(credential, known(keys, issuer), {
      ...{ ...shared, typ: 'dc+sd-jwt', issuer, requiredClaims: ['exp', 'iat', 'cnf', 'jti'] },
    });
    if (payload.cnf === undefined) throw new Error('cnf: expected a key, got none');
    const bound = await jwtVerify(binding, payload.cnf.jwk, {
      ...{ ...shared, typ: 'kb+jwt', audience: audienceOf(host) },
      ...{ maxTokenAge: PRESENTATION_LATE_SECONDS, clockTolerance: PRESENTATION_EARLY_SECONDS },
    });
    const digest = encodeBase64url(nodeSha256(encodeUtf8(`${credential}~`)));
    if (bound.payload.purpose !== purpose || bound.payload.sd_hash !== digest) {
      throw new Error('key binding: expected this purpose and this credential');
    }
  };
}

function holds(key: KeyObject, data: string, signature: string): boolean {
  return verify(null, Buffer.from(data), key, Buffer.from(signature, 'base64url'));
}

/** @sd-jwt/core over node:crypto. */
export async function sdJwtVerifier(homes: readonly MadeSpace[]): Promise<VerifySdJwt> {
  const { SDJwtInstance } = await import('@sd-jwt/core');
  const keys = new Map(homes.map((one) => [issuerOf(one.id), keyObjectOf(one.issuingKey)]));
  const instance = new SDJwtInstance<object, { readonly key: KeyObject }>({
    hasher: (data) =>
      nodeSha256(typeof data === 'string' ? encodeUtf8(data) : new Uint8Array(data)),
    verifier: (data, signature, options) =>
      options !== undefined && holds(options.key, data, signature),
    kbVerifier: (data, signature, { cnf }) =>
      cnf !== undefined &&
      holds(createPublicKey({ key: { ...cnf.jwk }, format: 'jwk' }), data, signature),
  });
  return async ({ text, nonce }, { home, host, instant }) => {
    const key = known(keys, issuerOf(home));
    const options = { key, currentDate: instant, keyBindingNonce: nonce };
    const { kb } = await instance.verify(text, options);
    const age = instant - (kb?.payload.iat ?? Number.NaN);
    const isTimely = age >= -PRESENTATION_EARLY_SECONDS && age <= PRESENTATION_LATE_SECONDS;
    if (!isTimely || kb?.payload.aud !== audienceOf(host)) {
      throw new Error('key binding: expected this host, now');
    }
  };
}
