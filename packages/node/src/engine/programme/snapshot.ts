/** What is kept of the states of programmes, until something that they follow from is new. */

import type { ProgrammeId, ProgrammeState, RosterEntry, Seconds, SpaceId } from '@covisa/protocol';
import type { ProgrammeBook } from './book.js';

/** One programme. */
export interface Known {
  /** Of the entries that concern it. */
  readonly revision: number;
  /** The rosters among them, and what those take from heartbeats, forks and instant. */
  readonly rosters: readonly RosterEntry[];
  readonly timely: string;
  readonly state: ProgrammeState | null;
  /** Spaces whose logs belong to the programme's gossip. */
  readonly spaces: ReadonlySet<SpaceId>;
  /** Those of them that apply, of whose logs no more than the opening is kept. */
  readonly openings: ReadonlySet<SpaceId>;
  /** With whom entries are exchanged, whichever of several rosters each follows. */
  readonly partners: ReadonlySet<SpaceId>;
  /** Names our going from the programme; null while we have not left it. */
  readonly farewell: string | null;
}

/** All programmes of this node. */
export interface Snapshot {
  readonly revision: number;
  readonly made: Seconds;
  readonly book: ProgrammeBook['joined'];
  readonly programmes: ReadonlyMap<ProgrammeId, Known>;
  /** All with whom entries are exchanged. */
  readonly peers: readonly SpaceId[];
}

/** Whether two snapshots' programmes have the same spaces and openings, in the same order. */
export function hasSameSpaces(
  ours: Snapshot['programmes'],
  theirs: Snapshot['programmes'] | undefined,
): boolean {
  if (ours.size !== theirs?.size) return false;
  const others = [...theirs];
  return [...ours].every(([id, { spaces, openings }], at) => {
    const other = others[at];
    if (other?.[0] !== id || !isSameList(spaces, other[1].spaces)) return false;
    return isSameList(openings, other[1].openings);
  });
}

function isSameList(one: ReadonlySet<SpaceId>, other: ReadonlySet<SpaceId>): boolean {
  if (one.size !== other.size) return false;
  const rest = other.values();
  for (const space of one) if (rest.next().value !== space) return false;
  return true;
}
