/**
 * A programme's state: a fold over the entries of its spaces' logs, the latest heartbeats and an
 * instant. The same for every order, duplication and batching of its input.
 */

import { sortSpaces } from '../bytes/spaces.js';
import type { ProgrammeId, RosterHash, Seconds, SpaceId } from '../ids.js';
import type { RosterEntry } from '../log/entries.js';
import { type Candidate, candidates, isAdmitted } from './admission.js';
import { isCarried, type Tally } from './ballot.js';
import {
  type Election,
  followChain,
  parseOrNull,
  type Siblings,
  type Successor,
  successors,
} from './election.js';
import {
  goneAt,
  isAway,
  type Ledger,
  namesVersion,
  openLedger,
  type PlacedGovernance,
  returnsOf,
} from './ledger.js';
import { firstRoster, type RosterRemoval, type RosterVersion } from './roster.js';

/** A roster that waits for signatures. */
export interface PendingRoster extends Tally {
  readonly hash: RosterHash;
  readonly entry: RosterEntry;
}

/** A programme, as of what is known. Lists of spaces are sorted by their bytes. */
export interface ProgrammeState {
  readonly id: ProgrammeId;
  /** Whether every founder signed roster 0. Until then nobody is a member. */
  readonly founded: boolean;
  /** The roster that holds; before the founding: roster 0. */
  readonly roster: RosterVersion;
  /** Whether votes can no longer take `roster` away. Those before it in the chain are final. */
  readonly isFinal: boolean;
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
  /** On a roster once, or endorsed, and left by an own entry without a later return. */
  readonly left: readonly SpaceId[];
  /** On a roster once, or endorsed, and closed by an own entry. */
  readonly closed: readonly SpaceId[];
  /** Removed by a roster and not added again, with the size of their logs that still counts. */
  readonly removed: readonly RosterRemoval[];
  readonly pending: readonly PendingRoster[];
  /** Rosters beside the one that holds, to which votes can still move: it is not final. */
  readonly rivals: readonly PendingRoster[];
  /**
   * Rosters of the chain that hold only while the members stay silent that they name; with the
   * signatures that are needed to make an end of that.
   */
  readonly resting: readonly PendingRoster[];
  readonly siblings: readonly Siblings[];
  /**
   * Rosters beside the chain that had their votes at some time. The logs of their members show
   * whether they are final.
   */
  readonly contenders: readonly RosterVersion[];
}

/** What a state follows from, besides the programme's id. */
export interface ProgrammeInput {
  readonly programme: ProgrammeId;
  /** In any order; entries of other programmes and copies make no difference. */
  readonly entries: readonly PlacedGovernance[];
  /** The time of the latest heartbeat that is known of each space. */
  readonly heartbeats: ReadonlyMap<SpaceId, Seconds>;
  readonly instant: Seconds;
  /** Spaces whose latest log has forked; missing: none. */
  readonly forked?: ReadonlySet<SpaceId>;
  /** Where two rosters hold: those that this owner follows. */
  readonly chosen?: readonly RosterHash[];
}

