/** What members ask of the owner through their wallets. */

import type { CalendarDate, Seconds, SpaceId } from '@covisa/protocol';

/** A visit that a member says is not right. */
export interface Objection {
  readonly host: SpaceId;
  readonly date: CalendarDate;
  readonly note: string;
}

/** What waits for the owner, or did. */
export interface MemberRequest {
  readonly id: string;
  readonly kind: 'objection' | 'erasure';
  /** The member's id. */
  readonly member: string;
  readonly memberName: string | null;
  readonly recorded: Seconds;
  /** When the owner was done with it; null: it waits. */
  readonly done: Seconds | null;
  /** Null, as date and note, for the wish to be erased. */
  readonly host: SpaceId | null;
  readonly hostName: string | null;
  readonly date: CalendarDate | null;
  readonly note: string | null;
}

export interface Requests {
  /** Newest first. */
  list(): Promise<readonly MemberRequest[]>;
  /** @throws NodeError NOT_FOUND */
  done(id: string): Promise<MemberRequest>;
}
