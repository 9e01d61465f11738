/** Hashes of subtrees, read from the store: for proofs and tiles. */

import {
  appendSubtrees,
  type CompactRange,
  compactRoot,
  EMPTY_COMPACT_RANGE,
  type HashedSubtree,
  leafHash,
  peakSubtrees,
  plannedHash,
  rangeHashPlan,
  type Sha256,
  TILE_WIDTH,
} from '@covisa/protocol';
import type { LogHead, LogId, Store } from '@covisa/store';

const HASH_BYTES = 32;

function splitHashes(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, i) =>
    bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
}

/**
 * The hash of one subtree of a log, from what the store holds.
 * @throws RangeError if not enough is held, as of a part of what was pruned
 */
export async function storedSubtreeHash(
  store: Store,
  log: LogId,
  subtree: { readonly from: number; readonly to: number },
  sha256: Sha256,
): Promise<Uint8Array> {
  const plan = rangeHashPlan(subtree);
  const parts = await Promise.all(
    plan.map(async ({ level, from, to }) =>
      splitHashes(await store.hashes(log, level, from, to - from)),
    ),
  );
  const isHeld = plan.every(({ from, to }, i) => parts[i]?.length === to - from);
  return isHeld || subtree.to - subtree.from > TILE_WIDTH
    ? plannedHash(plan, parts, sha256)
    : prunedHash(store, log, subtree, sha256);
}

/** The hash of a subtree within one tile, of whose entries some were pruned. */
async function prunedHash(
  store: Store,
  log: LogId,
  { from, to }: { readonly from: number; readonly to: number },
  sha256: Sha256,
): Promise<Uint8Array> {
  const pieces = await heldPieces(store, log, { from, to }, sha256);
  const shifted = pieces.map((one) => ({ ...one, from: one.from - from, to: one.to - from }));
  const compact = appendSubtrees(EMPTY_COMPACT_RANGE, shifted, sha256);
  if (compact.size === to - from) return compactRoot(compact, sha256);
  throw new RangeError(
    `subtree: expected ${to - from} entries from ${from} on, got ${compact.size}`,
  );
}

/** Entries and gaps of a part of a log, in order, as subtrees. */
export async function heldPieces(
  store: Store,
  log: LogId,
  { from, to }: { readonly from: number; readonly to: number },
  sha256: Sha256,
): Promise<readonly HashedSubtree[]> {
  const entries = await store.entriesWithin(log, from, to);
  const leaves = entries.map(({ index, bytes }) => ({
    ...{ from: index, to: index + 1 },
    hash: leafHash(bytes, sha256),
  }));
  return [...leaves, ...(await store.gaps(log, from, to))].sort((a, b) => a.from - b.from);
}

/** The largest size, up to `size`, of which the root follows from what is held. */
export async function knownSize(store: Store, head: LogHead, size: number): Promise<number> {
  if (size >= (head.pruned ?? 0)) return size;
  const gaps = await store.gaps(head, size - (size % TILE_WIDTH), size);
  const last = gaps.at(-1);
  return last !== undefined && last.to > size ? last.from : size;
}

/** Whether the root of the first `size` entries follows from what is held. */
export async function knowsRoot(store: Store, head: LogHead, size: number): Promise<boolean> {
  return (await knownSize(store, head, size)) === size;
}

/**
 * The root (32 bytes) of the first `size` entries of a log, which are held.
 * @throws RangeError where `knowsRoot` says no
 */
export async function storedRoot(
  store: Store,
  log: LogId,
  size: number,
  hash: Sha256,
): Promise<Uint8Array> {
  return compactRoot(await storedCompact(store, log, size, hash), hash);
}

/** The compact range of the first `size` entries of a log. @throws RangeError as `storedRoot` */
export async function storedCompact(
  store: Store,
  log: LogId,
  size: number,
  hash: Sha256,
): Promise<CompactRange> {
  const peaks = peakSubtrees(size).map((peak) => storedSubtreeHash(store, log, peak, hash));
  return { size, hashes: await Promise.all(peaks) };
}
