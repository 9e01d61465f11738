/** What the store keeps: the records that go in and come out of the port. */

import type {
  CalendarDate,
  Entry,
  LogId,
  Marker,
  ProgrammeId,
  RefusalReason,
  Seconds,
  SpaceId,
} from '@covisa/protocol';

export type * from './message-records.js';
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
  /** Before it (a multiple of 256; missing: 0) hashes stand for entries that are not held. */
  readonly pruned?: number;
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

export type MemberStatus = 'active' | 'paused' | 'revoked';

/** A visa number that a member had before, kept until 30 days after its visa year. */
export interface EarlierVisa {
  /** 16 bytes. */
  readonly visaNumber: Uint8Array;
  /** The last one, 32 bytes; null for a static visa, and where none was claimed. */
  readonly holderKey: Uint8Array | null;
  readonly former: readonly Uint8Array[];
  /** The end of its visa year, exclusive. */
  readonly until: CalendarDate;
}

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
  /** Missing: none. */
  readonly earlier?: readonly EarlierVisa[];
  /** Visits before this date may be under a visa number that was erased; missing: none was. */
  readonly erasedUntil?: CalendarDate;
  readonly isStatic: boolean;
  readonly ask: boolean;
  /** SHA-256 of the one-time claim code, and when it lapses; null when used. */
  readonly claim: {
    readonly digest: Uint8Array;
    readonly lapses: Seconds;
    /** Only the key that claimed may ask once more, as after an answer that was lost. */
    readonly used?: boolean;
    /** The member's phone asked for it, for the next phone; missing: the owner gave it. */
    readonly isOfPhone?: boolean;
  } | null;
  /** Issue time of the latest visa; null before the first. */
  readonly issued: Seconds | null;
}

/** Who recorded something at this node: what has no name of its own is told by its kind. */
export type Recorder =
  | { readonly kind: 'person' | 'token'; readonly name: string }
  /** `self`: the member, at the door. `command-line`: whoever reads the data folder. */
  | { readonly kind: 'owner' | 'self' | 'command-line'; readonly name: null };

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
  /** 16 bytes, sealed; null once it was erased, with all else that tells whose visit it was. */
  readonly visaNumber: Uint8Array | null;
  /** The end of the number's visa year, exclusive, or a later day; null with the number. */
  readonly visaUntil: CalendarDate | null;
  readonly displayName: string | null;
  /** Minor units; kept here and never gossiped. */
  readonly amount: number | null;
  readonly note: string | null;
  /**
   * SHA-256 (32 bytes) of the presentation's proof; missing: there was none, or the record is of
   * before it was kept. Never in the log. Sealed.
   */
  readonly proofDigest?: Uint8Array;
  /** Who recorded it, by the node's own record; missing: not known. Never in the log. Sealed. */
  readonly recordedBy?: Recorder;
  /** The index under the visa number; 0 once that was erased. */
  readonly k: number;
  /** The seal of the stamp (base64url), made when the visit was recorded; empty: not kept. */
  readonly seal: string;
  /** Of the log, or the shelf, in which its stamp stands; null while `index` is. */
  readonly incarnation: number | null;
  readonly index: number | null;
  /** The log index of the void that cancelled it. */
  readonly voidIndex: number | null;
}

/**
 * A visiting member whom this desk did not take. `index` is null while it waits in the journal to
 * be published.
 */
export interface Refusal {
  readonly id: string;
  readonly home: SpaceId;
  readonly venue: string;
  readonly date: CalendarDate;
  readonly programme: ProgrammeId;
  readonly roster: number;
  readonly reason: RefusalReason;
  readonly recorded: Seconds;
  /** The end of the visa year, as of a visit; null with the number. */
  readonly visaUntil: CalendarDate | null;
  /**
   * 16 bytes; null once it was erased, with all that follows but the index. Sealed, as all that
   * follows but the index; kept here and never gossiped.
   */
  readonly visaNumber: Uint8Array | null;
  readonly displayName: string | null;
  readonly note: string | null;
  readonly recordedBy: Recorder | null;
  readonly index: number | null;
}

/** A visit or refusal of which it is known whose it was. */
export type Named<Of extends Visit | Refusal> = Of & {
  readonly visaNumber: Uint8Array;
  readonly visaUntil: CalendarDate;
};

/** A grant that this node signed as a home. The visa number is sealed. */
export interface StoredGrant {
  readonly visaNumber: Uint8Array;
  readonly k: number;
  readonly host: SpaceId;
  readonly date: CalendarDate;
  /** The programme that it was asked for in, and counts in while it is open. */
  readonly programme: ProgrammeId;
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
  readonly refusals?: readonly Refusal[];
}
