/**
 * What is remembered of a stamp whose checks were run: their results, and, where it stands on a
 * proof alone, what its seal was found to hold, so that the same stamp is not opened again.
 */

import { encodeBase64url, parseBase64url } from '../bytes/base64url.js';
import { concatBytes, encodeUint32, encodeUtf8 } from '../bytes/bytes.js';
import { type Sha256, sha256 } from '../crypto/hash.js';
import type { CheckedStamp, StampedVisa } from './checks.js';
import type { FoundStamp, StampPlace } from './lookup.js';

/** Another one as soon as a stamp can come to something else: what was remembered is then void. */
const LABEL = encodeUtf8('covisa/checked-stamp/1');
const ID_BYTES = 16;
const RESULT_BYTES = ID_BYTES + 1;
const PROOF_ID_BYTES = 32;
/** Name, proof, check and result: no multiple of `RESULT_BYTES`. */
const PROVEN_BYTES = ID_BYTES + PROOF_ID_BYTES + RESULT_BYTES;

/** A proof that fits its stamp in all but its signature. */
export interface KnownProof {
  /** Of the stamp that it was found in: `stampName`. */
  readonly name: string;
  readonly id: string;
  readonly proofId: string;
}

/** What was remembered. */
export interface Outcome {
  /** By check id. */
  readonly results: ReadonlyMap<string, boolean>;
  readonly proof: KnownProof | null;
}

/**
 * 22 characters of base64url that stand for a stamp's entry (its bytes as stored), its place, and
 * the visa that it is read for: for all that `stampChecks` looks at but the issuing keys.
 */
export function stampName(
  bytes: Uint8Array,
  { host, k }: StampPlace,
  { home, visaNumber, holderKey, former }: StampedVisa,
  hash: Sha256 = sha256,
): string {
  const holder = holderKey === null ? [Uint8Array.of(0)] : [Uint8Array.of(1), holderKey];
  const visa = [encodeUtf8(home), visaNumber, ...holder, encodeUint32(former.length), ...former];
  const digest = hash(concatBytes(LABEL, ...visa, encodeUtf8(host), encodeUint32(k), bytes));
  return encodeBase64url(digest.subarray(0, ID_BYTES));
}

/** The stamp with that name, its seal not opened again. */
export function provenStamp(stamp: FoundStamp, { id, proofId }: KnownProof): CheckedStamp {
  const proof = { id, proofId, check: null };
  return { stamp, flaw: null, proof, grant: null, mayBeByHome: false };
}

/**
 * A stamp's results as bytes to be remembered: 17 bytes (id, 0 or 1) for each check that has one,
 * at most 34. Where it has a name and stands on a proof whatever the home's keys are, 65: name,
 * the proof's own id, and those 17.
 */
export function encodeOutcome(
  checked: CheckedStamp,
  results: ReadonlyMap<string, boolean>,
  name: string | null = null,
): Uint8Array {
  const { proof, grant, mayBeByHome } = checked;
  const parts: Uint8Array[] = [];
  const isKnown = proof !== null && results.has(proof.id) && grant === null && !mayBeByHome;
  if (isKnown && name !== null) parts.push(parseBase64url(name), parseBase64url(proof.proofId));
  for (const one of [proof, grant]) {
    const result = one === null ? undefined : results.get(one.id);
    if (one === null || result === undefined) continue;
    parts.push(parseBase64url(one.id), Uint8Array.of(result ? 1 : 0));
  }
  return concatBytes(...parts);
}

/** What `encodeOutcome` wrote. @throws RangeError for bytes of another length */
export function parseOutcome(outcome: Uint8Array): Outcome {
  const isProven = outcome.length === PROVEN_BYTES;
  const first = isProven ? PROVEN_BYTES - RESULT_BYTES : 0;
  if ((outcome.length - first) % RESULT_BYTES !== 0) {
    throw new RangeError(`outcome: expected a multiple of 17 bytes, or 65, got ${outcome.length}`);
  }
  const results = new Map<string, boolean>();
  let id = '';
  for (let at = first; at < outcome.length; at += RESULT_BYTES) {
    id = encodeBase64url(outcome.subarray(at, at + ID_BYTES));
    results.set(id, outcome[at + ID_BYTES] === 1);
  }
  const name = encodeBase64url(outcome.subarray(0, ID_BYTES));
  const proofId = encodeBase64url(outcome.subarray(ID_BYTES, first));
  return { results, proof: isProven ? { name, id, proofId } : null };
}
