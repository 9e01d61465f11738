/**
 * What both back ends must decide alike: the order of texts and logs, and which of two heads is
 * ahead.
 */

import { EMPTY_COMPACT_RANGE, type Entry, encodeCompactRange } from '@covisa/protocol';
import { StoreError } from './errors.js';
import type { LogHead, LogId, PrunedRange, Range } from './port.js';

/** Orders texts by their code units, as SQLite's BINARY collation orders ASCII. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Orders logs by space, then incarnation. */
export function compareLogs(left: LogId, right: LogId): number {
  return compareText(left.space, right.space) || left.incarnation - right.incarnation;
}

/** Orders places in logs by space, incarnation and index. */
export function comparePlaces(
  left: LogId & { readonly index: number },
  right: LogId & { readonly index: number },
): number {
  return compareLogs(left, right) || left.index - right.index;
}

/** The head of a shelf: it only says which shelf it is. */
export function shelfHead({ space, incarnation }: LogId): LogHead {
  const range = encodeCompactRange(EMPTY_COMPACT_RANGE);
  const none = { checkpoint: null, checkpointSize: 0, heartbeat: null };
  return { space, incarnation, size: 0, range, ...none };
}

/** The type that an entry's bytes name. */
export function namedType(entry: Entry): string {
  return entry.type === 'unknown' ? entry.named : entry.type;
}

/**
 * A range follows what is held.
 * @throws StoreError RANGE_CONFLICT; RangeError if the range contradicts itself
 */
export function checkRange(range: Range, heldSize: number): void {
  const { head, from, entries } = range;
  if (head.size !== from + entries.length) {
    throw new RangeError(`head.size: expected ${from + entries.length}, got ${head.size}`);
  }
  if (from !== heldSize) {
    throw new StoreError(
      'RANGE_CONFLICT',
      `log ${head.space}/${head.incarnation}: holds ${heldSize} entries, the range starts at ${from}`,
    );
  }
}

/**
 * A pruned range begins within what is held, or where that ends.
 * @throws StoreError RANGE_CONFLICT; RangeError if the range contradicts itself
 */
export function checkPruned({ head, from }: PrunedRange, heldSize: number): void {
  if (head.size !== head.pruned) {
    throw new RangeError(`head.size: expected ${head.pruned}, got ${head.size}`);
  }
  if (from > heldSize) {
    throw new StoreError(
      'RANGE_CONFLICT',
      `log ${head.space}/${head.incarnation}: holds ${heldSize} entries, the range starts at ${from}`,
    );
  }
}

/**
 * The head after a range: size and compact range are the new ones, the checkpoint is the new one
 * with its proof, if it has one, and the heartbeat is the later of both.
 */
export function mergeHeads(held: LogHead | undefined, next: LogHead): LogHead {
  if (held === undefined) return next;
  // A later checkpoint that was held goes with a proof from fewer entries: it is of no use now.
  const { proof: _proof, ...merged } = next;
  const proof = next.checkpoint !== null && next.proof !== undefined ? { proof: next.proof } : {};
  const { checkpoint, checkpointSize } = next.checkpoint === null ? held : next;
  const later =
    next.heartbeat !== null &&
    (held.heartbeat === null || next.heartbeat.time > held.heartbeat.time);
  const { heartbeat } = later ? next : held;
  return { ...merged, ...proof, checkpoint, checkpointSize, heartbeat };
}
