/**
 * Inclusion and consistency proofs (RFC 6962 §2.1.1 and §2.1.2), split around the reading of
 * hashes: first which subtrees' hashes are needed, then, with these, the proof and its check.
 *
 * A consistency proof here always starts with the hash of its seed subtree, also where the older
 * size is a power of two and RFC 6962 leaves it out because it is the older root. So a proof
 * recomputes both roots by itself, and one that meets the newer root but not the older one is
 * evidence of a fork.
 */

import { equalBytes } from '../bytes/bytes.js';
import { type Sha256, sha256 } from '../crypto/hash.js';
import { emptyRoot, nodeHash, type Subtree, splitSize } from './tree.js';

function assertSize(value: number, name: string, max: number): void {
  if (!Number.isSafeInteger(value) || value < 0 || value > max) {
    throw new RangeError(`${name}: expected a whole number from 0 to ${max}, got ${value}`);
  }
}

/**
 * The subtrees whose hashes prove that the leaf at `index` is in a tree of `size`, from the leaf's
 * sibling up to the root.
 */
export function inclusionRanges(index: number, size: number): readonly Subtree[] {
  assertSize(size, 'size', Number.MAX_SAFE_INTEGER);
  assertSize(index, 'index', size - 1);
  const path: Subtree[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitSize(to - from);
    if (index < middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
    }
  }
  return path.reverse();
}

/** Whether `proof` (the hashes of `inclusionRanges`) leads from the leaf's hash to the root. */
export function verifyInclusion(
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
  hash: Sha256 = sha256,
): boolean {
  if (!(index >= 0 && index < size)) return false;
  const path = inclusionRanges(index, size);
  if (path.length !== proof.length) return false;
  let node = leaf;
  for (const [i, subtree] of path.entries()) {
    const sibling = proof[i];
    if (sibling?.length !== 32) return false;
    node = subtree.from > index ? nodeHash(node, sibling, hash) : nodeHash(sibling, node, hash);
  }
  return equalBytes(node, root);
}

/**
 * The subtrees whose hashes prove that the tree of `newSize` extends the one of `oldSize`: the seed
 * first, then up to the root. None where the sizes are equal or the older tree is empty.
 */
export function consistencyRanges(oldSize: number, newSize: number): readonly Subtree[] {
  assertSize(newSize, 'newSize', Number.MAX_SAFE_INTEGER);
  assertSize(oldSize, 'oldSize', newSize);
  if (oldSize === 0 || oldSize === newSize) return [];
  const path: Subtree[] = [];
  let from = 0;
  let to = newSize;
  while (to !== oldSize) {
    const middle = from + splitSize(to - from);
    if (oldSize <= middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
    }
  }
  return [{ from, to }, ...path.reverse()];
}

/** Both roots (32 bytes each) that a consistency proof recomputes. */
export interface RecomputedRoots {
  readonly oldRoot: Uint8Array;
  readonly newRoot: Uint8Array;
}

/**
 * The roots that `proof` recomputes for 0 < `oldSize` < `newSize`; undefined if it has another
 * number of hashes than such a proof has. If `newRoot` is the signed one and `oldRoot` is not, the
 * log has forked.
 */
export function recomputeRoots(
  oldSize: number,
  newSize: number,
  proof: readonly Uint8Array[],
  hash: Sha256 = sha256,
): RecomputedRoots | undefined {
  if (!(oldSize > 0 && oldSize < newSize)) return undefined;
  const path = consistencyRanges(oldSize, newSize);
  const seed = proof[0];
  if (seed === undefined || path.length !== proof.length) return undefined;
  if (proof.some((one) => one.length !== 32)) return undefined;
  let oldRoot = seed;
  let newRoot = seed;
  for (let i = 1; i < proof.length; i++) {
    const [subtree, sibling] = [path[i], proof[i]];
    if (subtree === undefined || sibling === undefined) return undefined;
    if (subtree.from >= oldSize) newRoot = nodeHash(newRoot, sibling, hash);
    else {
      oldRoot = nodeHash(sibling, oldRoot, hash);
      newRoot = nodeHash(sibling, newRoot, hash);
    }
  }
  return { oldRoot, newRoot };
}

/**
 * Whether `proof` (the hashes of `consistencyRanges`) shows that the newer tree extends the older
 * one.
 */
export function verifyConsistency(
  oldSize: number,
  oldRoot: Uint8Array,
  newSize: number,
  newRoot: Uint8Array,
  proof: readonly Uint8Array[],
  hash: Sha256 = sha256,
): boolean {
  if (oldSize === 0 && !equalBytes(oldRoot, emptyRoot(hash))) return false;
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0 && newSize > 0;
  const roots = recomputeRoots(oldSize, newSize, proof, hash);
  if (roots === undefined) return false;
  return equalBytes(roots.oldRoot, oldRoot) && equalBytes(roots.newRoot, newRoot);
}
