/** Programmes, for their owners. */

import type {
  CalendarDate,
  ProgrammeId,
  RosterHash,
  Seconds,
  SpaceId,
  Terms,
} from '@covisa/protocol';

export type Standing = 'founder-pending' | 'applicant' | 'admitted' | 'member' | 'left' | 'removed';

/** One programme, as this node sees it. */
export interface ProgrammeSummary {
  readonly id: ProgrammeId;
  readonly name: string;
  readonly founded: boolean;
  readonly rosterVersion: number;
  readonly standing: Standing;
  readonly members: number;
  readonly admitted: number;
}

export interface ProgrammeSpace {
  readonly space: SpaceId;
  readonly name: string | null;
  readonly standing: Standing | 'closed';
  /** A member that was not heard of for 60 days: the next roster may leave it out of the count. */
  readonly silent: boolean;
}

/** A roster that can be signed. */
export interface RosterDraft {
  readonly roster: string;
  readonly version: number;
  readonly add: readonly SpaceId[];
  readonly remove: readonly SpaceId[];
  /** Members that it leaves out of the count. */
  readonly silent: readonly SpaceId[];
  readonly changesTerms: boolean;
  /** What else it says anew. */
  readonly sets: RosterSettings;
  readonly votes: number;
  readonly needed: number;
  readonly signedByUs: boolean;
}

/** What a roster may say anew of a programme; as before what is missing. */
export interface RosterSettings {
  readonly name?: string;
  readonly purpose?: string;
  /** Votes that the roster after it needs; null: by the default rule. */
  readonly threshold?: number | null;
  /** Endorsements that admit an applicant. */
  readonly endorsements?: number;
}

/** One of several rosters that hold after the same one, whole. */
export interface SiblingRoster {
  readonly roster: RosterHash;
  /** Whether this node follows it. */
  readonly followed: boolean;
  readonly time: Seconds;
  readonly name: string;
  readonly purpose: string;
  readonly termsInWords: readonly string[];
  readonly terms: Terms;
  readonly members: readonly { readonly space: SpaceId; readonly name: string | null }[];
  /** Who signed it. */
  readonly voters: readonly SpaceId[];
}

/** Rosters among which the owner chooses. */
export interface SiblingsView {
  readonly version: number;
  /** Whether the owner has chosen one of them; until then the rule does (PROG-6). */
  readonly chosen: boolean;
  readonly rosters: readonly SiblingRoster[];
}

/** What waits for the owner's decision. */
export interface ProgrammeView extends ProgrammeSummary {
  readonly purpose: string;
  readonly terms: Terms;
  readonly termsInWords: readonly string[];
  /** From when these terms hold, which may be to come; null: from the beginning. */
  readonly termsFrom: CalendarDate | null;
  /** What the roster sets for the votes of the next one; null: the default rule. */
  readonly threshold: number | null;
  /** Votes that the next roster needs while all members count that are on this one. */
  readonly votesNeeded: number;
  /** Endorsements that admit an applicant, where there are as many members. */
  readonly endorsements: number;
  readonly spaces: readonly ProgrammeSpace[];
  readonly applicants: readonly {
    readonly space: SpaceId;
    readonly name: string | null;
    readonly endorsements: number;
    readonly needed: number;
    readonly endorsedByUs: boolean;
    /** It left once, and asks to be taken back. */
    readonly again: boolean;
  }[];
  readonly drafts: readonly RosterDraft[];
  /** Rosters beside the one that holds, to which our vote can still move: it is not final. */
  readonly rivals: readonly RosterDraft[];
  /** Rosters that hold only while the members stay silent that they name. */
  readonly resting: readonly RosterDraft[];
  readonly siblings: readonly SiblingsView[];
}

/** What a new programme starts with. */
export interface Founding {
  readonly name: string;
  readonly purpose: string;
  readonly terms: Terms;
  /** Other founders: space ids, or addresses of their nodes. */
  readonly founders: readonly string[];
  /** Votes that the next roster needs; missing: by the default rule. */
  readonly threshold?: number;
  /** Endorsements that admit an applicant; missing: two. */
  readonly endorsements?: number;
}

/** A change that the owner proposes; unchanged what is missing. */
export interface Amendment extends RosterSettings {
  /** Seats every admitted space. */
  readonly seatAdmitted: boolean;
  readonly add: readonly SpaceId[];
  readonly remove: readonly SpaceId[];
  /** Leaves members out of the count that were not heard of for 60 days. */
  readonly leaveOutSilent?: boolean;
  readonly terms?: Terms;
}

export interface Programmes {
  list(): Promise<readonly ProgrammeView[]>;
  show(programme: ProgrammeId): Promise<ProgrammeView>;
  /** Writes roster 0 with our signature. */
  create(founding: Founding): Promise<ProgrammeView>;
  /** The link by which others join through this node. */
  invite(programme: ProgrammeId): Promise<string>;
  /** Follows a link: signs roster 0 where we are a founder, else applies. */
  join(link: string): Promise<ProgrammeView>;
  endorse(programme: ProgrammeId, space: SpaceId): Promise<ProgrammeView>;
  /** Writes the next roster with our signature. */
  amend(programme: ProgrammeId, amendment: Amendment): Promise<ProgrammeView>;
  /**
   * Our vote for a roster that waits, or that rests on the silence of others; with none named, for
   * the only one that waits.
   */
  sign(programme: ProgrammeId, roster: string | null): Promise<ProgrammeView>;
  /**
   * Follows one of several rosters that hold.
   * @throws NodeError NOT_FOUND where it is not one of several
   */
  choose(programme: ProgrammeId, roster: RosterHash): Promise<ProgrammeView>;
  leave(programme: ProgrammeId): Promise<void>;
  /** Another space's application, taken over HTTP. */
  apply(applicant: SpaceId, body: Uint8Array): Promise<Uint8Array>;
}
