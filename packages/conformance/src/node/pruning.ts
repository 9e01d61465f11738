/** A test space's log of which some entries are left out, as an honest peer shows it. */

import {
  encodeBase64url,
  encodeEntry,
  encodeUtf8,
  gapsOf,
  inclusionRanges,
  isPassing,
  leafHash,
  nodeHash,
  parseEntry,
  type SyncRange,
  staysDigest,
  subtreeHash,
} from '@covisa/protocol';
import type { TestSpace } from './test-space.js';

/** Entries of one tile. */
export const TILE = 256;

/** The indices of what stays of the first tile. */
export function staysOf({ lines }: TestSpace): readonly number[] {
  return lines.slice(0, TILE).flatMap((line, i) => (isPassing(parseEntry(line)) ? [] : [i]));
}

/**
 * Fills a log with lines that pass, sums up its first tile, with the indices of what stays or
 * others, and writes on; the index of the sum.
 */
export function sumUp(space: TestSpace, stays?: readonly number[]): number {
  while (space.size < TILE) space.appendLine(encodeUtf8(`{"type":"stamp","n":${space.size}}`));
  const digest = staysDigest(stays ?? staysOf(space));
  const index = space.append({ type: 'pruning', before: TILE, stays: digest });
  space.appendLine(encodeUtf8('{"type":"note","n":1}'));
  return index;
}

function hashOf({ lines }: TestSpace, from: number, to: number): string {
  return encodeBase64url(subtreeHash(lines.slice(from, to).map((line) => leafHash(line))));
}

/**
 * The first tile, or its beginning, as a pruned range, summed up by the entry at `index`; and its
 * lines.
 */
export function prunedRange(
  space: TestSpace,
  index: number,
  stays = staysOf(space),
  to: number = TILE,
) {
  const kept = stays.filter((one) => one < to);
  const range: SyncRange = {
    ...space.range(0, to, space.size),
    count: 1 + kept.length,
    pruned: {
      ...{ index, to, stays },
      inclusion: inclusionRanges(index, space.size).map(({ from, to }) => hashOf(space, from, to)),
      hashes: gapsOf(stays, 0, to).map((gap) => hashOf(space, gap.from, gap.to)),
    },
  };
  return { range, lines: [index, ...kept].flatMap((i) => space.lines[i] ?? []) };
}

/**
 * All but the last tile of a log of 2^40 entries, which nobody has written: a sum as its last entry
 * under a root that is made for it, and no part of the tiles.
 */
export function inventedRange(space: TestSpace) {
  const size = 2 ** 40;
  const to = size - TILE;
  const line = encodeEntry({ type: 'pruning', before: to, stays: staysDigest([]) });
  const inclusion = Array.from({ length: 40 }, (_, i) => new Uint8Array(32).fill(i));
  // The last entry of a full tree has only left siblings.
  const root = inclusion.reduce((right, left) => nodeHash(left, right), leafHash(line));
  const range: SyncRange = {
    ...{ ...space.log, from: 0, count: 1, checkpoint: space.checkpoint(size, root), proof: [] },
    pruned: {
      ...{ index: size - 1, to, stays: [], hashes: [] },
      inclusion: inclusion.map(encodeBase64url),
    },
  };
  return { range, lines: [line] };
}
