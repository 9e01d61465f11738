export type { Candidate } from './admission.js';
export { defaultThreshold, type Tally } from './ballot.js';
export type { Siblings, Successor } from './election.js';
export { type Absence, absenceOf, type GovernanceEntry, type PlacedGovernance } from './ledger.js';
export {
  draftNextRoster,
  draftRosterZero,
  type Founding,
  membersDigest,
  type RosterChanges,
  type RosterRemoval,
  type RosterVersion,
  rosterHashOf,
  thresholdOf,
} from './roster.js';
export { type Hearing, silentAmong } from './silence.js';
export {
  isMember,
  isParticipant,
  type PendingRoster,
  type ProgrammeInput,
  type ProgrammeStanding,
  type ProgrammeState,
  participants,
  programmeState,
  standingOf,
} from './state.js';
export {
  type TermsPeriod,
  type TermsPeriods,
  termsOn,
  termsPeriods,
} from './terms-in-force.js';
export { timelyOf } from './timely.js';
