/**
 * What to ask for and what to send, decided from two frontiers; and how much of it fits into one
 * message. Pure.
 */

import {
  ENTRY_BYTES_MAX,
  SYNC_ENTRIES_MAX,
  SYNC_HEADER_BYTES_MAX,
  SYNC_RANGES_MAX,
  SYNC_WANTS_MAX,
} from '../limits.js';
import type { LogId } from '../log/checkpoint.js';
import { isShelf } from '../log/stray.js';
import { type FrontierLine, logKeyOf } from './frontier.js';
import type { SyncWant } from './header.js';

/** What two frontiers make of an exchange. */
export interface ExchangePlan {
  /** What the peer has and I lack. `from` equal to my size asks for a later heartbeat only. */
  readonly wants: readonly SyncWant[];
  /** What I have and the peer lacks: entries from index `from` on. */
  readonly pushes: readonly SyncWant[];
  /** Logs of which I have a later heartbeat, and the peer the same entries. */
  readonly heartbeats: readonly LogId[];
  /** Logs of which I know that they have forked, or have less in common than the peer knows. */
  readonly forks: readonly LogId[];
  /** Logs that are of one size on both sides with other roots: one of us holds a fork. */
  readonly disagreements: readonly LogId[];
}

interface Draft {
  readonly wants: SyncWant[];
  readonly pushes: SyncWant[];
  readonly heartbeats: LogId[];
  readonly forks: LogId[];
  readonly disagreements: LogId[];
}

function want(log: LogId, from: number): SyncWant {
  return { space: log.space, incarnation: log.incarnation, from };
}

function named({ space, incarnation }: LogId): LogId {
  return { space, incarnation };
}

/** Of a log that has forked only what is common is gossiped; strays have lines of their own. */
function planFork(draft: Draft, mine: FrontierLine | undefined, theirs: FrontierLine): void {
  const [ours, known] = [mine?.common ?? Infinity, theirs.common ?? Infinity];
  if (known < ours) draft.wants.push({ ...want(theirs, 0), fork: true });
  if (ours < known) draft.forks.push(named(theirs));
}

/** Shelves are sets: where they differ, each side needs what the other holds. */
function planShelf(draft: Draft, mine: FrontierLine | undefined, theirs: FrontierLine): void {
  if (mine?.root === theirs.root) return;
  draft.wants.push(want(theirs, 0));
  if (mine) draft.pushes.push(want(mine, 0));
}

function planLog(draft: Draft, mine: FrontierLine | undefined, theirs: FrontierLine): void {
  planFork(draft, mine, theirs);
  const held = mine?.size ?? 0;
  const common = Math.min(mine?.common ?? Infinity, theirs.common ?? Infinity);
  if (Math.min(theirs.size, common) > held) draft.wants.push(want(theirs, held));
  else if (mine === undefined) return;
  else if (Math.min(held, common) > theirs.size) draft.pushes.push(want(theirs, theirs.size));
  else if (held !== theirs.size) return;
  else if (mine.root !== theirs.root) draft.disagreements.push(named(mine));
  else if (theirs.day > mine.day) draft.wants.push(want(theirs, held));
  else if (mine.day > theirs.day) draft.heartbeats.push(named(mine));
}

/**
 * What to want and what to push. `full` says that `theirs` is the peer's whole frontier: then it
 * lacks what is not in it. Wants come in the order of `theirs`, those alone that the caller would
 * take (`isWanted`; all, by default), at most as many as a message takes; the rest is still wanted
 * in the next one.
 */
