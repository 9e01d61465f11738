/** Which rosters hold: votes, thresholds, finality and the chain that follows from them. */

import { ProtocolError } from '../errors.js';
import type { RosterHash, Seconds, SpaceId } from '../ids.js';
import type { RosterEntry } from '../log/entries.js';
import { isCarried, type Tally, tally } from './ballot.js';
import { goneAt, type Ledger } from './ledger.js';
import { nextRoster, type RosterVersion, thresholdOf } from './roster.js';
import { type Heartbeats, isHeard } from './silence.js';
import { isAhead } from './timely.js';

/** Rosters of one predecessor that both hold: owners choose, each for itself. */
export interface Siblings {
  readonly version: number;
  /** Sorted. */
  readonly rosters: readonly RosterHash[];
  /** The one that this state follows. */
  readonly followed: RosterHash;
  /** What they say, and their votes: the followed one first. */
  readonly held: readonly Successor[];
}

/**
 * What an election follows from; `known` remembers the successors of each roster while a state is
 * folded.
 */
export interface Election {
  readonly ledger: Ledger;
  readonly heartbeats: Heartbeats;
  /** Spaces whose latest log has forked: that they are not heard of says nothing. */
  readonly forked: ReadonlySet<SpaceId>;
  readonly instant: Seconds;
  readonly chosen: readonly RosterHash[];
  readonly known: Map<RosterHash, readonly Successor[]>;
}

/** A roster that follows another by its form, with its votes. */
export interface Successor {
  readonly roster: RosterVersion;
  readonly entry: RosterEntry;
  /** By each member's last signature. */
  readonly current: Tally;
  /** By all signatures that were ever given, silent members counted: what cannot shrink. */
  readonly ever: Tally;
}

