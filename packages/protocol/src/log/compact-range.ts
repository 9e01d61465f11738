/**
 * The compact range: what is enough of a tree to extend it and to know its root. It holds the
 * hashes of the perfect subtrees that the size's binary digits name, largest first: at most 40 of
 * them. A replica keeps one, even where it has pruned the entries.
 */

import { assertBytes, concatBytes, encodeUint64 } from '../bytes/bytes.js';
import { type Sha256, sha256 } from '../crypto/hash.js';
import { ProtocolError } from '../errors.js';
import { LOG_SIZE_MAX } from '../limits.js';
import { type CompleteSubtree, storedLevel } from './stored-hashes.js';
import { foldHashes, type HashedSubtree, type Peak, pushPeak, type Subtree } from './tree.js';

/** A tree's size and the hashes (32 bytes each) of its perfect subtrees, largest first. */
export interface CompactRange {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

/** What a log becomes by what follows on it. */
export interface Growth {
  readonly compact: CompactRange;
  /** The stored hashes of level 1 and above that the growth completed, each after its parts. */
  readonly completed: readonly CompleteSubtree[];
}

/** The compact range of a log without entries. */
export const EMPTY_COMPACT_RANGE: CompactRange = { size: 0, hashes: [] };

/**
 * The perfect subtrees of a tree of `size` leaves, largest first: those whose hashes a compact
 * range holds.
 */
export function peakSubtrees(size: number): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  let from = 0;
  let width = 1;
  while (width * 2 <= size) width *= 2;
  for (; width >= 1; width /= 2) {
    if (size - from < width) continue;
    subtrees.push({ from, to: from + width });
    from += width;
  }
  return subtrees;
}

/** The compact range after these leaf hashes (32 bytes each). The one before stays as it is. */
export function appendLeaves(
  range: CompactRange,
  leafHashes: readonly Uint8Array[],
  hash: Sha256 = sha256,
): CompactRange {
  return growByLeaves(range, leafHashes, hash).compact;
}

/**
 * The compact range after these subtrees, one after the other from its end on. The one before stays
 * as it is. @throws RangeError if one does not follow on what is before it
 */
export function appendSubtrees(
  range: CompactRange,
  subtrees: readonly HashedSubtree[],
  hash: Sha256 = sha256,
): CompactRange {
  return growBySubtrees(range, subtrees, hash).compact;
}

/** As `appendLeaves`, with the subtrees that become complete. */
export function growByLeaves(
  range: CompactRange,
  leafHashes: readonly Uint8Array[],
  hash: Sha256 = sha256,
): Growth {
  const { size } = range;
  const leaves = leafHashes.map((leaf, i) => ({ from: size + i, to: size + i + 1, hash: leaf }));
  return growBySubtrees(range, leaves, hash);
}

/**
 * As `appendSubtrees`, with the subtrees that become complete: their hashes come up on the way, so
 * a log that grows is hashed once.
 */
export function growBySubtrees(
  range: CompactRange,
  subtrees: readonly HashedSubtree[],
  hash: Sha256 = sha256,
): Growth {
  const peaks: Peak[] = peakSubtrees(range.size).map(({ from, to }, i) => {
    const held = range.hashes[i];
    assertBytes(held, 'compact range hash', 32);
    return { size: to - from, hash: held };
  });
  const completed: CompleteSubtree[] = [];
  let size = range.size;
  const note = (peak: Peak): void => {
    const level = storedLevel(peak.size);
    if (level > 0) completed.push({ level, index: size / peak.size - 1, hash: peak.hash });
  };
  for (const { from, to, hash: one } of subtrees) {
    assertBytes(one, 'subtree hash', 32);
    if (from !== size || from % (to - from) !== 0) {
      throw new RangeError(`subtree: expected one from ${size} on, got ${from} to ${to}`);
    }
    size = to;
    pushPeak(peaks, { size: to - from, hash: one }, hash, note);
  }
  return { compact: { size, hashes: peaks.map((peak) => peak.hash) }, completed };
}

/** The root of the tree, 32 bytes. */
export function compactRoot(range: CompactRange, hash: Sha256 = sha256): Uint8Array {
  return foldHashes(range.hashes, hash);
}

/** The size (8 bytes, big-endian), then the hashes. */
export function encodeCompactRange(range: CompactRange): Uint8Array {
  return concatBytes(encodeUint64(range.size), ...range.hashes);
}

/**
 * The compact range in `bytes`.
 * @throws ProtocolError LENGTH_INVALID if the size and the number of hashes disagree
 */
export function parseCompactRange(bytes: Uint8Array): CompactRange {
  assertBytes(bytes, 'compact range');
  const size = bytes.length < 8 ? -1 : readSize(bytes);
  const count = size < 0 || size > LOG_SIZE_MAX ? -1 : peakSubtrees(size).length;
  if (bytes.length !== 8 + count * 32) {
    throw new ProtocolError(
      'LENGTH_INVALID',
      `compact range: expected a size and one hash for each of its binary ones, got ${bytes.length} bytes`,
    );
  }
  const hashes = Array.from({ length: count }, (_, i) => bytes.slice(8 + i * 32, 40 + i * 32));
  return { size, hashes };
}

function readSize(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
}
