/**
 * Visas, proofs and tokens for tests, signed by the portable back end with keys made from labels.
 */

import {
  assembleProof,
  assembleVisa,
  encodeToken,
  issuerOf,
  type ProofClaims,
  parseCalendarDate,
  parseToken,
  presentationToSign,
  type SpaceId,
  type Token,
  tweetnaclBackend,
  type VisaClaims,
  visaToSign,
} from '@covisa/protocol';
import { TEST_INSTANT, testBytes, testSeed, testSpaceId } from './fixed.js';

/** The home space of the visas here. */
export const MELBOURNE = testSpaceId('melbourne');
/** A host space. */
export const SHANGHAI = testSpaceId('shanghai');
/** Another host space. */
export const SYDNEY = testSpaceId('sydney');

/** The seed of a space's issuing key, by the space's id. */
export function issuingSeed(space: SpaceId): Uint8Array {
  return testSeed(`issuing/${space}`);
}

/** The issuing public key of a space. */
export function issuingKeyOf(space: SpaceId): Uint8Array {
  return tweetnaclBackend.publicKey(issuingSeed(space));
}

/** The seed of a member's holder key. */
export function holderSeed(member: string): Uint8Array {
  return testSeed(`holder/${member}`);
}

/** The holder public key of a member. */
export function holderKeyOf(member: string): Uint8Array {
  return tweetnaclBackend.publicKey(holderSeed(member));
}

/** Ordinary claims of the member Ada of Melbourne, changed where a test says so. */
export function makeClaims(
  changes: Partial<VisaClaims> = {},
  home: SpaceId = MELBOURNE,
): VisaClaims {
  return {
    issuer: issuerOf(home),
    number: testBytes('visa/ada', 16),
    issuedAt: TEST_INSTANT - 86_400,
    expiresAt: TEST_INSTANT + 29 * 86_400,
    holderKey: holderKeyOf('ada'),
    yearStart: parseCalendarDate('2026-02-01'),
    memberSince: parseCalendarDate('2024-09-15'),
    plan: 'flex',
    displayName: 'Ada L.',
    former: [],
    ask: false,
    ...changes,
  };
}

/** The bytes of a visa, signed by the home's issuing key (or another seed). */
export function makeVisa(
  changes: Partial<VisaClaims> = {},
  home: SpaceId = MELBOURNE,
  seed: Uint8Array = issuingSeed(home),
): Uint8Array {
  const { payload, message } = visaToSign(makeClaims(changes, home), home);
  return assembleVisa(payload, tweetnaclBackend.sign(seed, message));
}

/** Whose proof it is, and for which visa. */
export interface ProofOwner {
  readonly home?: SpaceId;
  readonly number?: Uint8Array;
  readonly seed?: Uint8Array;
}

/**
 * The bytes of a proof by Ada's key for her visa: an open visit at `TEST_INSTANT`, changed where a
 * test says so.
 */
export function makeProof(changes: Partial<ProofClaims> = {}, owner: ProofOwner = {}): Uint8Array {
  const { home = MELBOURNE, number = testBytes('visa/ada', 16), seed = holderSeed('ada') } = owner;
  const claims: ProofClaims = {
    purpose: 'visit',
    time: TEST_INSTANT,
    host: null,
    nonce: testBytes('nonce', 8),
    ...changes,
  };
  const { payload, message } = presentationToSign(claims, home, number);
  return assembleProof(payload, tweetnaclBackend.sign(seed, message));
}

/** The text of Ada's token: her visa and a proof, each changed where a test says so. */
export function makeTokenText(
  visa: Partial<VisaClaims> = {},
  proof: Partial<ProofClaims> = {},
): string {
  return encodeToken(makeVisa(visa), makeProof(proof));
}

/** The text of Ada's printed card. */
export function makeStaticText(changes: Partial<VisaClaims> = {}): string {
  return encodeToken(makeVisa({ holderKey: null, ask: true, ...changes }));
}

/** Ada's token, read. */
export function makeToken(visa: Partial<VisaClaims> = {}, proof: Partial<ProofClaims> = {}): Token {
  return parseToken(makeTokenText(visa, proof));
}
