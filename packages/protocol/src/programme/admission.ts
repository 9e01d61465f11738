/** Admission by endorsements: lighter than a roster, and free of order. */

import { sortSpaces } from '../bytes/spaces.js';
import type { SpaceId } from '../ids.js';
import { ENDORSEMENTS_PER_MEMBER_MAX } from '../limits.js';
import { goneAt, isAway, type Ledger, returnsOf } from './ledger.js';
import type { RosterVersion } from './roster.js';

/** A space that a member at least has endorsed, or that has returned, and that is no member. */
export interface Candidate {
  readonly space: SpaceId;
  /** Sorted by their bytes. */
  readonly endorsers: readonly SpaceId[];
  readonly needed: number;
  readonly hasProfile: boolean;
  /** How often it left and returned. */
  readonly returns: number;
}

/**
 * The spaces that one member endorsed under one roster, repetitions aside: its first three, each
 * with the number of returns that it had seen.
 */
function endorsedBy(
  ledger: Ledger,
  endorser: SpaceId,
  roster: RosterVersion,
): ReadonlyMap<SpaceId, number> {
  const record = ledger.spaces.get(endorser);
  const gone = goneAt(record, roster.seated.get(endorser) ?? roster.time);
  const endorsed = new Map<SpaceId, number>();
  for (const { entry, rank } of record?.endorsements ?? []) {
    if (entry.roster !== roster.hash || (gone !== null && rank > gone)) continue;
    // ADMIT-2: an endorser's first three citing one roster count.
    const seen = endorsed.get(entry.space);
    if (seen === undefined && endorsed.size >= ENDORSEMENTS_PER_MEMBER_MAX) continue;
    endorsed.set(entry.space, Math.max(seen ?? 0, entry.returns ?? 0));
  }
  return endorsed;
}

function addVotes(
  votes: Map<SpaceId, Set<SpaceId>>,
  ledger: Ledger,
  cited: RosterVersion,
  tip: RosterVersion,
): void {
  const removed = new Set(tip.removed.map((one) => one.space));
  const isEarlier = cited.hash !== tip.hash;
  for (const endorser of cited.members) {
    // ADMIT-3: who was removed endorses nobody, and its removal ends what was said for it before.
    if (isEarlier && removed.has(endorser)) continue;
    for (const [space, returns] of endorsedBy(ledger, endorser, cited)) {
      if (isEarlier && removed.has(space)) continue;
      // LEAVE-2: an endorsement brings nobody back that is away, and counts for a space that
      // returned only if it names as many returns as that space's log holds.
      const record = ledger.spaces.get(space);
      if (isAway(record) || returns !== returnsOf(record)) continue;
      votes.set(space, (votes.get(space) ?? new Set()).add(endorser));
    }
  }
}

/**
 * Everybody endorsed, or `returned`, that is not among the `present` members. ADMIT-1: endorsements
 * cite the current roster (`tip`) or the one just before it, and are given by members of the roster
 * that they cite.
 */
export function candidates(
  ledger: Ledger,
  tip: RosterVersion,
  before: RosterVersion | null,
  present: ReadonlySet<SpaceId>,
  returned: readonly SpaceId[],
): readonly Candidate[] {
  const votes = new Map<SpaceId, Set<SpaceId>>();
  for (const cited of before ? [before, tip] : [tip]) addVotes(votes, ledger, cited, tip);
  const found: Candidate[] = [];
  for (const space of sortSpaces([...votes.keys(), ...returned])) {
    if (present.has(space)) continue;
    const record = ledger.spaces.get(space);
    if (record !== undefined && record.closedAt !== null) continue;
    const endorsers = votes.get(space) ?? new Set<SpaceId>();
    // ADMIT-4: k endorsements, or those of all members if there are fewer.
    const absent = [...endorsers].filter((one) => !present.has(one)).length;
    const needed = Math.min(tip.endorsements, present.size + absent);
    const hasProfile = record?.hasProfile ?? false;
    found.push({
      space,
      endorsers: sortSpaces(endorsers),
      needed,
      hasProfile,
      returns: returnsOf(record),
    });
  }
  return found;
}

/** Whether a candidate hosts and visits already: it has its endorsements and a profile. */
export function isAdmitted(candidate: Candidate): boolean {
  return candidate.hasProfile && candidate.endorsers.length >= candidate.needed;
}
