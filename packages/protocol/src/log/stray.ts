/**
 * Strays: what stands of a forked log beyond what its histories have in common. Nobody can say
 * which of them is the log, so all that protects others counts from each, and nothing else does.
 * A stray comes with its own evidence. All strays of a log lie on shelves, by their hashes: a shelf
 * is a set, the same in whatever order it was filled, and gossip compares shelves as it compares
 * logs.
 */

import { compareBytes, equalBytes } from '../bytes/bytes.js';
import { type Sha256, sha256 } from '../crypto/hash.js';
import type { SignatureCheck } from '../crypto/signature.js';
import { ProtocolError } from '../errors.js';
import { SHELF_STRAYS_MAX } from '../limits.js';
import { checkpointCheck, type LogId, logOrigin, parseCheckpoint } from './checkpoint.js';
import { type Entry, parseEntry } from './entries.js';
import { verifyInclusion } from './proofs.js';
import { leafHash } from './tree.js';

/** Shelves of one log. */
export const SHELVES = 64;
/** Shelves stand beside logs, under numbers from here on; no incarnation reaches it. */
export const FIRST_SHELF = 2 ** 31;

/** Whether a log id names a shelf. */
export function isShelf({ incarnation }: LogId): boolean {
  return incarnation >= FIRST_SHELF;
}

/** The log of whose strays this is a shelf. */
export function logOfShelf({ space, incarnation }: LogId): LogId {
  return { space, incarnation: Math.floor((incarnation - FIRST_SHELF) / SHELVES) };
}

/** Where a stray lies: its shelf, and its place on it. */
export interface StrayPlace extends LogId {
  readonly index: number;
}

/**
 * STRAY-1: the first six bits of the leaf hash (32 bytes) name the shelf, the 32 bits after them
 * the place on it.
 */
export function strayPlace({ space, incarnation }: LogId, leaf: Uint8Array): StrayPlace {
  const bits = new DataView(leaf.buffer, leaf.byteOffset).getBigUint64(0);
  const shelf = Number(bits >> 58n);
  return {
    space,
    incarnation: FIRST_SHELF + incarnation * SHELVES + shelf,
    index: Number((bits >> 26n) & 0xffff_ffffn),
  };
}

/**
 * Whether an entry still counts where its log has forked, or beyond the size that a resume accepts:
 * what protects others. A roster does: it counts by the signatures of others, and whoever wrote it
 * down must not be able to take it back. Nor must who signed one that is final: such a signature
 * counts for that alone (PROG-5), and moves no vote.
 */
export function isProtective({ type }: Entry): boolean {
  switch (type) {
    case 'stamp':
    case 'refusal':
    case 'revocation':
    case 'roster':
    case 'roster-signature':
      return true;
    default:
      return false;
  }
}

/** A stray with its evidence. */
export interface Stray {
  /** Where it stands in its history. */
  readonly index: number;
  readonly bytes: Uint8Array;
  /** A signed note of that history, of a size beyond the index. */
  readonly checkpoint: string;
  /** From the entry to the checkpoint's root. */
  readonly proof: readonly Uint8Array[];
}

/** A stray that was read: it is one only if its check holds. */
export interface UnsettledStray {
  readonly stray: Stray;
  readonly entry: Entry;
  /** 32 bytes. */
  readonly leaf: Uint8Array;
  readonly place: StrayPlace;
  readonly check: SignatureCheck;
}

function invalid(expected: string, cause?: unknown): ProtocolError {
  return new ProtocolError('STRAY_INVALID', `stray: expected ${expected}`, { cause });
}

function readEntry(bytes: Uint8Array): Entry {
  try {
    return parseEntry(bytes);
  } catch (cause) {
    throw invalid('an entry', cause);
  }
}

/** What is known of a log that has forked. */
export interface KnownHistories {
  /** How many entries its histories have in common: its strays stand beyond them. */
  readonly common: number;
  /** Its public key, 32 bytes. */
  readonly logKey: Uint8Array;
  /**
   * Where a resume has ended the incarnation, the leaf hash (32 bytes) of the accepted entry at the
   * stray's index; null: none is held. Then `common` says nothing.
   */
  readonly accepted?: Uint8Array | null;
}

/**
 * What is offered as a stray of a log that is known to have forked.
 * @throws ProtocolError STRAY_INVALID, CHECKPOINT_INVALID, NOTE_INVALID
 */
export function readStray(
  log: LogId,
  stray: Stray,
  { common, logKey, accepted }: KnownHistories,
  hash: Sha256 = sha256,
): UnsettledStray {
  const entry = readEntry(stray.bytes);
  // STRAY-2: it protects others, and stands beyond what is common; where a resume has ended the
  // incarnation, it is any entry but the accepted one at its index.
  if (!isProtective(entry))
    throw invalid('a stamp, refusal, revocation, roster or signature of one');
  if (accepted === undefined && stray.index < common) throw invalid(`an index from ${common} on`);
  const checkpoint = parseCheckpoint(stray.checkpoint);
  if (logOrigin(checkpoint.log) !== logOrigin(log)) throw invalid('a checkpoint of its log');
  const leaf = leafHash(stray.bytes, hash);
  if (accepted && equalBytes(accepted, leaf)) throw invalid('another entry than the accepted one');
  // STRAY-3: a signed checkpoint of the log includes it at its index.
  const { size, root } = checkpoint;
  if (!verifyInclusion(stray.index, size, leaf, stray.proof, root, hash)) {
    throw invalid('a proof from the entry to the root of its checkpoint');
  }
  const check = checkpointCheck(checkpoint, logKey);
  return { stray, entry, leaf, place: strayPlace(log, leaf), check };
}

/** One stray as a shelf knows it. */
export interface Shelved {
  readonly index: number;
  /** 32 bytes. */
  readonly leaf: Uint8Array;
}

/**
 * A shelf after more strays. STRAY-4: it holds each entry once, at each place the one with the
 * lower hash, and the 128 with the lowest hashes; so the same strays make the same shelf in any
 * order.
 */
export function fillShelf<T extends Shelved>(held: readonly T[], more: readonly T[]): readonly T[] {
  const sorted = [...held, ...more].sort((left, right) => compareBytes(left.leaf, right.leaf));
  return sorted.filter((one, i) => sorted[i - 1]?.index !== one.index).slice(0, SHELF_STRAYS_MAX);
}

/** What a frontier says of a shelf as its root, 32 bytes: SHA-256 of its hashes, lowest first. */
export function shelfRoot(shelf: readonly Shelved[], hash: Sha256 = sha256): Uint8Array {
  const whole = new Uint8Array(shelf.length * 32);
  for (const [i, { leaf }] of shelf.entries()) whole.set(leaf, i * 32);
  return hash(whole);
}
