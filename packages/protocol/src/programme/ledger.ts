/**
 * Entries by which a programme is governed, sorted by log and by what they speak of. Decides
 * nothing.
 */

import { dayOfDate } from '../bytes/dates.js';
import type { ProgrammeId, RosterHash, Seconds, SpaceId } from '../ids.js';
import type {
  ClosingEntry,
  EndorsementEntry,
  LeaveEntry,
  ProfileEntry,
  ReturnEntry,
  RosterEntry,
  RosterSignatureEntry,
} from '../log/entries.js';
import { isShelf, logOfShelf } from '../log/stray.js';

/** The entries that can change a programme's state. */
export type GovernanceEntry =
  | RosterEntry
  | RosterSignatureEntry
  | EndorsementEntry
  | LeaveEntry
  | ReturnEntry
  | ClosingEntry
  | ProfileEntry;

/** Such an entry at its place. */
export interface PlacedGovernance {
  readonly space: SpaceId;
  readonly incarnation: number;
  readonly index: number;
  readonly entry: GovernanceEntry;
  /** SHA-256 of the entry's bytes, for rosters; null for others. */
  readonly hash: RosterHash | null;
  /**
   * It stands beyond what the histories of a forked log have in common, or beyond what a resume
   * accepts; missing: it does not.
   */
  readonly isBeyond?: boolean;
}

/** What one space says of one programme, in the order of its log. */
export interface SpaceRecord {
  readonly signatures: Signed[];
  readonly endorsements: Said<EndorsementEntry>[];
  readonly leaves: Leave[];
  hasProfile: boolean;
  /** The rank of the closing entry. */
  closedAt: number | null;
}

/** A signature of a roster. */
export interface Signed extends Said<RosterSignatureEntry> {
  /** It says that the roster was signed once, and moves no vote. */
  readonly isBeyond: boolean;
}

/** A time away, opened by a leave. */
export interface Leave extends Said<LeaveEntry> {
  /** Whether a later entry of the same log says that the space is back. */
  hasReturned: boolean;
}

/** An entry and its rank in the space's own order: across incarnations, then by index. */
export interface Said<T> {
  readonly entry: T;
  readonly rank: number;
}

/** All that is known about a programme. */
export interface Ledger {
  readonly rosters: ReadonlyMap<RosterHash, RosterEntry>;
  /** Rosters by the hash that they follow. */
  readonly successors: ReadonlyMap<RosterHash, readonly RosterHash[]>;
  readonly spaces: ReadonlyMap<SpaceId, SpaceRecord>;
  /**
   * Signatures of the successors of each roster by who gave them, each list in its log's order:
   * sorted once, so that a fold looks at a vote as often however many rosters there were.
   */
  readonly votes: ReadonlyMap<RosterHash, Votes>;
}

/** What each space signed of some rosters. */
export type Votes = ReadonlyMap<SpaceId, readonly Signed[]>;

/** Strays come after the log that they are of, and before the next one. */
function logNumber(placed: PlacedGovernance): number {
  return isShelf(placed) ? logOfShelf(placed).incarnation + 0.5 : placed.incarnation;
}

function byPlace(left: PlacedGovernance, right: PlacedGovernance): number {
  if (left.space !== right.space) return left.space < right.space ? -1 : 1;
  return (
    logNumber(left) - logNumber(right) ||
    left.incarnation - right.incarnation ||
    left.index - right.index
  );
}

function note(
  record: SpaceRecord,
  programme: ProgrammeId,
  { entry, isBeyond = false }: PlacedGovernance,
  rank: number,
): void {
  switch (entry.type) {
    case 'roster':
      return;
    case 'profile':
      record.hasProfile = true;
      return;
    case 'closing':
      record.closedAt ??= rank;
      return;
    case 'roster-signature':
      if (entry.programme === programme) record.signatures.push({ entry, rank, isBeyond });
      return;
    case 'endorsement':
      if (entry.programme === programme) record.endorsements.push({ entry, rank });
      return;
    case 'leave':
      // Who is away cannot leave once more.
      if (entry.programme === programme && !isAway(record))
        record.leaves.push({ entry, rank, hasReturned: false });
      return;
    case 'return': {
      const last = record.leaves.at(-1);
      if (entry.programme === programme && last) last.hasReturned = true;
      return;
    }
  }
}

