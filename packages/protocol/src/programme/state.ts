/**
 * A programme's state: a fold over the entries of its spaces' logs, the latest heartbeats and an instant. The same for
 * every order, duplication and batching of its input.
 */

import { ProtocolError } from '../errors.js';
import type { ProgrammeId, RosterHash, Seconds, SpaceId } from '../ids.js';
import { HEARTBEAT_AHEAD_SECONDS, SILENT_MEMBER_DAYS } from '../limits.js';
import type { RosterEntry } from '../log/entries.js';
import { type Candidate, candidates, isAdmitted } from './admission.js';
import { isCarried, type Tally, tally } from './ballot.js';
import { type Ledger, leftAt, openLedger, type PlacedGovernance } from './ledger.js';
import {
  firstRoster,
  nextRoster,
  type RosterRemoval,
  type RosterVersion,
  sortSpaces,
  thresholdOf,
} from './roster.js';

/** A roster that waits for signatures. */
export interface PendingRoster extends Tally {
  readonly hash: RosterHash;
  readonly entry: RosterEntry;
}

/** Rosters of one predecessor that both hold: owners choose, each for itself. */
export interface Siblings {
  readonly version: number;
  /** Sorted. */
  readonly rosters: readonly RosterHash[];
  /** The one that this state follows. */
  readonly followed: RosterHash;
}

/** A programme, as of what is known. Lists of spaces are sorted by their bytes. */
export interface ProgrammeState {
  readonly id: ProgrammeId;
  /** Whether every founder signed roster 0. Until then nobody is a member. */
  readonly founded: boolean;
  /** The roster that holds; before the founding: roster 0. */
  readonly roster: RosterVersion;
  /** From roster 0 to `roster`. */
  readonly chain: readonly RosterVersion[];
  readonly name: string;
  readonly purpose: string;
  readonly terms: RosterVersion['terms'];
  readonly termsVersion: number;
  /** On the roster, those that left or closed aside. */
  readonly members: readonly SpaceId[];
  /** Admitted by endorsements, not yet on the roster. */
  readonly admitted: readonly SpaceId[];
  readonly applicants: readonly Candidate[];
  /** On the roster, or known to have been, and left by an own entry. */
  readonly left: readonly SpaceId[];
  /** Closed by an own entry: of those that are or were on the roster. */
  readonly closed: readonly SpaceId[];
  /** Removed by a roster and not added again, with the size of their logs that still counts. */
  readonly removed: readonly RosterRemoval[];
  readonly pending: readonly PendingRoster[];
  readonly siblings: readonly Siblings[];
}

/** What a state follows from, besides the programme's id. */
export interface ProgrammeInput {
  readonly programme: ProgrammeId;
  /** In any order; entries of other programmes and copies make no difference. */
  readonly entries: readonly PlacedGovernance[];
  /** The time of the latest heartbeat that is known of each space. */
  readonly heartbeats: ReadonlyMap<SpaceId, Seconds>;
  readonly instant: Seconds;
  /** Where two rosters hold: those that this owner follows. */
  readonly chosen?: readonly RosterHash[];
}

interface Successor {
  readonly roster: RosterVersion;
  readonly entry: RosterEntry;
  /** By each member's last signature. */
  readonly current: Tally;
  /** By all signatures that were ever given: what cannot shrink. */
  readonly ever: Tally;
}

