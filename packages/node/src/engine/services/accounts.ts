/** What spaces gave to each other. */

import type { CalendarDate, SpaceId } from '@covisa/protocol';
import type { StampTotal } from '@covisa/store';

/** One line of the account between two spaces. */
export interface Statement {
  readonly us: SpaceId;
  readonly them: SpaceId;
  readonly themName: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** By us to their members. */
  readonly given: readonly StampTotal[];
  /** By them to our members. */
  readonly received: readonly StampTotal[];
  /**
   * How many of the received stamps no visa of ours stands behind, though they name us: copied,
   * invented, or of a printed card without a grant.
   */
  readonly unproven: number;
  /** Stamps before this date are not looked at for `unproven`: visa numbers of then were erased. */
  readonly unprovenFrom: CalendarDate;
}

/**
 * A visit of one of our members or at our desk, of which the index was used at another host too.
 */
export interface DoubleVisit {
  readonly side: 'home' | 'host';
  readonly member: string | null;
  readonly k: number;
  readonly hosts: readonly {
    readonly host: SpaceId;
    readonly date: CalendarDate;
    readonly kind: string;
  }[];
}

/** Days by kind; a half day is 0.5. */
export interface DaySums {
  readonly free: number;
  readonly paid: number;
  readonly courtesy: number;
}

/** What was given to other spaces' members, and received from other spaces. */
export interface DayExchange {
  readonly partners: readonly {
    readonly space: SpaceId;
    readonly name: string | null;
    readonly given: DaySums;
    readonly received: DaySums;
    readonly firstDate: CalendarDate;
    readonly lastDate: CalendarDate;
  }[];
  readonly months: readonly {
    /** `YYYY-MM` */
    readonly month: string;
    readonly given: DaySums;
    readonly received: DaySums;
  }[];
}

export interface Accounts {
  exchange(from: CalendarDate, to: CalendarDate): Promise<DayExchange>;
  statement(them: SpaceId, from: CalendarDate, to: CalendarDate): Promise<Statement>;
  doubleVisits(): Promise<readonly DoubleVisit[]>;
}
