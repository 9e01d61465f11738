/**
 * The messages of a sync: `POST /covisa/v1/sync`, or a file. Request and answer have the same form:
 * one JSON header line, then raw entries, one a line, those of the header's ranges one range after
 * the other. Nothing in a message refers to the transport, and no phase needs state on the side
 * that answers:
 *
 * 1. Digest. Both sides name the digest of each programme that they share, and their own latest
 *    heartbeat (`beat`). Equal digests mean the same logs at the same roots, the caller's own
 *    included: nothing else is sent. The same where they differ as they did when a whole exchange
 *    moved nothing (`settled`).
 * 2. Frontier. Where digests differ, each side sends the frontier lines that changed since the
 *    cursor that the other side gives back (`since`, given as `cursor` before). If the digests
 *    still differ after that, the full frontier (`full`), in which a log that is missing is not
 *    held. From here on each message carries the largest checkpoint that its sender holds of the
 *    receiver's own log (`echo`): a restored node learns from it what it has lost.
 * 3. Ranges. Each side asks for what it lacks (`wants`) and sends what the other lacks (`ranges`,
 *    and `heartbeats` for logs that have grown no entry), up to the byte caps of one message. What
 *    did not fit is wanted again in the next message: the cut is made anew each time from both
 *    frontiers, so a broken exchange is continued from where it broke.
 *
 * Of a forked log only what its histories have in common is a log; the rest are strays. A frontier
 * line tells that it has forked, and how much is common (`common`); whoever does not know wants
 * the proof (`forks`). Each shelf of strays has a line of its own: its size, and the hash of its
 * hashes.
 */

import { parseBase64url } from '../bytes/base64url.js';
import { concatBytes, encodeUtf8, parseUtf8 } from '../bytes/bytes.js';
import { parseAs } from '../bytes/shape.js';
import { ProtocolError } from '../errors.js';
import {
  ENTRY_BYTES_MAX,
  SYNC_BYTES_MAX,
  SYNC_ENTRIES_MAX,
  SYNC_HEADER_BYTES_MAX,
} from '../limits.js';
import type { EntryRange } from '../log/range.js';
import { encodeFrontierLine } from './frontier.js';
import { type SyncHeader, type SyncRange, syncHeader } from './header.js';

/** A message taken apart; the lines are views into the body. */
export interface SyncMessage {
  readonly header: SyncHeader;
  /** One list of lines (without their newlines) for each of the header's ranges, in its order. */
  readonly lines: readonly (readonly Uint8Array[])[];
}

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const NEWLINE_BYTES = Uint8Array.of(NEWLINE);

function invalid(expected: string, cause?: unknown): ProtocolError {
  return new ProtocolError('SYNC_INVALID', `sync: expected ${expected}`, { cause });
}

function tooLarge(what: string, max: number, got: number): ProtocolError {
  return new ProtocolError('SYNC_TOO_LARGE', `sync: expected ${what} up to ${max}, got ${got}`);
}

function entriesOf(header: SyncHeader): number {
  return (header.ranges ?? []).reduce((sum, range) => sum + range.count, 0);
}

function checkBounds(header: SyncHeader): void {
  // SYNC-1: a message has at most so many entries, all ranges together.
  const entries = entriesOf(header);
  if (entries > SYNC_ENTRIES_MAX) throw tooLarge('entries', SYNC_ENTRIES_MAX, entries);
}

function parseHeader(bytes: Uint8Array): SyncHeader {
  if (bytes.length > SYNC_HEADER_BYTES_MAX) {
    throw tooLarge('bytes of header', SYNC_HEADER_BYTES_MAX, bytes.length);
  }
  // SYNC-5: the header line ends in LF alone; there is no CR in it.
  if (bytes.includes(CARRIAGE_RETURN)) throw invalid('a header line that ends in LF alone');
  let value: unknown;
  try {
    value = JSON.parse(parseUtf8(bytes));
  } catch (cause) {
    throw invalid('a header line of JSON', cause);
  }
  const header = parseAs('SYNC_INVALID', syncHeader, value);
  checkBounds(header);
  return header;
}

/** Cuts `count` lines from `at` on; each ends in a newline and is a view into `body`. */
function cutLines(body: Uint8Array, at: number, count: number): [Uint8Array[], number] {
  const lines: Uint8Array[] = [];
  let start = at;
  for (let i = 0; i < count; i++) {
    const end = body.indexOf(NEWLINE, start);
    if (end < 0) throw invalid('as many lines as the ranges say, each with its newline');
    if (end - start > ENTRY_BYTES_MAX)
      throw tooLarge('bytes of entry', ENTRY_BYTES_MAX, end - start);
    lines.push(body.subarray(start, end));
    start = end + 1;
  }
  return [lines, start];
}

/**
 * The message in `body`; its entries are not looked at.
 * @throws ProtocolError SYNC_INVALID, SYNC_TOO_LARGE
 */
export function parseSync(body: Uint8Array): SyncMessage {
  if (body.length > SYNC_BYTES_MAX) throw tooLarge('bytes', SYNC_BYTES_MAX, body.length);
  const end = body.indexOf(NEWLINE);
  if (end < 0) throw invalid('a header line with its newline');
  const header = parseHeader(body.subarray(0, end));
  let at = end + 1;
  const lines = (header.ranges ?? []).map((range) => {
    const [cut, next] = cutLines(body, at, range.count);
    at = next;
    return cut;
  });
  if (at !== body.length) throw invalid('nothing after the lines of the last range');
  return { header, lines };
}

/** A range of a message as `extendReplica` takes it. */
export function entryRangeOf(range: SyncRange, lines: readonly Uint8Array[]): EntryRange {
  const { from, checkpoint, proof = [], pruned } = range;
  const plain = { from, lines, checkpoint, proof: proof.map(parseBase64url) };
  if (pruned === undefined) return plain;
  const inclusion = pruned.inclusion.map(parseBase64url);
  const hashes = pruned.hashes.map(parseBase64url);
  return { ...plain, pruned: { ...pruned, inclusion, hashes } };
}

/** The header line (without its newline) as it travels. */
export function encodeSyncHeader(header: SyncHeader): Uint8Array {
  const frontier = header.frontier?.map(encodeFrontierLine);
  return encodeUtf8(JSON.stringify(frontier === undefined ? header : { ...header, frontier }));
}

function lineParts(header: SyncHeader, lines: readonly (readonly Uint8Array[])[]): Uint8Array[] {
  const ranges = header.ranges ?? [];
  if (lines.length !== ranges.length) {
    throw new TypeError(`lines: expected ${ranges.length} lists, got ${lines.length}`);
  }
  return ranges.flatMap((range, i) => {
    const own = lines[i] ?? [];
    if (own.length !== range.count) {
      throw new TypeError(`lines: expected ${range.count} in range ${i}, got ${own.length}`);
    }
    return own.flatMap((line) => [line, NEWLINE_BYTES]);
  });
}

/**
 * The body of a message; `lines` holds one list of entries for each of the header's ranges.
 * @throws ProtocolError SYNC_TOO_LARGE, SYNC_INVALID; TypeError if lines and ranges disagree
 */
export function encodeSync(
  header: SyncHeader,
  lines: readonly (readonly Uint8Array[])[] = [],
): Uint8Array {
  const head = encodeSyncHeader(header);
  parseHeader(head);
  const body = concatBytes(head, NEWLINE_BYTES, ...lineParts(header, lines));
  if (body.length > SYNC_BYTES_MAX) throw tooLarge('bytes', SYNC_BYTES_MAX, body.length);
  return body;
}
