/**
 * The Merkle tree of a log, as RFC 6962 §2.1 hashes it. Leaves and inner nodes carry different
 * prefixes, so that neither can pass for the other. Sizes go up to 2^40: arithmetic here is never
 * bitwise, since that is 32 bits wide.
 */

import { encodeUtf8 } from '../bytes/bytes.js';
import { type Sha256, sha256 } from '../crypto/hash.js';
import { ENTRY_BYTES_MAX } from '../limits.js';

/** The leaves `from` (inclusive) to `to` (exclusive), which some node of the tree covers. */
export interface Subtree {
  readonly from: number;
  readonly to: number;
}

/** A perfect subtree of 2^n leaves at a multiple of 2^n, and its hash (32 bytes). */
export interface HashedSubtree extends Subtree {
  readonly hash: Uint8Array;
}

/** A perfect subtree: its number of leaves, a power of two, and its hash (32 bytes). */
export interface Peak {
  readonly size: number;
  readonly hash: Uint8Array;
}

/**
 * Where what is hashed is put together: a catch-up hashes hundreds of thousands of entries and
 * nodes. Hashing is synchronous, so it serves one of them at a time.
 */
const room = new Uint8Array(1 + ENTRY_BYTES_MAX);

function prefixed(prefix: number, left: Uint8Array, right?: Uint8Array): Uint8Array {
  const length = 1 + left.length + (right?.length ?? 0);
  const bytes = length > room.length ? new Uint8Array(length) : room.subarray(0, length);
  bytes[0] = prefix;
  bytes.set(left, 1);
  if (right) bytes.set(right, 1 + left.length);
  return bytes;
}

/** LOG-3: the hash of a leaf is SHA-256(0x00 ‖ the entry's bytes), 32 bytes; */
export function leafHash(entry: Uint8Array, hash: Sha256 = sha256): Uint8Array {
  return hash(prefixed(0, entry));
}

/** LOG-3: that of a node is SHA-256(0x01 ‖ left ‖ right), 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array, hash: Sha256 = sha256): Uint8Array {
  return hash(prefixed(1, left, right));
}

/** The root of a tree without leaves: SHA-256 of nothing. */
export function emptyRoot(hash: Sha256 = sha256): Uint8Array {
  return hash(encodeUtf8(''));
}

/** The largest power of two below `size`: where RFC 6962 splits a tree of two leaves or more. */
export function splitSize(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/**
 * Puts a perfect subtree to the right of others, none of them smaller, and joins what has become
 * equal in size. `note` is told of the subtree itself and of each that it completes.
 */
export function pushPeak(
  peaks: Peak[],
  peak: Peak,
  hash: Sha256,
  note: (peak: Peak) => void = () => undefined,
): void {
  let joined = peak;
  note(joined);
  let left = peaks.at(-1);
  while (left !== undefined && left.size === joined.size) {
    joined = { size: left.size * 2, hash: nodeHash(left.hash, joined.hash, hash) };
    note(joined);
    peaks.pop();
    left = peaks.at(-1);
  }
  peaks.push(joined);
}

/** The hash of the tree that consists of these perfect subtrees, largest first. */
export function foldHashes(hashes: readonly Uint8Array[], hash: Sha256): Uint8Array {
  let root: Uint8Array | undefined;
  for (let i = hashes.length - 1; i >= 0; i--) {
    const left = hashes[i];
    if (left !== undefined) root = root === undefined ? left : nodeHash(left, root, hash);
  }
  return root ?? emptyRoot(hash);
}

/** The hash of the tree over these leaf hashes (32 bytes each), in linear time. */
export function subtreeHash(leafHashes: readonly Uint8Array[], hash: Sha256 = sha256): Uint8Array {
  const peaks: Peak[] = [];
  for (const leaf of leafHashes) pushPeak(peaks, { size: 1, hash: leaf }, hash);
  return foldHashes(
    peaks.map((peak) => peak.hash),
    hash,
  );
}