/** Who signed roster 0: every founder must have. */
function foundingTally(ledger: Ledger, first: RosterVersion, entry: RosterEntry): Tally {
  const signed = first.members.filter((space) =>
    ledger.spaces
      .get(space)
      ?.signatures.some((one) => one.entry.roster === first.hash && namesVersion(one, entry)),
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

/** Spaces that belong or belonged: by a roster of the chain, or endorsed by one of its members. */
function related(ledger: Ledger, chain: readonly RosterVersion[]): readonly SpaceId[] {
  const seated = new Set(chain.flatMap((roster) => roster.members));
  const endorsed = [...seated].flatMap((space) => ledger.spaces.get(space)?.endorsements ?? []);
  return sortSpaces([...seated, ...endorsed.map(({ entry }) => entry.space)]);
}

function describe(
  roster: RosterVersion,
): Pick<ProgrammeState, 'id' | 'roster' | 'name' | 'purpose' | 'terms' | 'termsVersion'> {
  const { programme, name, purpose, terms, termsVersion } = roster;
  return { id: programme, roster, name, purpose, terms, termsVersion };
}

function unfounded(first: RosterVersion, pending: PendingRoster): ProgrammeState {
  return {
    ...describe(first),
    founded: false,
    isFinal: false,
    chain: [first],
    members: [],
    admitted: [],
    applicants: [],
    left: [],
    closed: [],
    removed: [],
    pending: [pending],
    rivals: [],
    contenders: [],
    resting: [],
    siblings: [],
  };
}

/** Who is in and who is out, as of the last roster of the chain. */
function people(ledger: Ledger, chain: readonly RosterVersion[], tip: RosterVersion) {
  const since = (space: SpaceId) => tip.seated.get(space) ?? tip.time;
  const record = (space: SpaceId) => ledger.spaces.get(space);
  const members = tip.members.filter((one) => goneAt(record(one), since(one)) === null);
  const all = related(ledger, chain);
  const out = new Set(removals(chain).map((one) => one.space));
  // LEAVE-3: who was in the programme and says that it is back applies, before anybody endorses it.
  const returned = all.filter(
    (one) => returnsOf(record(one)) > 0 && !isAway(record(one)) && !out.has(one),
  );
  const found = candidates(ledger, tip, chain.at(-2) ?? null, new Set(members), returned);
  const closed = all.filter((one) => (record(one)?.closedAt ?? null) !== null);
  const left = all.filter((one) => isAway(record(one)));
  return {
    members,
    admitted: found.filter(isAdmitted).map((one) => one.space),
    applicants: found.filter((one) => !isAdmitted(one)),
    left: left.filter((one) => !closed.includes(one)),
    closed,
  };
}

function waiting({ roster, entry }: Successor, votes: Tally): PendingRoster {
  return { ...votes, hash: roster.hash, entry };
}

function contenders(election: Election, chain: readonly RosterVersion[]): readonly RosterVersion[] {
  const followed = new Set(chain.map((roster) => roster.hash));
  return chain
    .flatMap((before) => successors(election, before))
    .filter(({ roster, ever }) => isCarried(ever) && !followed.has(roster.hash))
    .map(({ roster }) => roster);
}

function foundedState(election: Election, first: RosterVersion): ProgrammeState {
  const { chain, siblings, resting, tip, isFinal } = followChain(election, first);
  const before = isFinal ? undefined : chain.at(-2);
  const beside = before ? successors(election, before) : [];
  const held = new Set(siblings.flatMap(({ rosters }) => rosters));
  const rivals = beside.filter(({ roster }) => roster.hash !== tip.hash && !held.has(roster.hash));
  return {
    ...describe(tip),
    founded: true,
    isFinal,
    chain,
    ...people(election.ledger, chain, tip),
    removed: removals(chain),
    pending: successors(election, tip).map((one) => waiting(one, one.current)),
    rivals: rivals.map((one) => waiting(one, one.current)),
    resting: resting.map((one) => waiting(one, one.ever)),
    siblings,
    contenders: contenders(election, chain),
  };
}

/**
 * The state of a programme, or null while its roster 0 is not known or not valid. PROG-7: order,
 * batching and copies of the entries make no difference.
 */
export function programmeState(input: ProgrammeInput): ProgrammeState | null {
  const ledger = openLedger(input.programme, input.entries);
  const hash = input.programme as string as RosterHash;
  const entry = ledger.rosters.get(hash);
  const first = entry && parseOrNull(() => firstRoster(entry, hash));
  if (!entry || !first) return null;
  // PROG-1: roster 0 holds when every founder signed it.
  const founding = foundingTally(ledger, first, entry);
  if (founding.have < founding.needed) return unfounded(first, { ...founding, hash, entry });
  const { heartbeats, instant, forked = new Set(), chosen = [] } = input;
  return foundedState({ ledger, heartbeats, forked, instant, chosen, known: new Map() }, first);
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
