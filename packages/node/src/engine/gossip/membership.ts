/**
 * Which logs belong to which programme's gossip: what the exchange asks, and the programmes answer.
 */

import type { ProgrammeId, SpaceId } from '@covisa/protocol';

/** How much of a space's log this node keeps. */
export type Keeping = 'whole' | 'opening' | 'nothing';

/** What our own log says of programmes that we left, in a form that is new with each leave. */
export type Farewell = readonly string[];

export interface Membership {
  /** Changes whenever an answer below may have changed. */
  readonly revision: number;
  /** The spaces whose logs belong to a programme's frontier. */
  spacesOf(programme: ProgrammeId): ReadonlySet<SpaceId>;
  /** Those of them that apply: of their logs no more than the opening is kept by this programme. */
  openingsOf(programme: ProgrammeId): ReadonlySet<SpaceId>;
  /** The programmes in which both this node and that space take part. */
  sharedWith(space: SpaceId): readonly ProgrammeId[];
  /**
   * The programmes that a call to that space names. Who is gone from one, and shares another, does
   * not name it: its log, which says so, goes with the other; and what the one side names alone
   * would never come out equal.
   */
  namedTo(space: SpaceId): readonly ProgrammeId[];
  /** Whether this node takes no part in a programme: not yet, or not any more. */
  isOutside(programme: ProgrammeId): boolean;
  /**
   * How much is kept of a log that `peer` offers. `opening`: an applicant's, of which only so many
   * entries are kept as an application needs.
   */
  keeping(space: SpaceId, peer: SpaceId): Keeping;
  /** All spaces with which a programme is shared, or was until our own log left it. */
  peers(): readonly SpaceId[];
  /** Those of `peers` that are to be called: none that only has to know that we left, and knows. */
  toCall(): readonly SpaceId[];
  /** Who introduced us to programmes that we are not in yet: nobody else tells us that we are. */
  introducers(): readonly SpaceId[];
  /** Which programmes we are gone from as of now, for `noteFarewell`. */
  farewell(): Farewell;
  /**
   * A peer holds our log up to when `farewell` was made, or refuses us as no longer one of its own.
   */
  noteFarewell(peer: SpaceId, farewell: Farewell): void;
}
