/**
 * Hashes of subtrees, read from the store: for proofs, tiles and the subtrees that become complete.
 */

import {
  appendSubtrees,
  type CompactRange,
  childrenOf,
  compactRoot,
  completedSubtrees,
  EMPTY_COMPACT_RANGE,
  type HashedSubtree,
  leafHash,
  leavesOfLevel,
  peakSubtrees,
  plannedHash,
  rangeHashPlan,
  type Sha256,
  subtreeHash,
  TILE_WIDTH,
} from '@covisa/protocol';
import type { LogHead, LogId, Store, Subtree } from '@covisa/store';

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

/** The hashes of the whole tiles that these pieces make from `from` on. */
export function tileHashesOf(
  pieces: readonly HashedSubtree[],
  from: number,
  sha256: Sha256,
): readonly Uint8Array[] {
  const tiles: Uint8Array[] = [];
  let compact = EMPTY_COMPACT_RANGE;
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const start = from + tiles.length * TILE_WIDTH;
    const shifted = { ...piece, from: piece.from - start, to: piece.to - start };
    compact = appendSubtrees(compact, [shifted], sha256);
    if (compact.size < TILE_WIDTH) continue;
    tiles.push(compactRoot(compact, sha256));
    compact = EMPTY_COMPACT_RANGE;
  }
  return tiles;
}

/** The subtrees that become complete when `leafHashes` follow after `oldSize` held entries. */
export function completeSubtrees(
  store: Store,
  log: LogId,
  oldSize: number,
  leafHashes: readonly Uint8Array[],
  sha256: Sha256,
): Promise<readonly Subtree[]> {
  const growth = { from: oldSize, to: oldSize + leafHashes.length };
  return complete(store, log, growth, { level: 0, hashes: leafHashes }, sha256);
}

/** The subtrees that become complete when tiles of these hashes follow after `from` entries. */
export async function completeTiles(
  store: Store,
  log: LogId,
  from: number,
  tiles: readonly Uint8Array[],
  sha256: Sha256,
): Promise<readonly Subtree[]> {
  const first = from / TILE_WIDTH;
  const own = tiles.map((hash, i) => ({ level: 1, index: first + i, hash }));
  const growth = { from, to: from + tiles.length * TILE_WIDTH };
  return [...own, ...(await complete(store, log, growth, { level: 1, hashes: tiles }, sha256))];
}

/** Those above a level, whose own hashes from the old end of the log on are given. */
async function complete(
  store: Store,
  log: LogId,
  growth: { readonly from: number; readonly to: number },
  base: { readonly level: number; readonly hashes: readonly Uint8Array[] },
  sha256: Sha256,
): Promise<readonly Subtree[]> {
  const made: Subtree[] = [];
  const known = new Map<number, readonly Uint8Array[]>([[base.level, base.hashes]]);
  for (const one of completedSubtrees(growth.from, growth.to)) {
    if (one.level <= base.level) continue;
    const { level, from, to } = childrenOf(one);
    const old = Math.floor(growth.from / leavesOfLevel(level));
    const held = splitHashes(await store.hashes(log, level, from, Math.max(0, old - from)));
    if (held.length !== Math.max(0, old - from)) {
      throw new RangeError(`hashes: expected those of level ${level} from ${from} to ${old}`);
    }
    const start = from + held.length;
    const fresh = (known.get(level) ?? []).slice(start - old, to - old);
    const hash = subtreeHash([...held, ...fresh], sha256);
    known.set(one.level, [...(known.get(one.level) ?? []), hash]);
    made.push({ ...one, hash });
  }
  return made;
}

/** Whether the root of the first `size` entries follows from what is held. */
export function knowsRoot({ pruned = 0 }: Pick<LogHead, 'pruned'>, size: number): boolean {
  return size >= pruned || size % TILE_WIDTH === 0;
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
