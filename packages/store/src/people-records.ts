/** What the store keeps of people: members, and who came, was refused or granted a day. */

import type { CalendarDate, ProgrammeId, RefusalReason, Seconds, SpaceId } from '@covisa/protocol';

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
