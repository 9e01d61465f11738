/**
 * Forks: what shows that a log has two histories under one key, and how far they are one. The
 * evidence convinces whoever knows the log's key, without trust in who sends it; what of a forked
 * log still counts follows from `common` alone (stray.ts), so it is the same whoever was shown
 * which history first.
 */

import { encodeBase64url, parseBase64url } from '../bytes/base64url.js';
import { encodeUtf8, equalBytes } from '../bytes/bytes.js';
import { key32, spaceId } from '../bytes/fields.js';
import {
  either,
  integer,
  list,
  literal,
  open,
  optional,
  type Shaped,
  text,
  tuple,
} from '../bytes/shape.js';
import { type Sha256, sha256 } from '../crypto/hash.js';
import type { SignatureBackend, SignatureCheck } from '../crypto/signature.js';
import { ProtocolError } from '../errors.js';
import { ENTRY_BYTES_MAX, LOG_SIZE_MAX, NOTE_CHARACTERS_MAX, PROOF_HASHES_MAX } from '../limits.js';
import {
  checkpointCheck,
  incarnation,
  type LogId,
  logOrigin,
  parseCheckpoint,
  type ReadCheckpoint,
} from './checkpoint.js';
import { parseEntry, type ResumeEntry } from './entries.js';
import { recomputeRoots } from './proofs.js';
import type { KnownKeys } from './range.js';
import { resumeCheck, resumeToSign } from './resume.js';
import { TILE_WIDTH } from './tiles.js';
import { emptyRoot } from './tree.js';

const hashes = list(key32, PROOF_HASHES_MAX);

/** One history: a signed checkpoint, and consistency proofs to it. */
const forkSide = open({
  checkpoint: text({ min: 1, max: NOTE_CHARACTERS_MAX, what: 'a signed note' }),
  /** From the size that both have in common. */
  atCommon: hashes,
  /** From the size at which both differ; empty where the checkpoint is of that size. */
  beyond: hashes,
});

/** Two checkpoints of one log that have so many entries in common, and not all of the next ones. */
const checkpointFork = open({
  space: spaceId,
  incarnation,
  common: integer(0, LOG_SIZE_MAX),
  /** The size at which both differ; missing: one entry further than what is common. */
  parted: optional(integer(0, LOG_SIZE_MAX)),
  sides: tuple(forkSide, forkSide),
});

const resumeLine = text({ min: 1, max: ENTRY_BYTES_MAX, what: 'a resume' });

/** Two resumes of one incarnation: they have nothing in common. */
const resumeFork = open({
  space: spaceId,
  incarnation,
  common: literal(0),
  resumes: tuple(resumeLine, resumeLine),
});

/** The evidence of a fork, as it travels and is kept. */
export const forkProof = either(checkpointFork, resumeFork);
export type ForkProof = Shaped<typeof forkProof>;
export type ForkSide = Shaped<typeof forkSide>;

/** A fork that was read: it holds only if its checks do. */
export interface UnsettledFork {
  readonly log: LogId;
  readonly proof: ForkProof;
  /** Entries that both histories have in common. */
  readonly common: number;
  /** Their root in base64url. */
  readonly root: string;
  readonly checks: readonly SignatureCheck[];
}

/** A fork that holds. */
export type Fork = Omit<UnsettledFork, 'checks'>;

function invalid(expected: string, cause?: unknown): ProtocolError {
  return new ProtocolError('FORK_INVALID', `fork: expected ${expected}`, { cause });
}

/** The root at `size` that a side's proof recomputes (32 bytes), if it leads to its checkpoint. */
function rootAt(
  size: number,
  checkpoint: ReadCheckpoint,
  proof: readonly string[],
  hash: Sha256,
): Uint8Array {
  if (size === checkpoint.size && proof.length === 0) return checkpoint.root;
  const roots = recomputeRoots(size, checkpoint.size, proof.map(parseBase64url), hash);
  if (roots === undefined || !equalBytes(roots.newRoot, checkpoint.root)) {
    throw invalid('proofs that lead to their checkpoints');
  }
  return roots.oldRoot;
}

/** Whether entries `from` to `to` (exclusive) may be a gap, of more than one entry. */
function isGap(from: number, to: number): boolean {
  const width = to - from;
  return width > 1 && TILE_WIDTH % width === 0 && from % width === 0;
}