export function planExchange(
  mine: readonly FrontierLine[],
  theirs: readonly FrontierLine[],
  full: boolean,
  isWanted: (want: SyncWant) => boolean = () => true,
): ExchangePlan {
  const draft: Draft = { wants: [], pushes: [], heartbeats: [], forks: [], disagreements: [] };
  const own = new Map(mine.map((line) => [logKeyOf(line), line]));
  const seen = new Set<string>();
  for (const line of theirs) {
    const key = logKeyOf(line);
    // A hostile peer may name a log twice: the first line holds.
    if (seen.has(key)) continue;
    seen.add(key);
    (isShelf(line) ? planShelf : planLog)(draft, own.get(key), line);
  }
  if (full) {
    for (const line of mine) {
      if (seen.has(logKeyOf(line))) continue;
      if (line.size > 0) draft.pushes.push(want(line, 0));
      if (line.common !== undefined) draft.forks.push(named(line));
    }
  }
  return { ...draft, wants: draft.wants.filter(isWanted).slice(0, SYNC_WANTS_MAX) };
}

/**
 * Entries of one log that could be sent: from index `from` on, with the bytes of each, up to the
 * checkpoint of `size`.
 */
export interface RangeOffer extends SyncWant {
  /** Entries of the checkpoint that goes with them. */
  readonly size: number;
  /**
   * Bytes of each entry from `from` on; may end before `size` where the caller has looked up only
   * so many.
   */
  readonly lengths: readonly number[];
}

/** A range that goes into a message. */
export interface FilledRange extends SyncWant {
  readonly count: number;
  /**
   * Whether the range ends at the checkpoint's size: else a consistency proof has to go with it.
   */
  readonly complete: boolean;
}

/** Caps of one message. */
export interface FillCaps {
  /** Bytes for ranges: entries with newlines, and their part of the header. */
  readonly bytes: number;
  readonly entries?: number;
  readonly ranges?: number;
  /**
   * Bytes of the header that the ranges may take, out of `bytes`; half of the largest header by
   * default.
   */
  readonly headerBytes?: number;
}

/**
 * Bytes of a range's part of the header without proof: ids, checkpoint, heartbeat, as JSON, rounded
 * up.
 */
export const RANGE_HEADER_BYTES = 768;
/**
 * Bytes of the longest consistency proof in a header: 41 hashes in base64url with quotes and
 * commas.
 */
export const RANGE_PROOF_BYTES = 1_920;

interface Room {
  bytes: number;
  entries: number;
  ranges: number;
  headerBytes: number;
}

/** As many entries as there is room for; takes the room. */
function fit(offer: RangeOffer, room: Room): FilledRange | undefined {
  const head = RANGE_HEADER_BYTES + RANGE_PROOF_BYTES;
  if (room.ranges < 1 || room.headerBytes < head) return undefined;
  let used = head;
  let count = 0;
  for (const length of offer.lengths) {
    if (count === room.entries || used + length + 1 > room.bytes) break;
    used += length + 1;
    count += 1;
  }
  if (count === 0) return undefined;
  const complete = offer.from + count === offer.size;
  room.ranges -= 1;
  room.entries -= count;
  room.headerBytes -= complete ? RANGE_HEADER_BYTES : head;
  room.bytes -= complete ? used - RANGE_PROOF_BYTES : used;
  return { ...want(offer, offer.from), count, complete };
}

/**
 * The ranges that fit under the caps: logs with the fewest entries first, so that one long log does
 * not hold up the others, and each as far as it fits. What is left is for the next message. As long
 * as `bytes` is at least `FILL_BYTES_MIN`, a message makes progress.
 */
export function fillRanges(offers: readonly RangeOffer[], caps: FillCaps): readonly FilledRange[] {
  const room: Room = {
    bytes: caps.bytes,
    entries: caps.entries ?? SYNC_ENTRIES_MAX,
    ranges: caps.ranges ?? SYNC_RANGES_MAX,
    headerBytes: caps.headerBytes ?? SYNC_HEADER_BYTES_MAX / 2,
  };
  const ordered = [...offers].sort((a, b) => a.size - a.from - (b.size - b.from));
  return ordered.flatMap((offer) => fit(offer, room) ?? []);
}

/** The fewest bytes with which any entry fits into a message. */
export const FILL_BYTES_MIN = RANGE_HEADER_BYTES + RANGE_PROOF_BYTES + ENTRY_BYTES_MAX + 1;
