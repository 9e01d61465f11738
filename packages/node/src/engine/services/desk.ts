/** Reception's side. */

import type {
  CalendarDate,
  Offer,
  ProgrammeId,
  Rate,
  RefusalReason,
  Seconds,
  SpaceId,
  Terms,
  Verdict,
} from '@covisa/protocol';
import type { Recorder, Refusal, Visit } from '@covisa/store';
import type { LogMode } from './engine.js';

export interface CheckRequest {
  readonly token: string;
  /** Null: the space's first venue. */
  readonly venue: string | null;
  readonly halfDay: boolean;
  /** Persons who came along. */
  readonly party: number;
  readonly notice: boolean;
  /** The venue's date of a forgotten visit that is entered later; null: that of now. */
  readonly date: CalendarDate | null;
  /**
   * When the code was scanned, for a scan that was kept while the node was out of reach; null: now.
   */
  readonly scannedAt: Seconds | null;
}

/** A code that a member reads out: the home holds the presentation that it stands for. */
export interface SpokenCheckRequest extends Omit<CheckRequest, 'token'> {
  readonly home: SpaceId;
  readonly code: string;
}

/** A visit as the desk shows it. */
export interface DeskVisit extends Visit {
  readonly homeName: string | null;
  /** Until when it can be undone; null: no longer, or it is undone. */
  readonly undoUntil: Seconds | null;
}

/** What is left of a visit that was erased on request, and how many records were erased now. */
export interface Erasure {
  readonly visit: DeskVisit;
  /** With the visit itself; 0 where it was erased before. */
  readonly visits: number;
  readonly refusals: number;
}

/** A refusal as the desk shows it. */
export interface DeskRefusal extends Omit<Refusal, 'visaNumber' | 'visaUntil'> {
  readonly homeName: string | null;
  /** It is no longer kept who it was. */
  readonly erased: boolean;
}

/** A presentation that was judged at this desk. It can be stamped for 15 minutes. */
export interface CheckResult {
  readonly id: string;
  readonly home: SpaceId;
  readonly homeName: string | null;
  readonly displayName: string | null;
  readonly plan: string;
  readonly date: CalendarDate;
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly venue: string;
  /** Whether the member signed it for this host alone. */
  readonly hostBound: boolean;
  /** The visit of today that this visa has here already. */
  readonly visit: DeskVisit | null;
  readonly grant: 'had' | 'refused' | 'unreachable' | 'not-asked';
}

export interface StampRequest {
  readonly check: string;
  readonly kind: 'free' | 'paid' | 'courtesy';
  /** Minor units of the host's currency. */
  readonly amount: number | null;
  readonly note: string | null;
  /** Who records it: kept here, never in the log. */
  readonly by: Recorder;
}

/** Why a member who showed a visa is not taken. */
export interface RefusalRequest {
  readonly check: string;
  readonly reason: RefusalReason;
  readonly note: string | null;
  readonly by: Recorder;
}

/** What a member who was taken is shown. Kept here; the Wi-Fi's password is sealed. */
export interface Welcome {
  readonly wifi: {
    readonly ssid: string;
    /** Empty: an open network. */
    readonly password: string;
    readonly hidden: boolean;
  } | null;
  readonly note: string | null;
}

/** What the owner decides about the desk. */
export interface DeskSettings {
  /** Members may check in at the door by themselves, for free days. */
  readonly selfCheckIn: boolean;
}

/** Everything that the desk's page shows before anybody comes. */
export interface DeskOverview {
  readonly space: SpaceId;
  readonly name: string;
  readonly now: Seconds;
  readonly date: CalendarDate;
  readonly venue: string;
  readonly timeZone: string;
  readonly venues: readonly {
    readonly id: string;
    readonly name: string;
    readonly timeZone: string;
  }[];
  readonly rate: Rate | null;
  readonly offer: Offer;
  readonly houseRules: string | null;
  /** Places for visiting members on this date; null: the rules set no limit. */
  readonly capacity: {
    readonly limit: number;
    readonly used: number;
    readonly left: number;
  } | null;
  /** Those of this date, and those of the days before it that can still be undone. */
  readonly visits: readonly DeskVisit[];
  readonly refusals: readonly DeskRefusal[];
  /** The spaces whose members are served here. */
  readonly homes: readonly {
    readonly space: SpaceId;
    readonly name: string | null;
    /** Whether its node has an address, for grants and spoken codes. */
    readonly reachable: boolean;
  }[];
  readonly programmes: readonly {
    readonly id: ProgrammeId;
    readonly name: string;
    readonly roster: number;
    readonly terms: Terms;
  }[];
  readonly mode: LogMode;
  readonly modeReason: string | null;
  readonly pendingVisits: number;
  readonly selfCheckIn: boolean;
}

/** What a member at an unstaffed door asks. */
export interface ArrivalRequest {
  readonly token: string;
  readonly venue: string;
}

/** What a member at an unstaffed door is answered. */
export interface Arrival {
  readonly checkedIn: boolean;
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly visit: { readonly date: CalendarDate; readonly kind: Visit['kind'] } | null;
  readonly hostName: string;
  readonly venueName: string;
  readonly timeZone: string;
  /** For those who are checked in. */
  readonly welcome: Welcome | null;
  readonly houseRules: string | null;
}

/** Reception's side. */
export interface Desk {
  /** What the desk shows before anybody comes. @throws NodeError NOT_FOUND for another venue */
  overview(venue: string | null): Promise<DeskOverview>;
  /**
   * Judges by what is held; asks nobody.
   * @throws ProtocolError, NodeError with the reason for refusing the token
   */
  check(request: CheckRequest): Promise<CheckResult>;
  /**
   * Collects the presentation behind a spoken code from its home, and checks it.
   * @throws NodeError NOT_FOUND, PEER_UNREACHABLE and as `check`
   */
  checkSpoken(request: SpokenCheckRequest): Promise<CheckResult>;
  /** Asks the home of a check for a grant within the time budget, and judges again. */
  askGrant(check: string): Promise<CheckResult>;
  /**
   * Records the visit: a stamp, or the journal while the log may not be appended to. A second stamp
   * of one day is the first.
   */
  stamp(request: StampRequest): Promise<DeskVisit>;
  /** Records that a member was not taken, here and, without a word of the person, in the log. */
  refuse(request: RefusalRequest): Promise<DeskRefusal>;
  visits(from: CalendarDate, to: CalendarDate): Promise<readonly DeskVisit[]>;
  refusals(from: CalendarDate, to: CalendarDate): Promise<readonly DeskRefusal[]>;
  void(visit: string): Promise<DeskVisit>;
  /**
   * Erases whose a visit was, with all visits and refusals of the same visa number.
   * @throws NodeError NOT_FOUND; CONFLICT while one of them waits to be published
   */
  erase(visit: string): Promise<Erasure>;
  /**
   * A member checks in at the door: a free day or nothing.
   * @throws NodeError SELF_CHECK_IN_OFF and as `check`
   */
  arrive(request: ArrivalRequest): Promise<Arrival>;
  welcome(): Promise<Welcome>;
  setWelcome(welcome: Welcome): Promise<Welcome>;
  settings(): Promise<DeskSettings>;
  setSettings(settings: DeskSettings): Promise<DeskSettings>;
}
