/**
 * The store port: everything that a node keeps. Each method is one whole transaction, takes and
 * gives batches, and no callback runs inside of one, so that any database can stand behind it.
 * Nothing here knows the protocol's rules: what may be stored was verified before. Back ends:
 * better-sqlite3 (`openSqliteStore`) and memory (`openMemoryStore`); one contract test for both.
 *
 * Personal values (visa numbers, names, contacts) are sealed by the back end under a key from
 * outside the database, and found again by a keyed hash.
 */

import type { CalendarDate, Entry, Marker, ProgrammeId, Seconds, SpaceId } from '@covisa/protocol';

/** Names one life of one log. */
export interface LogId {
  readonly space: SpaceId;
  readonly incarnation: number;
}

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
  /** The encoded compact range over the entries held. */
  readonly range: Uint8Array;
  /**
   * The largest checkpoint note that was verified, and its size (≥ `size` while a log is being
   * caught up with).
   */
  readonly checkpoint: string | null;
  readonly checkpointSize: number;
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

export type MemberStatus = 'active' | 'paused' | 'revoked';

/** A member of this space. Everything but id, status and plan is sealed. */
export interface Member {
  readonly id: string;
  readonly status: MemberStatus;
  readonly plan: string;
  readonly name: string;
  /** What the desk of another space sees; at most 24 bytes; null for none. */
  readonly displayName: string | null;
  readonly contact: string | null;
  readonly since: CalendarDate;
  readonly paidUntil: CalendarDate | null;
  /** 16 bytes. */
  readonly visaNumber: Uint8Array;
  readonly visaYearStart: CalendarDate;
  /** 32 bytes; null until the visa is claimed, and for a static visa. */
  readonly holderKey: Uint8Array | null;
  /** First 8 bytes of SHA-256 of each earlier holder key of this visa year. */
  readonly former: readonly Uint8Array[];
  readonly isStatic: boolean;
  readonly ask: boolean;
  /** SHA-256 of the one-time claim code, and when it lapses; null when used. */
  readonly claim: { readonly digest: Uint8Array; readonly lapses: Seconds } | null;
  /** Issue time of the latest visa; null before the first. */
  readonly issued: Seconds | null;
}

/**
 * A visit as this desk recorded it. `index` is null while it waits in the journal to be published.
 */
export interface Visit {
  readonly id: string;
  readonly home: SpaceId;
  readonly venue: string;
  readonly date: CalendarDate;
  readonly kind: 'free' | 'paid' | 'courtesy';
  readonly weight: 1 | 0.5;
  readonly programme: ProgrammeId;
  readonly roster: number;
  readonly recorded: Seconds;
  /** Sealed. */
  readonly visaNumber: Uint8Array;
  readonly displayName: string | null;
  /** Minor units; kept here and never gossiped. */
  readonly amount: number | null;
  readonly note: string | null;
  readonly k: number;
  /** The seal of the stamp (base64url), made when the visit was recorded. */
  readonly seal: string;
  readonly index: number | null;
  /** The log index of the void that cancelled it. */
  readonly voidIndex: number | null;
}

/** A grant that this node signed as a home. The visa number is sealed. */
export interface StoredGrant {
  readonly visaNumber: Uint8Array;
  readonly k: number;
  readonly host: SpaceId;
  readonly date: CalendarDate;
  readonly lapses: Seconds;
  readonly bytes: Uint8Array;
}

/**
 * What the checks of one stamp's seal, proof and grant said, remembered under the visa number's
 * keyed hash.
 */
export interface StampCheckMemo extends LogId {
  readonly index: number;
  /** Opaque to the store; at most 64 bytes. */
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
}

