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
  RosterEntry,
  RosterSignatureEntry,
} from '../log/entries.js';

/** The entries that can change a programme's state. */
export type GovernanceEntry =
  | RosterEntry
  | RosterSignatureEntry
  | EndorsementEntry
  | LeaveEntry
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
}

/** What one space says of one programme, in the order of its log. */
export interface SpaceRecord {
  readonly signatures: Said<RosterSignatureEntry>[];
  readonly endorsements: Said<EndorsementEntry>[];
  readonly leaves: Said<LeaveEntry>[];
  hasProfile: boolean;
  /** The rank of the closing entry. */
  closedAt: number | null;
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
}

function byPlace(left: PlacedGovernance, right: PlacedGovernance): number {
  if (left.space !== right.space) return left.space < right.space ? -1 : 1;
  return left.incarnation - right.incarnation || left.index - right.index;
}

function note(record: SpaceRecord, programme: ProgrammeId, entry: GovernanceEntry, rank: number) {
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
      if (entry.programme === programme) record.signatures.push({ entry, rank });
      return;
    case 'endorsement':
      if (entry.programme === programme) record.endorsements.push({ entry, rank });
      return;
    case 'leave':
      if (entry.programme === programme) record.leaves.push({ entry, rank });
      return;
  }
}

/** The ledger of a programme: the same for every order and for copies of the same entries. */
export function openLedger(programme: ProgrammeId, entries: readonly PlacedGovernance[]): Ledger {
  const rosters = new Map<RosterHash, RosterEntry>();
  const spaces = new Map<SpaceId, SpaceRecord>();
  [...entries].sort(byPlace).forEach(({ space, entry, hash }, rank) => {
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
    note(record, programme, entry, rank);
  });
  return { rosters, successors: successorsOf(rosters), spaces };
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

/**
 * The rank at which a space left, as seen from a roster's time; null if it did not. LEAVE-1: a
 * leave holds against every roster up to a day after its date (time zones), and is over for rosters
 * that are later: by them a space can come back.
 */
export function leftAt(record: SpaceRecord | undefined, since: Seconds): number | null {
  const day = Math.floor(since / 86_400);
  const leave = record?.leaves.find(({ entry }) => dayOfDate(entry.date) >= day - 1);
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
