/** What the store keeps of a log in the place of entries that were pruned. */

import type { LogHead, LogId, NewEntry, Range, Subtree } from './records.js';

/**
 * Verified entries of one log from `from` (a multiple of 256) to `head.pruned`, which is also its
 * size and lies within no gap: those that stay, and hashes that stand for the others.
 */
export interface PrunedRange {
  readonly from: number;
  readonly entries: readonly (NewEntry & { readonly index: number })[];
  readonly gaps: readonly Gap[];
  readonly subtrees: readonly Subtree[];
  readonly head: LogHead;
}

/** Entries `from` to `to` (exclusive), at most 256, of which only their subtree's hash is held. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** 32 bytes. */
  readonly hash: Uint8Array;
}

/** What is to be forgotten of a log that is held up to `before` and beyond. */
export interface Pruning extends LogId {
  /** Becomes the head's `pruned`. */
  readonly before: number;
  readonly gaps: readonly Gap[];
}

/** The head of a log that is pruned up to an index, by an entry that is held. */
export function prunedHead({ sum: _sum, ...head }: LogHead, pruned: number): LogHead {
  return { ...head, pruned };
}

/** Whether some entries of a range are left out. */
export function isPrunedRange(range: Range | PrunedRange): range is PrunedRange {
  return 'gaps' in range;
}