/** Everything that a node keeps. Every method is durable when its promise resolves. */
export interface Store {
  // Logs, our own and replicas alike.
  /** All heads, ordered by space and incarnation. */
  heads(): Promise<readonly LogHead[]>;
  /**
   * Stores all ranges in one transaction, in order. A range without entries changes the head only.
   * What a head says of checkpoint and heartbeat is kept only where it is later than what is held.
   * @throws StoreError RANGE_CONFLICT (nothing is stored); RangeError if a head's size is not that
   * after its entries
   */
  ingestRanges(ranges: readonly Range[]): Promise<void>;
  /**
   * Stores entries of our own log with what belongs to them, in one transaction.
   * @throws as `ingestRanges`
   */
  appendOwn(range: Range, effects: AppendEffects): Promise<void>;
  /**
   * Replaces the heartbeats of these logs, which are held already. Each must be later than the one
   * held, else it is passed over.
   * @throws RangeError if a log is not held (nothing is stored)
   */
  putHeartbeats(
    heartbeats: readonly (LogId & { readonly heartbeat: StoredHeartbeat })[],
  ): Promise<void>;
  /**
   * Entries from `from` on: at most `countMax` of them and, after the first, at most `bytesMax`
   * bytes.
   */
  entries(
    log: LogId,
    from: number,
    countMax: number,
    bytesMax: number,
  ): Promise<readonly StoredEntry[]>;
  /**
   * Entries of these types (the type that the bytes name) in all logs, ordered by (space,
   * incarnation, index), after the cursor; at most `countMax`.
   */
  entriesOfTypes(
    types: readonly string[],
    after: Omit<StoredEntry, 'bytes'> | null,
    countMax: number,
  ): Promise<readonly StoredEntry[]>;
  /**
   * Hashes (32 bytes each, one after the other) of complete subtrees of 256^level entries; level 0
   * is the leaf hashes. Fewer where fewer are held.
   */
  hashes(log: LogId, level: number, from: number, count: number): Promise<Uint8Array>;

  // Stamps.
  /** All stamps under these markers, ordered by (marker, space, incarnation, index). */
  stampsByMarkers(markers: readonly Marker[]): Promise<readonly StoredStamp[]>;
  /** Totals over stamps that are not voided, ordered by host, home, kind, weight. */
  stampTotals(filter: StampFilter): Promise<readonly StampTotal[]>;
  /** Counts by date over stamps that are not voided, ordered by date, kind, weight. */
  stampDays(filter: PairFilter): Promise<readonly StampDay[]>;
  /**
   * The latest stamps by (date, space, incarnation, index), newest first; at most `countMax`;
   * voided ones among them.
   */
  stamps(filter: StampFilter, countMax: number): Promise<readonly StoredStamp[]>;
  /**
   * What was remembered of the checks of this visa number's stamps, ordered by (space, incarnation,
   * index).
   */
  stampChecks(visaNumber: Uint8Array): Promise<readonly StampCheckMemo[]>;
  /** Inserts or replaces by log and index. The logs are held. @throws RangeError if one is not */
  rememberStampChecks(visaNumber: Uint8Array, memos: readonly StampCheckMemo[]): Promise<void>;

  // The space's own people and records.
  /** Inserts or replaces by id. */
  putMembers(members: readonly Member[]): Promise<void>;
  /** All members, ordered by id. */
  members(): Promise<readonly Member[]>;
  member(id: string): Promise<Member | null>;
  memberByVisaNumber(visaNumber: Uint8Array): Promise<Member | null>;
  memberByClaim(digest: Uint8Array): Promise<Member | null>;
  /** Inserts or replaces by id. */
  putVisits(visits: readonly Visit[]): Promise<void>;
  visit(id: string): Promise<Visit | null>;
  /** Visits with dates from `from` to `to` inclusive, ordered by (date, recorded, id). */
  visits(from: CalendarDate, to: CalendarDate): Promise<readonly Visit[]>;
  /** Visits of this visa number, ordered by (date, recorded, id). */
  visitsByVisaNumber(visaNumber: Uint8Array): Promise<readonly Visit[]>;
  /** Visits of the journal, which wait to be published, ordered by (recorded, id). */
  pendingVisits(): Promise<readonly Visit[]>;
  /** Inserts, or replaces the grant of the same visa number and `k`. */
  putGrant(grant: StoredGrant): Promise<void>;
  /** Grants of this visa number, ordered by `k`. */
  grants(visaNumber: Uint8Array): Promise<readonly StoredGrant[]>;
  dropGrantsLapsedBefore(time: Seconds): Promise<void>;

  // Dealings and settings.
  /** Inserts or replaces by space. */
  putPeers(peers: readonly Peer[]): Promise<void>;
  /** All peers, ordered by space. */
  peers(): Promise<readonly Peer[]>;
  /** A small named value, sealed; null where there is none. */
  setting(name: string): Promise<Uint8Array | null>;
  putSetting(name: string, value: Uint8Array | null): Promise<void>;

  close(): Promise<void>;
}
