/**
 * Pruning: a log's owner sums up what stays of the log's old entries, in an entry of type
 * `pruning`; who has seen that the sum is right may forget the others. Their hashes stay in the
 * place of the largest subtrees of which nothing is kept, so that the log is still verified from
 * its first entry to its last, extended, and handed on.
 */

import { encodeBase64url } from '../bytes/base64url.js';
import { concatBytes, encodeUint64, encodeUtf8 } from '../bytes/bytes.js';
import { type Sha256, sha256 } from '../crypto/hash.js';
import type { Entry, PruningEntry } from './entries.js';
import { TILE_WIDTH } from './tiles.js';
import type { Subtree } from './tree.js';

const PASSING_TYPES = ['stamp', 'void', 'refusal', 'revocation', 'pruning'];

/**
 * PRUNE-1: what goes is the entries whose type is stamp, void, refusal, revocation or pruning,
 * whatever their other members are; all others stay.
 */
export function isPassing(entry: Entry): boolean {
  return PASSING_TYPES.includes(entry.type === 'unknown' ? entry.named : entry.type);
}

/**
 * Whether a pruning entry at `index` says anything. PRUNE-2: it sums up whole tiles of 256 entries,
 * all of them before itself.
 */
export function isPruning(entry: Entry, index: number): entry is PruningEntry {
  return entry.type === 'pruning' && entry.before % TILE_WIDTH === 0 && entry.before <= index;
}

/**
 * PRUNE-3: the sum is SHA-256("covisa/stays/1" ‖ 0x0A ‖ uint64 of the index of each entry that
 * stays, ascending), in base64url.
 */
export function staysDigest(stays: readonly number[], hash: Sha256 = sha256): string {
  return encodeBase64url(
    hash(concatBytes(encodeUtf8('covisa/stays/1\n'), ...stays.map(encodeUint64))),
  );
}

/**
 * The largest subtrees, each within one tile, of which no entry stays, that begin before `to`, from
 * left to right; the last one may end after it. `stays` is ascending; `from` is a multiple of 256.
 */
export function gapsOf(stays: readonly number[], from: number, to: number): readonly Subtree[] {
  const gaps: Subtree[] = [];
  let next = stays.findIndex((index) => index >= from);
  if (next < 0) next = stays.length;
  for (let tile = from; tile < to; tile += TILE_WIDTH) {
    let end = next;
    while ((stays[end] ?? Infinity) < tile + TILE_WIDTH) end += 1;
    splitGaps(stays.slice(next, end), { from: tile, to: tile + TILE_WIDTH }, gaps);
    next = end;
  }
  return gaps.filter((gap) => gap.from < to);
}

function splitGaps(stays: readonly number[], { from, to }: Subtree, gaps: Subtree[]): void {
  if (stays.length === 0) gaps.push({ from, to });
  else if (to - from > 1) {
    const middle = (from + to) / 2;
    splitGaps(
      stays.filter((index) => index < middle),
      { from, to: middle },
      gaps,
    );
    splitGaps(
      stays.filter((index) => index >= middle),
      { from: middle, to },
      gaps,
    );
  }
}
