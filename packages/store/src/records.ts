/** What the store keeps: the records that go in and come out of the port. */

import type { CalendarDate, Entry, LogId, Marker, Seconds, SpaceId } from '@covisa/protocol';
import type { Member, Refusal, Visit } from './people-records.js';

export type * from './message-records.js';
export type * from './people-records.js';
export type { LogId };

/** A heartbeat as it was signed: the cosignature line and the checkpoint note that it signs. */
export interface StoredHeartbeat {
  readonly time: Seconds;
  readonly line: string;
  readonly checkpoint: string;
}

/** What is held of one log, besides its entries. */
export interface LogHead extends LogId {
  /** Entries held: 0 to size - 1. */
  readonly size: number;
  /**
   * Before it (a multiple of 256, or less where a log was cut or shown up to there; missing: 0)
   * hashes stand for entries that are not held.
   */
  readonly pruned?: number;
  /**
   * What shows that the entries before `pruned` are all that stay of them, where the entry that
   * says so is not held. Opaque to the store.
   */
  readonly sum?: Uint8Array;
  /** The encoded compact range over the entries held. */
  readonly range: Uint8Array;
  /**
   * The largest checkpoint note that was verified, and its size (≥ `size` while a log is being
   * caught up with).
   */
  readonly checkpoint: string | null;
  readonly checkpointSize: number;
  /**
   * The hashes (32 bytes each, one after the other) that prove that checkpoint to continue the
   * entries held; missing where it is of their size, or where they are not known.
   */
  readonly proof?: Uint8Array;
  readonly heartbeat: StoredHeartbeat | null;
}

/** One verified entry on its way into the store. */
export interface NewEntry {
  readonly bytes: Uint8Array;
  /** RFC 6962 leaf hash, 32 bytes. */
  readonly leafHash: Uint8Array;
  /** What the bytes say: the back end indexes stamps and voids by it. */
  readonly entry: Entry;
}

/** The hash of a complete subtree of 256^level entries (level ≥ 1), the `index`-th of its level. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

/** Consecutive verified entries of one log, with the head after them. */
export interface Range {
  readonly from: number;
  readonly entries: readonly NewEntry[];
  readonly subtrees: readonly Subtree[];
  readonly head: LogHead;
}

/** One entry as it is held. */
export interface StoredEntry extends LogId {
  readonly index: number;
  readonly bytes: Uint8Array;
}

/**
 * A stamp as it is held, with the dates of the later voids in the same log that name it, in log
 * order.
 */
export interface StoredStamp extends StoredEntry {
  readonly voids: readonly CalendarDate[];
}

/** Where an entry stands: its log, and its index in it. */
export interface LogPlace extends LogId {
  readonly index: number;
}

/** Where a stamp stands, and the marker under which it was found. */
export interface MarkedPlace extends LogPlace {
  readonly marker: Marker;
}

/** Filter over stamps; a missing member does not restrict. Dates are inclusive. */
export interface StampFilter {
  readonly host?: SpaceId;
  readonly home?: SpaceId;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/**
 * How many stamps of one kind and weight one host gave to one home's members. Voided stamps are not
 * among them: those that a later void of the same log names, dated at most `VOID_DAYS_MAX` days
 * after the stamp.
 */
export interface StampTotal {
  readonly host: SpaceId;
  readonly home: SpaceId;
  readonly kind: 'free' | 'paid' | 'courtesy';
  readonly weight: 1 | 0.5;
  readonly count: number;
}

/**
 * The stamps of one date, kind and weight that one host gave to one home's members; voided ones are
 * not among them.
 */
export interface StampDay {
  readonly date: CalendarDate;
  readonly kind: 'free' | 'paid' | 'courtesy';
  readonly weight: 1 | 0.5;
  readonly count: number;
}

/** Stamps between two spaces; dates are inclusive. */
export interface PairFilter {
  readonly host: SpaceId;
  readonly home: SpaceId;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * What the checks of one stamp's seal, proof and grant said, remembered under the visa number's
 * keyed hash.
 */
export interface StampCheckMemo extends LogId {
  readonly index: number;
  /** Opaque to the store; at most 65 bytes. */
  readonly outcome: Uint8Array;
}

/** What this node remembers of its dealings with another node. */
export interface Peer {
  readonly space: SpaceId;
  /** An address that is not in the peer's profile (yet); null for none. */
  readonly url: string | null;
  readonly lastSuccess: Seconds | null;
  readonly firstFailure: Seconds | null;
  readonly failures: number;
  readonly lastError: string | null;
  /** Their clock less ours, in seconds, as of the last success. */
  readonly skew: number | null;
}

/** What a transaction of `appendOwn` stores besides the entries. */
export interface AppendEffects {
  /** Inserted, or replaced by id. */
  readonly visits?: readonly Visit[];
  readonly members?: readonly Member[];
  readonly refusals?: readonly Refusal[];
}
