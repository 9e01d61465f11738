/**
 * Which hashes of a tree a store keeps, and how to get any subtree's hash from few of them. Level 0
 * are the leaf hashes, level 1 the hashes of each 256 of them, level L those of each 256^L leaves:
 * the same hashes that the tiles hold.
 */

import { type Sha256, sha256 } from '../crypto/hash.js';
import { foldHashes, pushPeak, type Subtree } from './tree.js';

/** The stored hash of the leaves from index × 256^level on, 256^level of them. */
export interface StoredHash {
  readonly level: number;
  readonly index: number;
}

/** A stored hash of level 1 or above, all of whose leaves are there. */
export interface CompleteSubtree extends StoredHash {
  /** 32 bytes. */
  readonly hash: Uint8Array;
}

/** The stored hashes of one level from index `from` (inclusive) to `to` (exclusive). */
export interface StoredHashes {
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

/** How many leaves a stored hash of `level` covers. */
export function leavesOfLevel(level: number): number {
  return 256 ** level;
}

/**
 * The level of a perfect subtree of `size` leaves, a power of two, whose hash is stored, if it is
 * of level 1 or above; else 0.
 */
export function storedLevel(size: number): number {
  if (size < 256) return 0;
  const level = Math.log2(size) / 8;
  return Number.isInteger(level) ? level : 0;
}

/** The level of the largest stored subtree that fits into `size` leaves. */
function topLevel(size: number): number {
  let level = 0;
  while (leavesOfLevel(level + 1) <= size) level += 1;
  return level;
}

/**
 * The stored hashes from which the hash of a subtree of the tree is computed: at most 255 of each
 * level, highest level first. @throws RangeError if no tree has a node over these leaves
 */
export function rangeHashPlan(subtree: Subtree): readonly StoredHashes[] {
  const size = subtree.to - subtree.from;
  let width = 1;
  while (width < size) width *= 2;
  if (!(size > 0) || subtree.from % width !== 0) {
    throw new RangeError(`subtree: expected an aligned one, got ${subtree.from} to ${subtree.to}`);
  }
  const plan: StoredHashes[] = [];
  let at = subtree.from;
  for (let level = topLevel(size); level >= 0; level--) {
    const leaves = leavesOfLevel(level);
    const from = at / leaves;
    const to = from + Math.floor((subtree.to - at) / leaves);
    if (to > from) plan.push({ level, from, to });
    at = to * leaves;
  }
  return plan;
}

/**
 * The hash (32 bytes) of a subtree, from the stored hashes of its plan in the plan's order, one
 * list for each part.
 */
export function plannedHash(
  plan: readonly StoredHashes[],
  hashes: readonly (readonly Uint8Array[])[],
  hash: Sha256 = sha256,
): Uint8Array {
  const peaks: { size: number; hash: Uint8Array }[] = [];
  for (const [i, part] of plan.entries()) {
    const stored = hashes[i] ?? [];
    if (stored.length !== part.to - part.from) {
      throw new RangeError(
        `hashes: expected ${part.to - part.from} of level ${part.level}, got ${stored.length}`,
      );
    }
    for (const one of stored) pushPeak(peaks, { size: leavesOfLevel(part.level), hash: one }, hash);
  }
  return foldHashes(
    peaks.map((peak) => peak.hash),
    hash,
  );
}