function readSide(
  { log, common, parted }: { log: LogId; common: number; parted: number },
  side: ForkSide,
  hash: Sha256,
) {
  const checkpoint = parseCheckpoint(side.checkpoint);
  // FORK-1: both checkpoints are of the log, and of more entries than they have in common.
  if (logOrigin(checkpoint.log) !== logOrigin(log) || checkpoint.size <= common) {
    throw invalid('two checkpoints of the log, both beyond what is common');
  }
  return {
    checkpoint,
    atCommon: rootAt(common, checkpoint, side.atCommon, hash),
    beyond: rootAt(parted, checkpoint, side.beyond, hash),
  };
}

function readCheckpoints(
  proof: Shaped<typeof checkpointFork>,
  logKey: Uint8Array | null,
  hash: Sha256,
): UnsettledFork {
  const { space, common } = proof;
  const log = { space, incarnation: proof.incarnation };
  // FORK-2: every history has its first entry in common: the inception, which the id names, or a
  // resume, which the recovery key alone can write.
  if (common === 0) throw invalid('a first entry that is common');
  if (logKey === null) throw invalid("the log's key to be known");
  const { parted = common + 1 } = proof;
  const [one, other] = proof.sides.map((side) => readSide({ log, common, parted }, side, hash));
  if (one === undefined || other === undefined) throw invalid('two sides');
  // FORK-3: up to the common size both have one root.
  if (!equalBytes(one.atCommon, other.atCommon)) throw invalid('one root at the common size');
  // FORK-4: they have two one entry further, or at `parted`, the end of the subtree of 2 to 256
  // entries that begins at the common size: who has pruned those can show no size in between.
  const isShown = proof.parted === undefined || isGap(common, parted);
  if (!isShown || equalBytes(one.beyond, other.beyond)) throw invalid('two roots where they part');
  const checks = [one, other].map(({ checkpoint }) => checkpointCheck(checkpoint, logKey));
  return { log, proof, common, root: encodeBase64url(one.atCommon), checks };
}

function parseResume(line: string): ResumeEntry {
  const entry = parseEntry(encodeUtf8(line));
  if (entry.type !== 'resume') throw invalid('two resumes');
  return entry;
}

function readResumes(
  proof: Shaped<typeof resumeFork>,
  recovery: string | null,
  hash: Sha256,
): UnsettledFork {
  const log = { space: proof.space, incarnation: proof.incarnation };
  if (recovery === null) throw invalid('the incarnation before to be held');
  const [one, other] = proof.resumes.map(parseResume);
  if (one === undefined || other === undefined) throw invalid('two resumes');
  // FORK-5: two resumes of one incarnation rival each other if the recovery key signed two things.
  if (equalBytes(resumeToSign(one), resumeToSign(other))) throw invalid('two different resumes');
  const checks = [one, other].map((entry) => resumeCheck(entry, log, recovery));
  return { log, proof, common: 0, root: encodeBase64url(emptyRoot(hash)), checks };
}

/**
 * What a proof shows, if its checks hold. `known` is what is known of the log: its own key, and for
 * rival resumes the recovery digest that the incarnation before names.
 * @throws ProtocolError FORK_INVALID, and what reading checkpoints and resumes throws
 */
export function readFork(proof: ForkProof, known: KnownKeys, hash: Sha256 = sha256): UnsettledFork {
  return 'resumes' in proof
    ? readResumes(proof, known.recovery, hash)
    : readCheckpoints(proof, known.logKey, hash);
}

/**
 * Runs the checks of a fork, after which it may be believed.
 * @throws ProtocolError FORK_INVALID
 */
export async function settleFork(backend: SignatureBackend, fork: UnsettledFork): Promise<Fork> {
  const { checks, ...settled } = fork;
  for (const check of checks) {
    // FORK-6: both are signed, so nobody can lay a fork to the charge of another.
    if (!(await backend.verify(check))) throw invalid('signatures that hold');
  }
  return settled;
}

/**
 * How many entries a log keeps at every node; null: all that there are. `common` is what its
 * histories have in common, null where it has not forked; `accepted` the size that the resume of
 * the next incarnation accepts, null where there is none.
 */
export function keptSize(common: number | null, accepted: number | null): number | null {
  // FORK-12: of an incarnation that a resume has ended, a fork leaves the entries that lead to the
  // accepted root, neither fewer nor more: the recovery key outranks the log key.
  return common === null ? null : (accepted ?? common);
}

/** FORK-7: of two proofs that a log forked the one with less in common holds. */
export function isDeeper(common: number, known: number | null): boolean {
  return known === null || common < known;
}