/** The roster that `read` parses, or null where the entry breaks a rule. */
export function parseOrNull(read: () => RosterVersion): RosterVersion | null {
  try {
    return read();
  } catch (error) {
    // What somebody wrote into a log is no error of ours: such a roster does not count.
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}

/** Members of a roster that are there to vote for its successors: they neither left nor closed. */
function presentMembers(election: Election, roster: RosterVersion): readonly SpaceId[] {
  return roster.members.filter((space) => {
    const since = roster.seated.get(space) ?? roster.time;
    return goneAt(election.ledger.spaces.get(space), since) === null;
  });
}

/** Who votes for each successor of a roster. */
interface Count {
  /** By their last signatures. */
  readonly current: ReadonlyMap<RosterHash, ReadonlySet<SpaceId>>;
  /** By all that were ever given. */
  readonly ever: ReadonlyMap<RosterHash, ReadonlySet<SpaceId>>;
  /** Those who left or closed after a signature that neither a fork nor a resume left behind. */
  readonly gone: ReadonlyMap<RosterHash, ReadonlySet<SpaceId>>;
}

const NOBODY: ReadonlySet<SpaceId> = new Set();

/** A roster that may follow another, and the entry that says it. */
type Candidate = Pick<Successor, 'roster' | 'entry'>;

/** The rosters that may follow `before` at this instant, sorted by hash. */
function readCandidates(
  election: Election,
  before: RosterVersion,
): ReadonlyMap<RosterHash, Candidate> {
  const found = new Map<RosterHash, Candidate>();
  for (const hash of election.ledger.successors.get(before.hash) ?? []) {
    const entry = election.ledger.rosters.get(hash);
    // PROG-2: a roster from the future is held back, or a false date would make everybody silent.
    if (!entry || isAhead(entry, election.instant)) continue;
    const roster = parseOrNull(() => nextRoster(before, entry, hash));
    if (roster !== null) found.set(hash, { roster, entry });
  }
  return found;
}

/**
 * Counts what the members of `before` signed of its successors until they left or closed.
 */
function countVotes(
  { ledger }: Election,
  before: RosterVersion,
  candidates: ReadonlyMap<RosterHash, Candidate>,
): Count {
  const current = new Map<RosterHash, Set<SpaceId>>();
  const ever = new Map<RosterHash, Set<SpaceId>>();
  const left = new Map<RosterHash, Set<SpaceId>>();
  const add = (votes: Map<RosterHash, Set<SpaceId>>, roster: RosterHash, space: SpaceId) =>
    votes.set(roster, (votes.get(roster) ?? new Set()).add(space));
  for (const [space, given] of ledger.votes.get(before.hash) ?? []) {
    const since = before.seated.get(space);
    // Only members vote.
    if (since === undefined) continue;
    const gone = goneAt(ledger.spaces.get(space), since);
    let last: RosterHash | null = null;
    for (const { entry, rank, isBeyond } of given) {
      if (gone !== null && rank > gone) break;
      const { roster } = entry;
      // PROG-10: a signature of what is no successor, or not yet one, takes no vote from another.
      if (!candidates.has(roster)) continue;
      add(ever, roster, space);
      // FORK-11: the last signature decides; one that a fork or a resume left behind moves no vote,
      // and counts towards finality alone.
      if (isBeyond) continue;
      last = roster;
      if (gone !== null) add(left, roster, space);
    }
    if (last !== null) add(current, last, space);
  }
  return { current, ever, gone: left };
}

function readSuccessors(election: Election, before: RosterVersion): readonly Successor[] {
  const candidates = readCandidates(election, before);
  const votes = countVotes(election, before, candidates);
  const present = presentMembers(election, before);
  const successors: Successor[] = [];
  for (const [hash, { roster, entry }] of candidates) {
    // PROG-12: who voted for the roster and left then counts in its n, or to vote and leave would
    // be worth more than to vote.
    const left = [...(votes.gone.get(hash) ?? [])];
    const tallyOf = (voters = NOBODY, present: readonly SpaceId[]): Tally => {
      const counted = [...present, ...left.filter((space) => voters.has(space))];
      return tally(voters, new Set(counted), (n) => thresholdOf(before, n));
    };
    const named = new Set(roster.silent);
    // PROG-3: who left or closed does not count in n, nor does a member that the roster names as
    // silent, unless a heartbeat of it is known that is later than 60 days before the roster's
    // date, or its latest log has forked, of which no heartbeat tells anything.
    const counts = (space: SpaceId): boolean =>
      !named.has(space) ||
      election.forked.has(space) ||
      isHeard(election.heartbeats, space, entry.time);
    const heard = present.filter(counts);
    const current = tallyOf(votes.current.get(hash), heard);
    // PROG-9: finality counts silent members too, so no heartbeat ever takes it away.
    const ever = tallyOf(votes.ever.get(hash), present);
    successors.push({ roster, entry, current, ever });
  }
  return successors;
}

/** The rosters that follow `before` by their form, sorted by hash. */
export function successors(election: Election, before: RosterVersion): readonly Successor[] {
  const known = election.known.get(before.hash);
  if (known) return known;
  const read = readSuccessors(election, before);
  election.known.set(before.hash, read);
  return read;
}

/**
 * PROG-5: a roster is final when it had its threshold at some time, and so had a successor of it.
 */
function isFinal(election: Election, one: Successor): boolean {
  if (!isCarried(one.ever)) return false;
  return successors(election, one.roster).some((next) => isCarried(next.ever));
}

/**
 * PROG-6: of two final siblings an owner chooses one; who has not chosen follows the one with more
 * votes, then the earlier, then the lower hash.
 */
function compareSiblings(left: Successor, right: Successor): number {
  return (
    right.ever.have - left.ever.have ||
    left.roster.time - right.roster.time ||
    (left.roster.hash < right.roster.hash ? -1 : 1)
  );
}

/**
 * PROG-4: the successors that hold are the final ones, else those with the threshold of last votes.
 */
function holding(election: Election, before: RosterVersion): readonly Successor[] {
  const all = successors(election, before);
  const final = all.filter((one) => isFinal(election, one));
  return final.length > 0 ? final : all.filter((one) => isCarried(one.current));
}

/** The rosters that hold, from roster 0 to the tip. */
export interface Chain {
  readonly chain: readonly RosterVersion[];
  readonly tip: RosterVersion;
  readonly siblings: readonly Siblings[];
  /** Those of the chain that hold only while members stay silent. */
  readonly resting: readonly Successor[];
  /** Whether votes can no longer take the tip away. */
  readonly isFinal: boolean;
}

/** Follows the rosters that hold from roster 0 on. */
export function followChain(election: Election, first: RosterVersion): Chain {
  const chosen = new Set(election.chosen);
  const chain = [first];
  const siblings: Siblings[] = [];
  const resting: Successor[] = [];
  let tip = first;
  let isTipFinal = true;
  for (;;) {
    const held = [...holding(election, tip)].sort(compareSiblings);
    const followed = held.find((one) => chosen.has(one.roster.hash)) ?? held[0];
    if (followed === undefined) return { chain, siblings, resting, tip, isFinal: isTipFinal };
    if (held.length > 1) {
      const rosters = held.map((one) => one.roster.hash).sort();
      const { hash, version } = followed.roster;
      const others = held.filter((one) => one !== followed);
      siblings.push({ version, rosters, followed: hash, held: [followed, ...others] });
    }
    if (!isCarried(followed.ever)) resting.push(followed);
    tip = followed.roster;
    isTipFinal = isFinal(election, followed);
    chain.push(tip);
  }
}
