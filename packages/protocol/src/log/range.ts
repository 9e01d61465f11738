/**
 * Ranges: how a replica of a log grows. One checkpoint signature and the hashes verify all entries
 * of a range; what does not lead to the signed root is dropped whole. The hashing is done here, the
 * signature check is handed out: until it has run (`settleRange`), nothing of a range is believed,
 * neither its entries nor a fork that it shows.
 */

import { encodeBase64url, parseBase64url } from '../bytes/base64url.js';
import { equalBytes } from '../bytes/bytes.js';
import { type Sha256, sha256 } from '../crypto/hash.js';
import type { SignatureBackend, SignatureCheck } from '../crypto/signature.js';
import { ProtocolError } from '../errors.js';
import {
  type CheckpointClaims,
  checkpointCheck,
  type LogId,
  logOrigin,
  parseCheckpoint,
  type ReadCheckpoint,
} from './checkpoint.js';
import {
  type CompactRange,
  compactRoot,
  type Growth,
  growByLeaves,
  growBySubtrees,
} from './compact-range.js';
import { type PlacedEntry, placeEntry, rangeInvalid } from './placed-entry.js';
import { recomputeRoots } from './proofs.js';
import { type PrunedPart, readPruned } from './pruned-range.js';
import { resumeCheck } from './resume.js';
import type { HashedSubtree } from './tree.js';

/** What a node holds of another's log. */
export interface Replica {
  readonly log: LogId;
  readonly compact: CompactRange;
}

/** Entries of a log as a peer sends them, with the evidence. */
export interface EntryRange {
  readonly from: number;
  readonly lines: readonly Uint8Array[];
  /** A signed note, of a size at or above `from` + the number of lines. */
  readonly checkpoint: string;
  /** From the end of the range to the checkpoint's size; missing or empty where they are equal. */
  readonly proof?: readonly Uint8Array[];
  /** Of a pruned range: `lines` are the pruning entry, then the entries that stay. */
  readonly pruned?: PrunedPart;
}

/** What has to be known of a log before a range of it can be read. */
export interface KnownKeys {
  /** 32 bytes: the log's public key; null while nothing of the log is held. */
  readonly logKey: Uint8Array | null;
  /** The recovery digest in the first entry of the incarnation before; null for the first one. */
  readonly recovery: string | null;
}

/** Of a log of which nothing is known yet, as of the first incarnation of any space. */
export const NOTHING_KNOWN: KnownKeys = { logKey: null, recovery: null };

/** What a replica becomes by a range. */
export interface Extension {
  readonly log: LogId;
  /** The index of the first entry that the replica did not hold. */
  readonly from: number;
  /** The entries that the replica did not hold; of a pruned range, those that stay. */
  readonly entries: readonly PlacedEntry[];
  /** Of a pruned range, what stands in the place of the others. */
  readonly gaps: readonly HashedSubtree[];
  readonly compact: CompactRange;
  /** The stored hashes that the entries and gaps complete. */
  readonly completed: Growth['completed'];
  readonly checkpoint: ReadCheckpoint;
  /** 32 bytes: the key that the checkpoint was verified with. */
  readonly logKey: Uint8Array;
}

/** A range that hashes as it must, or that shows a fork; either holds only if its checks do. */
export type UnsettledRange =
  | {
      readonly kind: 'extension';
      /** The checkpoint's. */
      readonly check: SignatureCheck;
      /** The resume's, where the range starts a later incarnation. */
      readonly resumeCheck: SignatureCheck | null;
      readonly extension: Extension;
    }
  | { readonly kind: 'fork'; readonly check: SignatureCheck; readonly checkpoint: ReadCheckpoint };

function placeEntries(size: number, range: EntryRange, hash: Sha256): readonly PlacedEntry[] {
  return range.lines.slice(size - range.from).map((bytes, i) => placeEntry(size + i, bytes, hash));
}

/** By what a log's checkpoints are verified, and what has to hold for that. */
interface Opening {
  /** 32 bytes. */
  readonly logKey: Uint8Array;
  readonly resumeCheck: SignatureCheck | null;
}

/**
 * LOG-5: incarnation 0 starts with the inception whose SHA-256 is the space id; its key signs the
 * checkpoints.
 */
function byInception(log: LogId, first: PlacedEntry | undefined, hash: Sha256): Opening {
  if (first?.index !== 0 || first.entry.type !== 'inception')
    throw rangeInvalid('an inception as the first entry');
  if (encodeBase64url(hash(first.bytes)) !== log.space) {
    throw rangeInvalid('an inception that hashes to the space id');
  }
  return { logKey: parseBase64url(first.entry.log), resumeCheck: null };
}

/**
 * LOG-10: a later incarnation starts with a resume that the recovery key of the one before has
 * signed; its key signs the checkpoints.
 */
function byResume(log: LogId, first: PlacedEntry | undefined, recovery: string | null): Opening {
  if (recovery === null) throw rangeInvalid('the incarnation before to be held');
  if (first?.index !== 0 || first.entry.type !== 'resume')
    throw rangeInvalid('a resume as the first entry');
  return {
    logKey: parseBase64url(first.entry.log),
    resumeCheck: resumeCheck(first.entry, log, recovery),
  };
}

