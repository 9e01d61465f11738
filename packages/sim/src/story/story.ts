/**
 * A story: everything that a run is made of, as plain data. A seed draws one; a shrunk or
 * remembered one is a file. Playing the same story gives the same run, whoever drew it.
 */

import type { Terms } from '@covisa/protocol';
import type { TimeZone } from './time-zones.js';

export interface StorySpace {
  readonly name: string;
  /** False: a node that only calls out. */
  readonly isPublic: boolean;
  /** Mean milliseconds of a write to its disk. */
  readonly diskDelay: number;
  /** How its node lies; null: it is honest. */
  readonly lie: LieKind | null;
  /** Where its venue is; UTC where a story does not say. */
  readonly timeZone?: TimeZone;
}

export interface StoryProgramme {
  readonly terms: Terms;
  /** Spaces by their numbers. The first one writes roster 0. */
  readonly founders: readonly number[];
  /** Spaces that join before the story begins. */
  readonly others: readonly number[];
}

/** The plan of a member of whom none is said. */
export const FULL_PLAN = 'full';

export interface StoryMember {
  /** The home's number. */
  readonly home: number;
  /** Missing: that of most. */
  readonly plan?: string;
}

/** How a host or a home cheats. */
export type LieKind =
  /** A host writes stamps of visits that nobody made: copied markers, and markers of its own. */
  | 'invent'
  /** Two histories of one log, each told to a half of the peers. */
  | 'fork'
  /** Passes others' entries on changed. */
  | 'alter'
  /** Promises all of others' logs, and leaves entries out when it is asked for them. */
  | 'withhold'
  /** Brings old messages again and again. */
  | 'replay'
  /** Goes on showing its log as it was. */
  | 'freeze'
  /** A home that gives grants beyond the limit, and visas to people who are no members. */
  | 'over-issue'
  /** A home that refuses all grants. */
  | 'refuse-grants';

/** Something that happens at an instant, in seconds from the story's beginning. */
export type StoryEvent = { readonly at: number } & (
  | {
      readonly kind: 'visit';
      readonly member: number;
      readonly host: number;
      /** Whether the desk asks the home for a grant. */
      readonly asks: boolean;
      /** Whether the wallet binds the presentation to the host. */
      readonly bound: boolean;
      readonly halfDay: boolean;
      /** Seconds for which the code has been lying about: a screenshot. */
      readonly age: number;
      /** Seconds between the check and the record. */
      readonly pause: number;
    }
  /** One code at two hosts, or one key on two phones, so many seconds apart. */
  | {
      readonly kind: 'shown-twice' | 'two-phones';
      readonly member: number;
      readonly hosts: readonly [number, number];
      readonly apart: number;
      readonly asks: boolean;
    }
  /** The phone from before the last change of phones. */
  | { readonly kind: 'old-phone'; readonly member: number; readonly host: number }
  | { readonly kind: 'void'; readonly host: number }
  | { readonly kind: 'renew' | 'renumber' | 'revoke' | 'new-phone'; readonly member: number }
  | { readonly kind: 'crash' | 'stop'; readonly space: number; readonly down: number }
  | { readonly kind: 'backup'; readonly space: number }
  /** An older database under today's head file, or under that of the backup. */
  | { readonly kind: 'restore'; readonly space: number; readonly oldHead: boolean }
  /** A second machine with the same secret and a copy of the disk, for a while. */
  | {
      readonly kind: 'clone';
      readonly space: number;
      readonly hours: number;
      /** Whether the second machine writes to the log, too. */
      readonly writes: boolean;
    }
  | {
      readonly kind: 'wall';
      readonly these: readonly number[];
      readonly those: readonly number[];
      readonly oneWay: boolean;
    }
  | { readonly kind: 'heal' }
  | {
      readonly kind: 'weather';
      readonly loss: number;
      readonly duplication: number;
      readonly delay: number;
    }
  | { readonly kind: 'skew'; readonly space: number; readonly milliseconds: number }
  | { readonly kind: 'join'; readonly space: number; readonly programme: number }
  | { readonly kind: 'endorse'; readonly space: number; readonly programme: number }
  | { readonly kind: 'leave'; readonly space: number; readonly programme: number }
  | { readonly kind: 'close' | 'profile'; readonly space: number }
  | { readonly kind: 'message'; readonly space: number; readonly to: number }
  | { readonly kind: 'lie'; readonly space: number }
);

export interface Story {
  readonly seed: string;
  /** The beginning, as ISO 8601 in UTC. */
  readonly begins: string;
  /** Mean seconds between two syncs of a node with a random peer. */
  readonly syncSeconds: number;
  readonly spaces: readonly StorySpace[];
  readonly programmes: readonly StoryProgramme[];
  readonly members: readonly StoryMember[];
  /**
   * Instants, before the end, at which the faults end too, and all is demanded that is demanded in
   * the end, before it goes on. Whatever began before has ended by the next event.
   */
  readonly rests?: readonly number[];
  /** In the order of their instants. */
  readonly events: readonly StoryEvent[];
  /** Length of the part with faults, in seconds. */
  readonly seconds: number;
}
