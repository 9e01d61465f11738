/** Reception's side. */

import type { CalendarDate, SpaceId, Verdict } from '@covisa/protocol';
import type { Visit } from '@covisa/store';

export interface CheckRequest {
  readonly token: string;
  /** Null: the space's first venue. */
  readonly venue: string | null;
  readonly halfDay: boolean;
  /** Persons who came along. */
  readonly party: number;
  readonly notice: boolean;
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
  /** The visit of today that this visa has here already. */
  readonly visit: Visit | null;
  readonly grant: 'none' | 'had' | 'refused' | 'unreachable' | 'not-asked';
}

export interface StampRequest {
  readonly check: string;
  readonly kind: 'free' | 'paid' | 'courtesy';
  /** Minor units of the host's currency. */
  readonly amount: number | null;
  readonly note: string | null;
}

/** Reception's side. */
export interface Desk {
  /**
   * Judges by what is held; asks nobody.
   * @throws ProtocolError, NodeError with the reason for refusing the token
   */
  check(request: CheckRequest): Promise<CheckResult>;
  /** Asks the home of a check for a grant within the time budget, and judges again. */
  askGrant(check: string): Promise<CheckResult>;
  /**
   * Records the visit: a stamp, or the journal while the log may not be appended to. A second stamp
   * of one day is the first.
   */
  stamp(request: StampRequest): Promise<Visit>;
  visits(from: CalendarDate, to: CalendarDate): Promise<readonly Visit[]>;
  void(visit: string): Promise<Visit>;
}
