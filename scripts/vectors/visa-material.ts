/** Visas, proofs, grants and tokens, signed by keys made from labels. */

import {
  assembleGrant,
  assembleProof,
  assembleVisa,
  type CborValue,
  coseMessage,
  encodeCbor,
  encodeToken,
  encodeUtf8,
  type GrantClaims,
  grantToSign,
  issuerOf,
  type ProofClaims,
  parseBase64url,
  parseCalendarDate,
  presentationToSign,
  type SpaceId,
  tweetnaclBackend,
  type VisaClaims,
  visaPayload,
  visaToSign,
} from '@covisa/protocol';
import { bytesOf, DAY, dateAfter, INSTANT, MELBOURNE, type Space, seedOf } from './material.js';

/** Ada's holder key. */
export const HOLDER = seedOf('holder/ada');
export const NUMBER = bytesOf('visa/ada', 16);

/** The first 16 bytes of a space id. */
export function shortOf(space: SpaceId): Uint8Array {
  return parseBase64url(space).slice(0, 16);
}

/** Ordinary claims of Ada of Melbourne. */
export function visaClaims(changes: Partial<VisaClaims> = {}): VisaClaims {
  return {
    issuer: issuerOf(MELBOURNE.id),
    number: NUMBER,
    issuedAt: INSTANT - DAY,
    expiresAt: INSTANT + 29 * DAY,
    holderKey: tweetnaclBackend.publicKey(HOLDER),
    yearStart: parseCalendarDate('2026-02-01'),
    memberSince: parseCalendarDate('2024-09-15'),
    plan: 'flex',
    displayName: 'Ada L.',
    former: [],
    ask: false,
    ...changes,
  };
}

/** A printed card of hers. */
export const CARD: Partial<VisaClaims> = { holderKey: null, ask: true };

/** A visa by a home's issuing key, or by another seed. */
export function visaOf(
  changes: Partial<VisaClaims> = {},
  seed: Uint8Array = MELBOURNE.keys.issuing,
  home: SpaceId = MELBOURNE.id,
): Uint8Array {
  const { payload, message } = visaToSign(visaClaims(changes), home);
  return assembleVisa(payload, tweetnaclBackend.sign(seed, message));
}

/** A visa of some payload, whatever it says: signed as any other. */
export function visaOfPayload(payload: Uint8Array): Uint8Array {
  const external = Uint8Array.of(...encodeUtf8('covisa/visa/1'), ...parseBase64url(MELBOURNE.id));
  const signature = tweetnaclBackend.sign(MELBOURNE.keys.issuing, coseMessage(payload, external));
  return assembleVisa(payload, signature);
}

/** The members of a visa's own map, and of the claims around it, by their keys. */
export type Members = ReadonlyMap<number, CborValue>;

/** A payload: the members of an ordinary visa, some of them changed or (undefined) left out. */
export function payloadOf(
  claims: ReadonlyMap<number, CborValue | undefined>,
  own: ReadonlyMap<number, CborValue | undefined>,
): Uint8Array {
  const ownMap = changed(ordinaryOwn(), own);
  const all = changed(ordinaryClaims(ownMap), claims);
  return encodeCbor(all);
}

function changed(
  members: Members,
  changes: ReadonlyMap<number, CborValue | undefined>,
): ReadonlyMap<number, CborValue> {
  const after = new Map(members);
  for (const [key, value] of changes) {
    if (value === undefined) after.delete(key);
    else after.set(key, value);
  }
  return after;
}

function ordinaryOwn(): Members {
  return new Map<number, CborValue>([
    [1, 20_485],
    [2, 19_981],
    [3, 'flex'],
    [4, 'Ada L.'],
  ]);
}

function ordinaryClaims(own: Members): Members {
  const { issuer, number, issuedAt, expiresAt } = visaClaims();
  const key = new Map<number, CborValue>([
    [1, 1],
    [-1, 6],
    [-2, tweetnaclBackend.publicKey(HOLDER)],
  ]);
  return new Map<number, CborValue>([
    [1, issuer],
    [4, expiresAt],
    [6, issuedAt],
    [7, number],
    [8, new Map([[1, key]])],
    [-65537, own],
  ]);
}

/** The payload of ordinary claims, as `payloadOf` without changes has to give it. */
export const ORDINARY_PAYLOAD = visaPayload(visaClaims());

/** An open proof of a visit at `INSTANT`. */
export function proofClaims(changes: Partial<ProofClaims> = {}): ProofClaims {
  return { purpose: 'visit', time: INSTANT, host: null, nonce: bytesOf('nonce', 8), ...changes };
}

/** Such a proof by Ada's key, or by another seed, for her visa number or another. */
export function proofOf(
  changes: Partial<ProofClaims> = {},
  seed: Uint8Array = HOLDER,
  number: Uint8Array = NUMBER,
): Uint8Array {
  const { payload, message } = presentationToSign(proofClaims(changes), MELBOURNE.id, number);
  return assembleProof(payload, tweetnaclBackend.sign(seed, message));
}

/** Ada's token. */
export function tokenOf(visa: Partial<VisaClaims> = {}, proof: Partial<ProofClaims> = {}): string {
  return encodeToken(visaOf(visa), proofOf(proof));
}

/** A grant for a visit at a host, some days after `INSTANT`. */
export function grantClaims(
  host: Space,
  k: number,
  days: number,
  weight: 1 | 0.5 = 1,
): GrantClaims {
  return {
    k,
    host: shortOf(host.id),
    date: dateAfter(days),
    issuedAt: INSTANT,
    lapsesAt: INSTANT + 2 * DAY,
    weight,
  };
}

/** Such a grant by Melbourne's issuing key, or by another seed. */
export function grantOf(
  claims: GrantClaims,
  seed: Uint8Array = MELBOURNE.keys.issuing,
  number: Uint8Array = NUMBER,
): Uint8Array {
  const { payload, message } = grantToSign(claims, MELBOURNE.id, number);
  return assembleGrant(payload, tweetnaclBackend.sign(seed, message));
}

/** A grant of some payload, whatever it says: signed as any other. */
export function grantOfPayload(payload: Uint8Array): Uint8Array {
  const label = encodeUtf8('covisa/grant/1');
  const external = Uint8Array.of(...label, ...parseBase64url(MELBOURNE.id), ...NUMBER);
  const message = coseMessage(payload, external);
  return assembleGrant(payload, tweetnaclBackend.sign(MELBOURNE.keys.issuing, message));
}