/** The ledger of a programme: the same for every order and for copies of the same entries. */
export function openLedger(programme: ProgrammeId, entries: readonly PlacedGovernance[]): Ledger {
  const rosters = new Map<RosterHash, RosterEntry>();
  const spaces = new Map<SpaceId, SpaceRecord>();
  [...entries].sort(byPlace).forEach((placed, rank) => {
    const { space, entry, hash } = placed;
    if (entry.type === 'roster' && hash !== null) {
      const isOurs = (hash as string) === programme || entry.programme === programme;
      if (isOurs) rosters.set(hash, entry);
    }
    let record = spaces.get(space);
    if (record === undefined) {
      record = {
        signatures: [],
        endorsements: [],
        leaves: [],
        hasProfile: false,
        closedAt: null,
      };
      spaces.set(space, record);
    }
    note(record, programme, placed, rank);
  });
  return { rosters, successors: successorsOf(rosters), spaces, votes: votesOf(rosters, spaces) };
}

function successorsOf(
  rosters: ReadonlyMap<RosterHash, RosterEntry>,
): ReadonlyMap<RosterHash, readonly RosterHash[]> {
  const successors = new Map<RosterHash, RosterHash[]>();
  for (const [hash, { previous }] of rosters) {
    if (previous === null) continue;
    const known = successors.get(previous);
    if (known) known.push(hash);
    else successors.set(previous, [hash]);
  }
  for (const hashes of successors.values()) hashes.sort();
  return successors;
}

function votesOf(
  rosters: ReadonlyMap<RosterHash, RosterEntry>,
  spaces: ReadonlyMap<SpaceId, SpaceRecord>,
): ReadonlyMap<RosterHash, Votes> {
  const votes = new Map<RosterHash, Map<SpaceId, Signed[]>>();
  for (const [space, { signatures }] of spaces) {
    for (const signed of signatures) {
      const roster = rosters.get(signed.entry.roster);
      const before = roster?.previous ?? null;
      if (before === null || !namesVersion(signed, roster)) continue;
      const given = votes.get(before) ?? new Map<SpaceId, Signed[]>();
      votes.set(before, given);
      const earlier = given.get(space);
      if (earlier) earlier.push(signed);
      else given.set(space, [signed]);
    }
  }
  return votes;
}

/** PROG-11: a signature that names another version than its roster's counts nowhere. */
export function namesVersion(signed: Signed, roster: RosterEntry | undefined): boolean {
  return signed.entry.version === roster?.version;
}

/** Whether the last word of a space's own log is that it left. */
export function isAway(record: SpaceRecord | undefined): boolean {
  return record?.leaves.at(-1)?.hasReturned === false;
}

/** How often a space left and returned, by its own log. */
export function returnsOf(record: SpaceRecord | undefined): number {
  return record?.leaves.filter((leave) => leave.hasReturned).length ?? 0;
}

/** What a space's own log says of its leaving a programme. */
export interface Absence {
  readonly isAway: boolean;
  /** What an endorsement of it has to name. */
  readonly returns: number;
}

/** What `space` says, in these entries, of its leaving a programme, whether or not it was in it. */
export function absenceOf(
  programme: ProgrammeId,
  space: SpaceId,
  entries: readonly PlacedGovernance[],
): Absence {
  const own = entries.filter((one) => one.space === space);
  const record = openLedger(programme, own).spaces.get(space);
  return { isAway: isAway(record), returns: returnsOf(record) };
}

/**
 * The rank at which a space gave up a seat that it has had since a roster's time; null if it did
 * not. LEAVE-1: a leave holds until a return in the same log, and after it against every roster up
 * to a day after the leave's date (time zones): only a later roster seats the space again.
 */
function leftAt(record: SpaceRecord | undefined, since: Seconds): number | null {
  const day = Math.floor(since / 86_400);
  const leave = record?.leaves.find(
    ({ entry, hasReturned }) => !hasReturned || dayOfDate(entry.date) >= day - 1,
  );
  return leave?.rank ?? null;
}

/**
 * The rank at which a space left (`leftAt`) or closed, whichever came first; null if it did
 * neither.
 */
export function goneAt(record: SpaceRecord | undefined, since: Seconds): number | null {
  const left = leftAt(record, since);
  const closed = record?.closedAt ?? null;
  if (left === null || closed === null) return left ?? closed;
  return Math.min(left, closed);
}
