/**
 * Reading the part of a log of which its owner has summed up what stays: the entries that stay, and
 * the hashes of the subtrees between them.
 */

import { type Sha256, sha256 } from '../crypto/hash.js';
import { PRUNED_TILE_BYTES_MAX } from '../limits.js';
import type { ReadCheckpoint } from './checkpoint.js';
import { type PlacedEntry, placeEntry, rangeInvalid } from './placed-entry.js';
import { verifyInclusion } from './proofs.js';
import { gapsOf, isPassing, isPruning, staysDigest } from './pruning.js';
import { TILE_WIDTH } from './tiles.js';
import type { HashedSubtree } from './tree.js';

/** The evidence for what is left out of a range. */
export interface PrunedPart {
  /** The index of the pruning entry that the range's first line is. */
  readonly index: number;
  /** The inclusion proof of that entry in the checkpoint: 32 bytes a hash. */
  readonly inclusion: readonly Uint8Array[];
  /** The indices of all entries that stay before `before`, ascending. */
  readonly stays: readonly number[];
  /** Where the range ends: at most at `before`, and within no gap. */
  readonly to: number;
  /** The hash (32 bytes) of each subtree of `gapsOf`, in its order. */
  readonly hashes: readonly Uint8Array[];
}

/** What a pruned range holds of its log. */
export interface PrunedEntries {
  /** Those that stay. */
  readonly entries: readonly PlacedEntry[];
  /** What stands in the place of the others. */
  readonly gaps: readonly HashedSubtree[];
}

/** Refuses what the owner has not summed up. */
function checkSum(
  { index, inclusion, stays, to }: PrunedPart,
  line: Uint8Array | undefined,
  checkpoint: ReadCheckpoint,
  hash: Sha256,
): void {
  if (line === undefined) throw rangeInvalid('a pruning entry as its first line');
  const { entry, hash: leaf } = placeEntry(index, line, hash);
  if (!isPruning(entry, index)) throw rangeInvalid('a pruning entry as its first line');
  // PRUNE-4: the pruning entry is in the tree of the range's checkpoint, at its index.
  if (!verifyInclusion(index, checkpoint.size, leaf, inclusion, checkpoint.root, hash)) {
    throw rangeInvalid('a pruning entry of this log');
  }
  const isAscending = stays.every((one, i) => i === 0 || one > (stays[i - 1] ?? one));
  const isBefore = (stays.at(-1) ?? 0) < entry.before;
  if (!isAscending || !isBefore || to > entry.before) {
    throw rangeInvalid('ascending indices of entries that the pruning entry sums up');
  }
  if (staysDigest(stays, hash) !== entry.stays) throw rangeInvalid('all entries that stay');
}

/** Whoever took a tile of more could hand it on to nobody. */
function checkTiles(entries: readonly PlacedEntry[]): void {
  const tiles = new Map<number, number>();
  for (const { index, bytes } of entries) {
    const tile = index - (index % TILE_WIDTH);
    tiles.set(tile, (tiles.get(tile) ?? 0) + bytes.length);
  }
  if ([...tiles.values()].every((bytes) => bytes <= PRUNED_TILE_BYTES_MAX)) return;
  throw rangeInvalid(`at most ${PRUNED_TILE_BYTES_MAX} bytes of each tile to stay`);
}

function assemble(
  entries: readonly PlacedEntry[],
  gaps: readonly HashedSubtree[],
): readonly HashedSubtree[] {
  const leaves = entries.map(({ index, hash }) => ({ from: index, to: index + 1, hash }));
  return [...leaves, ...gaps].toSorted((a, b) => a.from - b.from);
}

/**
 * The entries and hashes of a pruned range; and all of them as subtrees, one after the other from
 * `from` to the range's end.
 * @throws ProtocolError RANGE_INVALID
 */
export function readPruned(
  { from, lines }: { readonly from: number; readonly lines: readonly Uint8Array[] },
  part: PrunedPart,
  checkpoint: ReadCheckpoint,
  hash: Sha256 = sha256,
): PrunedEntries & { readonly subtrees: readonly HashedSubtree[] } {
  // PRUNE-5: a pruned range begins where a tile does, ends where no gap is across, and holds each
  // entry in between that stays, at most 512 KiB of each tile, and the hash of each largest subtree
  // of which none does.
  if (from % TILE_WIDTH !== 0 || part.to <= from) {
    throw rangeInvalid('a range from the beginning of a tile on');
  }
  checkSum(part, lines[0], checkpoint, hash);
  // Before the gaps are counted: who invents a log may say that it is of 2^40 entries, and nothing
  // of it is signed yet. Each tile has an entry that stays or a gap.
  const tilesMax = part.hashes.length + part.stays.length;
  if (Math.ceil((part.to - from) / TILE_WIDTH) > tilesMax) {
    throw rangeInvalid('a line or a hash for each part of its tiles');
  }
  const gaps = gapsOf(part.stays, from, part.to);
  if ((gaps.at(-1)?.to ?? 0) > part.to) throw rangeInvalid('an end within no gap');
  const kept = part.stays.filter((index) => index >= from && index < part.to);
  const isWhole = gaps.length === part.hashes.length && lines.length === 1 + kept.length;
  if (!isWhole) {
    throw rangeInvalid('a line or a hash for each part of its tiles');
  }
  const entries = kept.map((index, i) => placeEntry(index, lines[i + 1] as Uint8Array, hash));
  if (entries.some(({ entry }) => isPassing(entry))) throw rangeInvalid('entries that stay');
  checkTiles(entries);
  const hashed = gaps.map((gap, i) => ({ ...gap, hash: part.hashes[i] as Uint8Array }));
  if (hashed.some((gap) => gap.hash.length !== 32)) throw rangeInvalid('hashes of 32 bytes');
  return { entries, gaps: hashed, subtrees: assemble(entries, hashed) };
}
