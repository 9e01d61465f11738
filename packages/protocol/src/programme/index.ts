export type { Candidate } from './admission.js';
export { defaultThreshold, type Tally } from './ballot.js';
export type { GovernanceEntry, PlacedGovernance } from './ledger.js';
export {
  draftNextRoster,
  draftRosterZero,
  type Founding,
  membersDigest,
  type RosterChanges,
  type RosterRemoval,
  type RosterVersion,
  rosterHashOf,
  sortSpaces,
  thresholdOf,
} from './roster.js';
export {
  isMember,
  isParticipant,
  type PendingRoster,
  type ProgrammeInput,
  type ProgrammeStanding,
  type ProgrammeState,
  participants,
  programmeState,
  type Siblings,
  standingOf,
} from './state.js';
