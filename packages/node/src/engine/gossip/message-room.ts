/**
 * How many ranges one message has room for: each kind of them is bounded by itself, and a member
 * that wants can fill all kinds at once.
 */

import {
  RANGE_HEADER_BYTES,
  SYNC_BYTES_MAX,
  SYNC_ENTRIES_MAX,
  SYNC_HEADER_BYTES_MAX,
  SYNC_RANGES_MAX,
  type SyncRange,
} from '@covisa/protocol';

/** Bytes of ranges in a header: the other half is for what is sent beside them. */
export const RANGES_HEADER_BYTES_MAX = SYNC_HEADER_BYTES_MAX / 2;
/** Bytes of lines, each with its newline: beside the longest header. */
const LINE_BYTES_MAX = SYNC_BYTES_MAX - SYNC_HEADER_BYTES_MAX;
/** Of a hash in base64url with quotes and comma, and of an index. */
export const HASH_BYTES = 46;
export const INDEX_BYTES = 14;

/** Ranges for a message, and the lines of each. */
export interface FilledRanges {
  readonly ranges: readonly SyncRange[];
  readonly lines: readonly (readonly Uint8Array[])[];
}

/** Those that fit into one message, up to the first that does not: what is left is wanted again. */
export function fitting({ ranges, lines }: FilledRanges): FilledRanges {
  let [header, entries, bytes, count] = [0, 0, 0, 0];
  for (const [i, range] of ranges.entries()) {
    header += headerBytesOf(range);
    entries += range.count;
    bytes += lineBytesOf(lines.slice(i, i + 1));
    const isFull = header > RANGES_HEADER_BYTES_MAX || bytes > LINE_BYTES_MAX;
    if (isFull || entries > SYNC_ENTRIES_MAX || i >= SYNC_RANGES_MAX) break;
    count += 1;
  }
  return { ranges: ranges.slice(0, count), lines: lines.slice(0, count) };
}

/** Bytes of lines with their newlines. */
export function lineBytesOf(lines: FilledRanges['lines']): number {
  return lines.flat().reduce((sum, line) => sum + line.length + 1, 0);
}

/** Bytes of a range's part of the header, rounded up. */
function headerBytesOf({ proof = [], pruned }: SyncRange): number {
  const { inclusion = [], hashes = [], stays = [] } = pruned ?? {};
  const all = proof.length + inclusion.length + hashes.length;
  return RANGE_HEADER_BYTES + all * HASH_BYTES + stays.length * INDEX_BYTES;
}
