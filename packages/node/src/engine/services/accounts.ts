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

export interface Accounts {
  statement(them: SpaceId, from: CalendarDate, to: CalendarDate): Promise<Statement>;
  doubleVisits(): Promise<readonly DoubleVisit[]>;
}
