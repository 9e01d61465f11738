/**
 * What a found stamp can stand on: everything about it that can be decided without running a
 * signature check, and the checks that are left. Checks carry ids, so that what was checked once is
 * remembered.
 */

import { encodeBase64url } from '../bytes/base64url.js';
import { concatBytes, equalBytes } from '../bytes/bytes.js';
import { dayOfDate } from '../bytes/dates.js';
import { type Sha256, sha256 } from '../crypto/hash.js';
import type { SignatureCheck } from '../crypto/signature.js';
import { ProtocolError } from '../errors.js';
import type { SpaceId } from '../ids.js';
import { type AnnouncedKey, areKeysInDoubt, sealedKeyAt } from '../keys/issuing.js';
import { STAMP_DAY_DISTANCE_MAX } from '../limits.js';
import { holderKeyDigest, shortSpaceId } from '../visa/claims.js';
import { checkGrant, grantCheck, parseGrant } from '../visa/grant.js';
import { parseProof, proofCheck } from '../visa/proof.js';
import type { FoundStamp } from './lookup.js';
import { openSeal, type SealContents } from './seal.js';

const DAY_SECONDS = 86_400;

/** The visa whose stamps are judged: what a verified visa says about its holder. */
export interface StampedVisa {
  readonly home: SpaceId;
  /** 16 bytes. */
  readonly visaNumber: Uint8Array;
  /** 32 bytes; null for a static visa. */
  readonly holderKey: Uint8Array | null;
  /** First 8 bytes of SHA-256 of each earlier holder key. */
  readonly former: readonly Uint8Array[];
}

/** One signature check that decides about stamps, named by its content. */
export interface StampCheck {
  /** 22 characters of base64url: the first 16 bytes of SHA-256 over key, signature and message. */
  readonly id: string;
  readonly check: SignatureCheck;
}

/** The check of a proof; null where its result is remembered, and nothing is left to be run. */
export interface StampProof {
  /** As of a `StampCheck`. */
  readonly id: string;
  readonly proofId: string;
  readonly check: SignatureCheck | null;
}

/** Why a stamp cannot count, whatever its signatures say. */
export type StampFlaw = 'home' | 'seal' | 'evidence';

/** A found stamp with what it can stand on. With neither proof nor grant it has a flaw. */
export interface CheckedStamp {
  readonly stamp: FoundStamp;
  readonly flaw: StampFlaw | null;
  /**
   * The proof, if it fits this stamp in all but its signature. `proofId` names it across stamps.
   */
  readonly proof: StampProof | null;
  /** The home's grant, if it fits this stamp in all but its signature. */
  readonly grant: StampCheck | null;
  /**
   * The evidence fits the stamp; if it does not hold, the home's keys or the visa's holder keys may
   * be why, which the home can change when the stamp stands already.
   */
  readonly mayBeByHome: boolean;
}

function named(check: SignatureCheck, hash: Sha256): StampCheck {
  const digest = hash(concatBytes(check.publicKey, check.signature, check.message));
  return { id: encodeBase64url(digest.subarray(0, 16)), check };
}

/**
 * The value of `read`, or null where the evidence is malformed: the host's own fault, and no error
 * of ours.
 */
function readOrNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}

function isHolder(visa: StampedVisa, key: Uint8Array): boolean {
  if (visa.holderKey === null) return false;
  if (equalBytes(visa.holderKey, key)) return true;
  const digest = holderKeyDigest(key);
  return visa.former.some((former) => equalBytes(former, digest));
}

/** What a stamp's proof or grant comes to. */
interface Ground<T> {
  readonly check: T | null;
  /** What stands against it, or may, is the home's doing. */
  readonly mayBeByHome: boolean;
}

const NO_GROUND = { check: null, mayBeByHome: false } as const;