function parseOrNull(read: () => RosterVersion): RosterVersion | null {
  try {
    return read();
  } catch (error) {
    // What somebody wrote into a log is no error of ours: such a roster does not count.
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}

/** Members of a roster that are there to vote for a successor dated `time`: PROG-3. */
function presentMembers(fold: Fold, roster: RosterVersion, time: Seconds): ReadonlySet<SpaceId> {
  const oldest = time - SILENT_MEMBER_DAYS * 86_400;
  const present = roster.members.filter((space) => {
    if (hasGone(fold.ledger, roster, space)) return false;
    // A member of which no heartbeat is known counts: silence is shown, not assumed.
    return (fold.input.heartbeats.get(space) ?? oldest) >= oldest;
  });
  return new Set(present);
}

function hasGone(ledger: Ledger, roster: RosterVersion, space: SpaceId): boolean {
  const record = ledger.spaces.get(space);
  if (record?.isClosed) return true;
  return leftAt(record, roster.seated.get(space) ?? roster.time) !== null;
}

interface Fold {
  readonly input: ProgrammeInput;
  readonly ledger: Ledger;
  readonly cache: Map<RosterHash, readonly Successor[]>;
}

/** What each member of `roster` signed of its successors, in its log's order, up to its leave. */
function signedBy(fold: Fold, roster: RosterVersion, space: SpaceId): readonly RosterHash[] {
  const record = fold.ledger.spaces.get(space);
  const left = leftAt(record, roster.seated.get(space) ?? roster.time);
  const known = new Set(fold.ledger.successors.get(roster.hash) ?? []);
  const said = record?.signatures ?? [];
  return said
    .filter(({ entry, rank }) => known.has(entry.roster) && (left === null || rank < left))
    .map(({ entry }) => entry.roster);
}

function readSuccessors(fold: Fold, before: RosterVersion): readonly Successor[] {
  const votes = new Map(before.members.map((one) => [one, signedBy(fold, before, one)]));
  const successors: Successor[] = [];
  for (const hash of fold.ledger.successors.get(before.hash) ?? []) {
    const entry = fold.ledger.rosters.get(hash);
    // PROG-2: a roster from the future is held back, or a false date would make everybody silent.
    if (!entry || entry.time > fold.input.instant + HEARTBEAT_AHEAD_SECONDS) continue;
    const roster = parseOrNull(() => nextRoster(before, entry, hash));
    if (roster === null) continue;
    const present = presentMembers(fold, before, entry.time);
    const count = (hasVoted: (signed: readonly RosterHash[]) => boolean): Tally => {
      const voters = [...votes].filter(([, signed]) => hasVoted(signed)).map(([one]) => one);
      return tally(new Set(voters), present, (counted) => thresholdOf(before, counted));
    };
    const current = count((signed) => signed.at(-1) === hash);
    successors.push({ roster, entry, current, ever: count((signed) => signed.includes(hash)) });
  }
  return successors;
}

function successors(fold: Fold, before: RosterVersion): readonly Successor[] {
  const known = fold.cache.get(before.hash);
  if (known) return known;
  const read = readSuccessors(fold, before);
  fold.cache.set(before.hash, read);
  return read;
}

/** PROG-5: a roster is final when it had its threshold at some time, and so had a successor of it. */
function isFinal(fold: Fold, one: Successor): boolean {
  if (!isCarried(one.ever)) return false;
  return successors(fold, one.roster).some((next) => isCarried(next.ever));
}

/** More votes first, then the earlier, then the lower hash: what an owner follows that has not chosen. */
function compareSiblings(left: Successor, right: Successor): number {
  return (
    right.ever.have - left.ever.have ||
    left.roster.time - right.roster.time ||
    (left.roster.hash < right.roster.hash ? -1 : 1)
  );
}

/** The successors that hold: the final ones, else those with the threshold of last votes. PROG-4. */
function holding(fold: Fold, before: RosterVersion): readonly Successor[] {
  const all = successors(fold, before);
  const final = all.filter((one) => isFinal(fold, one));
  return final.length > 0 ? final : all.filter((one) => isCarried(one.current));
}

function followChain(
  fold: Fold,
  first: RosterVersion,
): Pick<ProgrammeState, 'chain' | 'siblings'> & { readonly tip: RosterVersion } {
  const chosen = new Set(fold.input.chosen ?? []);
  const chain = [first];
  const siblings: Siblings[] = [];
  let tip = first;
  for (;;) {
    const held = [...holding(fold, tip)].sort(compareSiblings);
    const followed = held.find((one) => chosen.has(one.roster.hash)) ?? held[0];
    if (followed === undefined) return { chain, siblings, tip };
    if (held.length > 1) {
      const rosters = held.map((one) => one.roster.hash).sort();
      const { hash, version } = followed.roster;
      siblings.push({ version, rosters, followed: hash });
    }
    tip = followed.roster;
    chain.push(tip);
  }
}

/** Who signed roster 0: every founder must have. */
function foundingTally(ledger: Ledger, first: RosterVersion): Tally {
  const signed = first.members.filter((space) =>
    ledger.spaces.get(space)?.signatures.some(({ entry }) => entry.roster === first.hash),
  );
  return { have: signed.length, needed: first.members.length, voters: [...signed].sort() };
}

function removals(chain: readonly RosterVersion[]): readonly RosterRemoval[] {
  const removed = new Map<SpaceId, RosterRemoval>();
  for (const roster of chain) {
    for (const one of roster.removed) removed.set(one.space, one);
    for (const space of roster.added) removed.delete(space);
  }
  return sortSpaces(removed.keys()).flatMap((space) => removed.get(space) ?? []);
}

/** Spaces that belonged once, by a roster of the chain or an endorsement, and that left. */
function leavers(fold: Fold, chain: readonly RosterVersion[]): readonly SpaceId[] {
  const tip = chain.at(-1);
  const seated = new Set(tip?.members ?? []);
  const gone: SpaceId[] = [];
  for (const [space, record] of fold.ledger.spaces) {
    if (record.isClosed || record.leaves.length === 0) continue;
    const since = seated.has(space) ? tip?.seated.get(space) : tip?.time;
    if (leftAt(record, since ?? 0) !== null) gone.push(space);
  }
  return sortSpaces(gone);
}

function describe(
  roster: RosterVersion,
): Pick<ProgrammeState, 'id' | 'roster' | 'name' | 'purpose' | 'terms' | 'termsVersion'> {
  const { programme, name, purpose, terms, termsVersion } = roster;
  return { id: programme, roster, name, purpose, terms, termsVersion };
}

function unfounded(fold: Fold, first: RosterVersion, entry: RosterEntry): ProgrammeState {
  return {
    ...describe(first),
    founded: false,
    chain: [first],
    members: [],
    admitted: [],
    applicants: [],
    left: [],
    closed: [],
    removed: [],
    pending: [{ ...foundingTally(fold.ledger, first), hash: first.hash, entry }],
    siblings: [],
  };
}

function foundedState(fold: Fold, first: RosterVersion): ProgrammeState {
  const { chain, siblings, tip } = followChain(fold, first);
  const members = tip.members.filter((space) => !hasGone(fold.ledger, tip, space));
  const found = candidates(fold.ledger, tip, chain.at(-2) ?? null, new Set(members));
  const all = sortSpaces(chain.flatMap((roster) => roster.members));
  return {
    ...describe(tip),
    founded: true,
    chain,
    members,
    admitted: found.filter(isAdmitted).map((one) => one.space),
    applicants: found.filter((one) => !isAdmitted(one)),
    left: leavers(fold, chain),
    closed: all.filter((space) => fold.ledger.spaces.get(space)?.isClosed),
    removed: removals(chain),
    pending: successors(fold, tip).map(({ roster, entry, current }) => ({
      ...current,
      hash: roster.hash,
      entry,
    })),
    siblings,
  };
}

/** The state of a programme, or null while its roster 0 is not known or not valid. */
export function programmeState(input: ProgrammeInput): ProgrammeState | null {
  const ledger = openLedger(input.programme, input.entries);
  const fold: Fold = { input, ledger, cache: new Map() };
  const zero = input.programme as string as RosterHash;
  const entry = ledger.rosters.get(zero);
  const first = entry && parseOrNull(() => firstRoster(entry, zero));
  if (!entry || !first) return null;
  // PROG-1: roster 0 holds when every founder signed it.
  const founding = foundingTally(ledger, first);
  return founding.have === founding.needed
    ? foundedState(fold, first)
    : unfounded(fold, first, entry);
}

/** What a space is to a programme. */
export type ProgrammeStanding =
  | 'founder-pending'
  | 'member'
  | 'admitted'
  | 'applicant'
  | 'left'
  | 'closed'
  | 'removed'
  | 'none';

/** The standing of a space. */
export function standingOf(state: ProgrammeState, space: SpaceId): ProgrammeStanding {
  if (!state.founded) return state.roster.members.includes(space) ? 'founder-pending' : 'none';
  if (state.members.includes(space)) return 'member';
  if (state.admitted.includes(space)) return 'admitted';
  if (state.closed.includes(space)) return 'closed';
  if (state.left.includes(space)) return 'left';
  if (state.applicants.some((one) => one.space === space)) return 'applicant';
  return state.removed.some((one) => one.space === space) ? 'removed' : 'none';
}

/** Whether a space is on the roster and neither left nor closed: it votes and endorses. */
export function isMember(state: ProgrammeState, space: SpaceId): boolean {
  return state.members.includes(space);
}

/** Whether a space hosts and visits: it is a member, or admitted. */
export function isParticipant(state: ProgrammeState, space: SpaceId): boolean {
  return isMember(state, space) || state.admitted.includes(space);
}

/** All spaces that host and visit, sorted by their bytes. */
export function participants(state: ProgrammeState): readonly SpaceId[] {
  return sortSpaces([...state.members, ...state.admitted]);
}
