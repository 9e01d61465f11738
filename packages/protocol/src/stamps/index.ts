export {
  type CheckedStamp,
  openChecks,
  type StampCheck,
  type StampedVisa,
  type StampFlaw,
  stampChecks,
} from './checks.js';
export {
  type CountedStamp,
  countStamps,
  type DoubleVisit,
  doubleVisits,
  firstUnusedIndex,
  type RejectedStamp,
  type StampUsage,
  type UsedDay,
} from './count.js';
export {
  addFound,
  type FoundStamp,
  type Lookup,
  type LookupMarker,
  nextMarkers,
  type StampPlace,
  startLookup,
} from './lookup.js';
export { revocationMarker, stampMarker } from './markers.js';
export {
  encodeOutcome,
  type KnownProof,
  type Outcome,
  parseOutcome,
  provenStamp,
  stampName,
} from './outcome.js';
export { openSeal, type SealContents, type SealPlace, sealKey, sealStamp } from './seal.js';
export {
  foldStatement,
  type Statement,
  type StatementCount,
  type StatementCounts,
  type StatementEntry,
} from './statement.js';
export { isVoided, isWithinReach } from './strikes.js';
export { StampWalk } from './walk.js';
