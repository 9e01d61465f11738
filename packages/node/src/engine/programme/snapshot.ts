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
  /** What `spaces` of all programmes come to, as text: to see whether it changed. */
  readonly outline: string;
}
