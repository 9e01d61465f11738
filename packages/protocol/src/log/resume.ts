/**
 * The resume: the first entry of every incarnation after the first. It alone replaces the keys of a
 * space, and it is signed by the recovery key, which is on paper and on no disk: who has stolen a
 * node's disk can write to its log, and cannot take the space.
 */

import { encodeBase64url, parseBase64url } from '../bytes/base64url.js';
import { concatBytes, encodeUint32, encodeUint64, encodeUtf8 } from '../bytes/bytes.js';
import { type Sha256, sha256 } from '../crypto/hash.js';
import type { SignatureCheck } from '../crypto/signature.js';
import { ProtocolError } from '../errors.js';
import type { Seconds, SpaceId } from '../ids.js';
import { recoveryDigest } from '../keys/node-keys.js';
import { INCARNATIONS_MAX } from '../limits.js';
import type { LogId } from './checkpoint.js';
import { parseEntry } from './entries.js';
import type { Entry, InceptionEntry, ResumeEntry } from './entry-shapes.js';
import { isProtective } from './stray.js';

const LABEL = encodeUtf8('covisa/resume/1\n');

/** What the recovery key signs: a resume without the signature and without the key itself. */
export type ResumeClaims = Omit<ResumeEntry, 'type' | 'version' | 'recoveryKey' | 'signature'>;

/**
 * RESUME-1: the recovery key signs the label `covisa/resume/1` and a newline ‖ space id (32) ‖
 * incarnation (4) ‖ accepted size (8) ‖ accepted root (32) ‖ log, witness, peer and box key (32
 * each) ‖ next recovery digest (32) ‖ time (8); numbers big-endian: 260 bytes.
 */
export function resumeToSign(claims: ResumeClaims): Uint8Array {
  const { space, incarnation, previous, log, witness, peer, box, recovery, time } = claims;
  return concatBytes(
    LABEL,
    parseBase64url(space),
    encodeUint32(incarnation),
    encodeUint64(previous.size),
    parseBase64url(previous.root),
    ...[log, witness, peer, box, recovery].map(parseBase64url),
    encodeUint64(time),
  );
}

function invalid(expected: string): ProtocolError {
  return new ProtocolError('RESUME_INVALID', `resume: expected ${expected}`);
}

/**
 * The check of a resume that stands first in `log`. `digest` names the recovery key: 32 bytes in
 * base64url, from the first entry of the incarnation before.
 * @throws ProtocolError RESUME_INVALID
 */
export function resumeCheck(entry: ResumeEntry, log: LogId, digest: string): SignatureCheck {
  // RESUME-2: a resume opens the incarnation that it names, of the space that it names.
  if (entry.space !== log.space || entry.incarnation !== log.incarnation) {
    throw invalid('the space and incarnation of the log that it opens');
  }
  // RESUME-6: a space has at most 64 incarnations, 0 to 63: each is a log of its own, with shelves
  // of its own if it forks, which all nodes tell each other of.
  if (log.incarnation >= INCARNATIONS_MAX) {
    throw invalid(`one of the first ${INCARNATIONS_MAX} incarnations`);
  }
  // RESUME-3: it is signed by the recovery key whose digest the incarnation before names.
  const publicKey = parseBase64url(entry.recoveryKey);
  if (recoveryDigest(publicKey) !== digest) {
    throw invalid('the recovery key that the incarnation before names');
  }
  return { publicKey, message: resumeToSign(entry), signature: parseBase64url(entry.signature) };
}

/** What the first entries of a space's logs say, one after the other. */
export interface OpeningChain {
  /** That of the latest incarnation. */
  readonly latest: InceptionEntry | ResumeEntry;
  /** All have to hold. */
  readonly checks: readonly SignatureCheck[];
}

/**
 * The chain from the inception of `space` to its latest resume: the entries' bytes, in the order of
 * the incarnations. What another incarnation could still follow is not known from here.
 * @throws ProtocolError RESUME_INVALID, ENTRY_INVALID, ENTRY_TOO_LONG, UTF8_INVALID
 */
export function openingChain(
  space: SpaceId,
  lines: readonly Uint8Array[],
  hash: Sha256 = sha256,
): OpeningChain {
  const [first, ...later] = lines;
  const inception = first === undefined ? null : parseEntry(first);
  const isOfSpace = first !== undefined && encodeBase64url(hash(first)) === space;
  if (inception?.type !== 'inception' || !isOfSpace) {
    throw invalid('the inception that hashes to the space id first');
  }
  let latest: OpeningChain['latest'] = inception;
  const checks: SignatureCheck[] = [];
  for (const [i, line] of later.entries()) {
    const entry = parseEntry(line);
    if (entry.type !== 'resume') throw invalid('resumes after the inception');
    checks.push(resumeCheck(entry, { space, incarnation: i + 1 }, latest.recovery));
    latest = entry;
  }
  return { latest, checks };
}

/** Where a resume cuts the incarnation before it. */
export interface Cut {
  /** Entries below this index stand. */
  readonly size: number;
  /** The resume's time. */
  readonly time: Seconds;
}

/** The cut that a resume makes in the incarnation before its own. */
export function cutBy({ previous, time }: ResumeEntry): Cut {
  return { size: previous.size, time };
}

/**
 * Whether the entry at `index` still counts; `cut` is null where no resume follows. RESUME-4:
 * beyond the size that a resume accepts, only what protects others counts: stamps, refusals,
 * rosters and signatures of them, and revocations dated before the resume.
 */
export function stands(entry: Entry, index: number, cut: Cut | null): boolean {
  if (cut === null || index < cut.size) return true;
  if (entry.type === 'revocation') return entry.time < cut.time;
  return isProtective(entry);
}
