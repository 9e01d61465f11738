/** What the node answers to the owner of programmes, as JSON. Nothing of it is checked. */

import type { CalendarDate, ProgrammeId, Seconds, SpaceId, Terms } from '@covisa/protocol';

export type StandingView =
  | 'founder-pending'
  | 'applicant'
  | 'admitted'
  | 'member'
  | 'left'
  | 'removed'
  | 'closed';

export interface DraftView {
  readonly roster: string;
  readonly version: number;
  readonly add: readonly SpaceId[];
  readonly remove: readonly SpaceId[];
  /** Members that it does not count. */
  readonly silent: readonly SpaceId[];
  readonly changesTerms: boolean;
  /** What else it says anew; a threshold of null is the default rule. */
  readonly sets: {
    readonly name?: string;
    readonly purpose?: string;
    readonly threshold?: number | null;
    readonly endorsements?: number;
  };
  readonly votes: number;
  readonly needed: number;
  readonly signedByUs: boolean;
}

export interface ApplicantView {
  readonly space: SpaceId;
  readonly name: string | null;
  readonly endorsements: number;
  readonly needed: number;
  readonly endorsedByUs: boolean;
  readonly again: boolean;
}

export interface ProgrammeView {
  readonly id: ProgrammeId;
  readonly name: string;
  readonly founded: boolean;
  readonly rosterVersion: number;
  readonly standing: StandingView;
  readonly members: number;
  readonly admitted: number;
  readonly purpose: string;
  readonly terms: Terms;
  /** From when they hold; null: from the beginning. */
  readonly termsFrom: CalendarDate | null;
  /** What the roster sets for the votes of the next one; null: the default rule. */
  readonly threshold: number | null;
  readonly votesNeeded: number;
  /** Endorsements that admit an applicant. */
  readonly endorsements: number;
  readonly spaces: readonly {
    readonly space: SpaceId;
    readonly name: string | null;
    readonly standing: StandingView;
    readonly silent: boolean;
  }[];
  readonly applicants: readonly ApplicantView[];
  readonly drafts: readonly DraftView[];
  /** Beside the roster that holds: our vote can still move to them. */
  readonly rivals: readonly DraftView[];
  /** They hold only while members stay silent. */
  readonly resting: readonly DraftView[];
  readonly siblings: readonly {
    readonly version: number;
    /** Whether the owner has chosen one of them. */
    readonly chosen: boolean;
    readonly rosters: readonly {
      readonly roster: string;
      readonly followed: boolean;
      readonly time: Seconds;
      readonly name: string;
      readonly purpose: string;
      readonly terms: Terms;
      readonly members: readonly { readonly space: SpaceId; readonly name: string | null }[];
      readonly voters: readonly SpaceId[];
    }[];
  }[];
}

/** One of several rosters that hold. */
export type SiblingView = ProgrammeView['siblings'][number]['rosters'][number];
