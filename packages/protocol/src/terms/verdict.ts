/** What `judge` takes and gives: plain data, so that desk, home and wallet can call it alike. */

import type { Place } from '../bytes/distance.js';
import type { CalendarDate, Seconds, SpaceId } from '../ids.js';
import type { Rate, Venue } from '../log/entries.js';
import type { Assumption, Reason } from './reasons.js';
import type { Offer, Terms } from './terms.js';

export type VisitKind = 'free' | 'paid' | 'courtesy';
/** 1, or 0.5 for a half day. */
export type Weight = 1 | 0.5;

/** What `judge` needs to know of a visa. */
export interface JudgedVisa {
  readonly visaYearStart: CalendarDate;
  readonly memberSince: CalendarDate;
  readonly plan: string;
  /** Free days only with a grant. */
  readonly ask: boolean;
  /** A printed card. */
  readonly static: boolean;
  readonly expiresAt: Seconds;
}

/** One counted visit of this visa. */
export interface JudgedVisit {
  readonly host: SpaceId;
  readonly date: CalendarDate;
  readonly kind: VisitKind;
  readonly weight: Weight;
  readonly venue?: string;
  /**
   * It counts at its own host alone: another visit stands for its proof (STAMP-8), or it was judged
   * under another programme (JUDGE-10).
   */
  readonly shared?: boolean;
}

/** The free visits of all members of this home at this host on one date; one item a date. */
export interface HomeDay {
  readonly date: CalendarDate;
  /** The sum of their weights. */
  readonly weight: number;
  readonly visits: number;
}

/** The visit that is asked about. */
export interface VisitRequest {
  /** The moment of arrival. Null: now, or unknown if a date is given. */
  readonly at: Seconds | null;
  /** The venue's date, where it is not that of the arrival: a plan, or a visit entered late. */
  readonly date: CalendarDate | null;
  readonly halfDay: boolean;
  readonly stayMinutes: number | null;
  readonly notice: {
    readonly kind: 'message' | 'booking';
    readonly givenAt: Seconds;
    readonly answer: 'none' | 'welcome' | 'declined';
  } | null;
  /** `adults` counts the member. */
  readonly party: { readonly adults: number; readonly children: number };
}

/** A grant that was checked: it is the home's, for this visa number. */
export interface JudgedGrant {
  readonly k: number;
  readonly host: SpaceId;
  readonly date: CalendarDate;
  readonly weight: Weight;
}

/** Everything that a verdict follows from. */
export interface JudgeInput {
  readonly role: 'host' | 'home' | 'wallet';
  readonly instant: Seconds;
  readonly visa: JudgedVisa;
  readonly presentation: 'open' | 'host-bound' | 'static' | 'none';
  readonly terms: Terms;
  /** The number of the roster that the terms are of. */
  readonly roster: number;
  readonly home: {
    readonly space: SpaceId;
    readonly offer: Offer | null;
    readonly venues: readonly Place[];
    /** The monthly price of each plan: known to the home alone. */
    readonly prices: { readonly [plan: string]: Rate } | null;
    /** The dates of this member's visits at home: known to the home alone. */
    readonly visitsAtHome: readonly CalendarDate[] | null;
  };
  readonly host: {
    readonly space: SpaceId;
    readonly offer: Offer | null;
    /** The profile's `open`. */
    readonly open: boolean;
    readonly venue: Pick<Venue, 'timeZone' | 'latitude' | 'longitude' | 'hours'>;
    readonly rate: Rate | null;
  };
  /**
   * All counted visits that are known, of any kind and in any order; the same visit may be there
   * twice.
   */
  readonly usage: readonly JudgedVisit[];
  /** The date from which usage is whole: for a host or wallet the first day of the visa number. */
  readonly usageFrom: CalendarDate;
  readonly homeAtHost: readonly HomeDay[] | null;
  /** Visits at this host on the date that is asked about, before this one; null where not known. */
  readonly today: {
    readonly total: number;
    readonly fromHome: number;
    readonly freeFromHome: number;
  } | null;
  /** The host's private list, and what the desk sees. */
  readonly local: {
    /** Why members of the home are refused, or null. */
    readonly spaceRefused: string | null;
    /** Why this visa is refused, or null. */
    readonly visaRefused: string | null;
    readonly full: boolean;
  };
  readonly freshness: {
    /** Age of the home's latest heartbeat; null: never heard of. */
    readonly homeHeartbeatAgeSeconds: number | null;
    /** Usage is known up to here. */
    readonly knownUpTo: Seconds;
    /** How many spaces' logs are known less far. */
    readonly olderSpaces: number;
  };
  readonly grant: JudgedGrant | null;
  readonly homeAnswer: 'unreachable' | 'granted' | 'refused' | 'not-asked';
  readonly request: VisitRequest;
}

/** What a visit costs the member. `amount` is in minor units of the rate's currency. */
export type Payment =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'regular'; readonly rate: Rate | null; readonly note: string | null }
  | {
      readonly kind: 'discount';
      readonly percent: number;
      readonly rate: Rate | null;
      readonly discounted: Rate | null;
      readonly note: string | null;
    }
  | {
      readonly kind: 'perk';
      readonly perk: string;
      readonly rate: Rate | null;
      readonly note: string | null;
    }
  | { readonly kind: 'refused'; readonly note: string | null };

/** Days left before and after this visit; null is no limit. */
export interface Left {
  readonly before: number;
  readonly after: number;
}

/** One allowance in one window. */
export interface AllowanceLeft extends Left {
  readonly rule: string;
  readonly count: 'host' | 'programme' | 'home-at-host';
  readonly window: string;
  readonly unit: 'days' | 'visits';
  readonly from: CalendarDate;
  /** The last date. */
  readonly to: CalendarDate;
  readonly limit: number;
  readonly used: number;
}

/** Something for the desk to look at or say. */
export type Show =
  | { readonly code: 'PHOTO_ID' }
  | { readonly code: 'INCLUDED'; readonly items: readonly string[] }
  | { readonly code: 'EXCLUDED'; readonly items: readonly string[] };

/** The answer, which explains itself. */
export interface Verdict {
  readonly outcome: 'free' | 'paid' | 'refuse';
  /**
   * The kind of visit to stamp; on the same day that of the visit that is there; null if refused.
   */
  readonly kind: VisitKind | null;
  /** The venue's date. */
  readonly date: CalendarDate;
  readonly host: SpaceId;
  readonly weight: Weight;
  /** The deciding one first; notes last. */
  readonly reasons: readonly [Reason, ...Reason[]];
  /** The rule of the deciding reason. */
  readonly decidedBy: string;
  readonly left: {
    readonly perHost: Left | null;
    readonly perProgramme: Left | null;
    readonly homeAtHost: Left | null;
    readonly windows: readonly AllowanceLeft[];
  };
  readonly sureness: {
    readonly level: 'exact' | 'known-up-to' | 'home-unreachable';
    readonly knownUpTo: Seconds;
    readonly olderSpaces: number;
  };
  readonly assumed: readonly Assumption[];
  /** What this visit costs. */
  readonly pays: Payment;
  /** Free days left after this visit, and what follows them; null where there is no allowance. */
  readonly follows: { readonly freeLeft: number; readonly next: Payment } | null;
  readonly shows: readonly Show[];
  /** A visit at this host on this date is already counted: no new stamp. */
  readonly sameDay: boolean;
  /** `needed`: not free without a grant; `wanted`: free, and surer with one. */
  readonly askGrant: 'no' | 'wanted' | 'needed';
  readonly roster: number;
}