function proofGround(
  contents: SealContents,
  stamp: FoundStamp,
  day: number,
  visa: StampedVisa,
  hash: Sha256,
): Ground<StampProof> {
  const { holderKey, proof: bytes } = contents;
  if (holderKey === null || bytes === null) return NO_GROUND;
  const proof = readOrNull(() => parseProof(bytes));
  // STAMP-6: the proof has purpose visit, names this host or none, and its UTC day is within one
  // day of the date.
  if (proof === null || proof.claims.purpose !== 'visit') return NO_GROUND;
  const { host, time } = proof.claims;
  if (host !== null && !equalBytes(host, shortSpaceId(stamp.host))) return NO_GROUND;
  if (Math.abs(Math.floor(time / DAY_SECONDS) - day) > STAMP_DAY_DISTANCE_MAX) return NO_GROUND;
  // STAMP-5: the holder key in the seal is the visa's, or one that the visa names as former.
  if (!isHolder(visa, holderKey)) return { check: null, mayBeByHome: true };
  const check = proofCheck(proof, visa.home, visa.visaNumber, holderKey);
  // A signature never identifies anything: the proof's name is the hash of what was signed.
  const proofId = encodeBase64url(hash(check.message));
  return { check: { ...named(check, hash), proofId }, mayBeByHome: false };
}

function grantGround(
  bytes: Uint8Array,
  stamp: FoundStamp,
  visa: StampedVisa,
  issuingKeys: readonly AnnouncedKey[],
  hash: Sha256,
): Ground<StampCheck> {
  const ground = readOrNull((): Ground<StampCheck> => {
    const grant = parseGrant(bytes);
    // STAMP-7: the grant is for this k, host and date, and for no less than the stamp's weight.
    checkGrant(grant, { k: stamp.k, host: stamp.host, date: stamp.entry.date });
    if (grant.claims.weight < stamp.entry.weight) return NO_GROUND;
    const key = sealedKeyAt(issuingKeys, grant.claims.issuedAt);
    if (key === undefined) return { check: null, mayBeByHome: true };
    const mayBeByHome = areKeysInDoubt(issuingKeys, grant.claims.issuedAt);
    const check = grantCheck(grant, visa.home, visa.visaNumber, key);
    return { check: named(check, hash), mayBeByHome };
  });
  return ground ?? NO_GROUND;
}

function checkStamp(
  stamp: FoundStamp,
  visa: StampedVisa,
  issuingKeys: readonly AnnouncedKey[],
  hash: Sha256,
): CheckedStamp {
  const flawed = (flaw: StampFlaw, mayBeByHome = false): CheckedStamp => ({
    ...{ stamp, flaw, proof: null, grant: null, mayBeByHome },
  });
  // STAMP-3: a stamp names the visa's home, or the two sides' statements would differ.
  if (stamp.entry.home !== visa.home) return flawed('home');
  const { visaNumber } = visa;
  const day = dayOfDate(stamp.entry.date);
  const contents = openSeal(stamp.entry.seal, { visaNumber, k: stamp.k, host: stamp.host }, hash);
  if (contents === null) return flawed('seal');
  const proof = proofGround(contents, stamp, day, visa, hash);
  const grant = contents.grant
    ? grantGround(contents.grant, stamp, visa, issuingKeys, hash)
    : NO_GROUND;
  const mayBeByHome = proof.mayBeByHome || grant.mayBeByHome;
  if (proof.check === null && grant.check === null) return flawed('evidence', mayBeByHome);
  return { stamp, flaw: null, proof: proof.check, grant: grant.check, mayBeByHome };
}

/**
 * What each found stamp can stand on. `issuingKeys` are those that the visa's home announced, in
 * log order: a grant is checked against the issuing key at its issue time.
 */
export function stampChecks(
  found: readonly FoundStamp[],
  visa: StampedVisa,
  issuingKeys: readonly AnnouncedKey[],
  hash: Sha256 = sha256,
): readonly CheckedStamp[] {
  return found.map((stamp) => checkStamp(stamp, visa, issuingKeys, hash));
}

/**
 * The signature checks still to be run, each once: those of all stamps less those whose result is
 * `known`.
 */
export function openChecks(
  checked: readonly CheckedStamp[],
  known: ReadonlyMap<string, boolean>,
): readonly StampCheck[] {
  const open = new Map<string, StampCheck>();
  for (const { proof, grant } of checked) {
    for (const one of [proof, grant]) {
      if (one === null || one.check === null || known.has(one.id)) continue;
      open.set(one.id, { id: one.id, check: one.check });
    }
  }
  return [...open.values()];
}