function openingOf(
  { log, compact }: Replica,
  entries: readonly PlacedEntry[],
  { logKey, recovery }: KnownKeys,
  hash: Sha256,
): Opening {
  if (compact.size === 0) {
    return log.incarnation === 0
      ? byInception(log, entries[0], hash)
      : byResume(log, entries[0], recovery);
  }
  if (logKey === null) throw rangeInvalid("the log's key to be known");
  return { logKey, resumeCheck: null };
}

/**
 * Whether the compact range leads to the checkpoint: the same root at the same size, or a proof
 * from one to the other.
 */
function leadsTo(
  compact: CompactRange,
  claims: CheckpointClaims,
  proof: readonly Uint8Array[],
  hash: Sha256,
): 'yes' | 'no' | 'other-history' {
  const root = compactRoot(compact, hash);
  if (compact.size === claims.size) return equalBytes(root, claims.root) ? 'yes' : 'other-history';
  const roots = recomputeRoots(compact.size, claims.size, proof, hash);
  if (roots === undefined || !equalBytes(roots.newRoot, claims.root)) return 'no';
  return equalBytes(roots.oldRoot, root) ? 'yes' : 'other-history';
}

function readCheckpoint(replica: Replica, range: EntryRange): ReadCheckpoint {
  const checkpoint = parseCheckpoint(range.checkpoint);
  if (logOrigin(checkpoint.log) !== logOrigin(replica.log)) {
    throw new ProtocolError('CHECKPOINT_INVALID', 'checkpoint: expected the log of its range');
  }
  return checkpoint;
}

/** Where a range ends: the index after its last entry. */
export function rangeEnd({ from, lines, pruned }: EntryRange): number {
  return pruned?.to ?? from + lines.length;
}

/** What a range adds to a replica. */
function readEntries(
  { compact }: Replica,
  range: EntryRange,
  checkpoint: ReadCheckpoint,
  hash: Sha256,
): Pick<Extension, 'entries' | 'gaps' | keyof Growth> {
  if (range.pruned) {
    const { entries, gaps, subtrees } = readPruned(range, range.pruned, checkpoint, hash);
    return { entries, gaps, ...growBySubtrees(compact, subtrees, hash) };
  }
  const entries = placeEntries(compact.size, range, hash);
  const leaves = entries.map((entry) => entry.hash);
  return { entries, gaps: [], ...growByLeaves(compact, leaves, hash) };
}

/**
 * What `range` makes of `replica`; undefined if the replica reaches further already. Lines that it
 * holds already are passed over. At size 0 the log's first entry gives its key, later `known` does.
 * A pruned range starts exactly where the replica ends.
 *
 * A range with no new line is a bare checkpoint: if it proves another history than the replica's,
 * that is a fork. Where a range with new lines does not fit, its lines may be a relay's fault: ask
 * for a bare checkpoint to find out.
 * @throws ProtocolError RANGE_INVALID, RESUME_INVALID, CHECKPOINT_INVALID, NOTE_INVALID
 */
export function extendReplica(
  replica: Replica,
  range: EntryRange,
  known: KnownKeys,
  hash: Sha256 = sha256,
): UnsettledRange | undefined {
  const { size } = replica.compact;
  const end = rangeEnd(range);
  if (!Number.isSafeInteger(range.from) || range.from < 0)
    throw rangeInvalid('an index to start from');
  if (range.from > size) throw rangeInvalid('no gap after the entries that are held');
  if (end < size) return undefined;
  if (range.pruned && range.from !== size) throw rangeInvalid('to start where what is held ends');
  const checkpoint = readCheckpoint(replica, range);
  if (checkpoint.size < end) throw rangeInvalid('a checkpoint that covers all of its entries');
  const read = readEntries(replica, range, checkpoint, hash);
  const opening = openingOf(replica, read.entries, known, hash);
  const check = checkpointCheck(checkpoint, opening.logKey);
  const fit = leadsTo(read.compact, checkpoint, range.proof ?? [], hash);
  // LOG-6: only a bare checkpoint shows a fork: new lines that do not fit may be a relay's fault.
  if (fit === 'other-history' && end === size) return { kind: 'fork', check, checkpoint };
  // LOG-4: entries that do not hash to a signed checkpoint are dropped, all of the range.
  if (fit !== 'yes') throw rangeInvalid("entries that hash to the checkpoint's root");
  const { logKey, resumeCheck } = opening;
  const extension = { log: replica.log, from: size, ...read, checkpoint, logKey };
  return { kind: 'extension', check, resumeCheck, extension };
}

/**
 * Runs the checks of a range, after which it may be believed.
 * @throws ProtocolError RESUME_INVALID, CHECKPOINT_INVALID (a signature does not hold), LOG_FORKED
 * (it does, and shows a fork)
 */
export async function settleRange(
  backend: SignatureBackend,
  range: UnsettledRange,
): Promise<Extension> {
  if (!(await backend.verify(range.check))) {
    throw new ProtocolError('CHECKPOINT_INVALID', 'checkpoint: expected a signature that holds');
  }
  if (range.kind === 'extension') {
    await verifyResume(backend, range.resumeCheck);
    return range.extension;
  }
  throw new ProtocolError(
    'LOG_FORKED',
    `log: expected one history, got a second one at size ${range.checkpoint.size}`,
  );
}

async function verifyResume(
  backend: SignatureBackend,
  check: SignatureCheck | null,
): Promise<void> {
  if (check === null || (await backend.verify(check))) return;
  throw new ProtocolError('RESUME_INVALID', "resume: expected the recovery key's signature");
}
