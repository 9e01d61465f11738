/** What owners write to their logs until a programme of many is founded: pure. */

import {
  draftNextRoster,
  draftRosterZero,
  ENDORSEMENTS_PER_MEMBER_MAX,
  encodeEntry,
  type KnownEntry,
  type PlacedGovernance,
  type ProgrammeId,
  programmeState,
  ROSTER_CHANGES_MAX,
  type RosterEntry,
  type RosterVersion,
  rosterHashOf,
  type Seconds,
  type SpaceId,
  type Terms,
  thresholdOf,
} from '@covisa/protocol';

/** What is founded. */
export interface Founding {
  readonly name: string;
  readonly terms: Terms;
  readonly time: Seconds;
  /** The first one writes all rosters. */
  readonly founders: readonly SpaceId[];
  readonly others: readonly SpaceId[];
}

/** What came of it. */
export interface FoundedProgramme {
  readonly programme: ProgrammeId;
  /** What each space writes, in this order. */
  readonly entries: ReadonlyMap<SpaceId, readonly KnownEntry[]>;
}

/**
 * The entries of a founding: roster 0, signed by all founders; as many further rosters as are
 * needed, each signed by its threshold; and of the last one an endorsement for each that is left.
 */
export function foundingEntries(founding: Founding): FoundedProgramme {
  const { name, terms, time, founders } = founding;
  const zero = { name, purpose: '', terms, time, founders, endorsements: 1 };
  const rosters = new Rosters(founders, draftRosterZero(zero));
  let rest = founding.others;
  while (rest.length > rosters.latest.members.length * ENDORSEMENTS_PER_MEMBER_MAX) {
    const seated = rest.slice(0, ROSTER_CHANGES_MAX);
    rosters.seat(seated);
    rest = rest.slice(seated.length);
  }
  rosters.endorse(rest);
  return { programme: rosters.programme, entries: rosters.entries };
}

/** The chain of rosters while it grows. */
class Rosters {
  readonly programme: ProgrammeId;
  readonly entries = new Map<SpaceId, KnownEntry[]>();
  latest: RosterVersion;
  /** Those that vote and endorse, the writer first. */
  #members: readonly SpaceId[];
  readonly #governance: PlacedGovernance[] = [];
  readonly #time: Seconds;

  constructor(founders: readonly SpaceId[], zero: RosterEntry) {
    this.#members = founders;
    this.#time = zero.time;
    const hash = rosterHashOf(encodeEntry(zero));
    this.programme = hash as string as ProgrammeId;
    this.#sign(zero, founders);
    this.latest = this.#held();
  }

  /** A roster with these members more. */
  seat(spaces: readonly SpaceId[]): void {
    const roster = draftNextRoster(this.latest, { time: this.#time, add: spaces });
    const needed = thresholdOf(this.latest, this.#members.length);
    this.#sign(roster, this.#members.slice(0, needed));
    this.#members = [...this.#members, ...spaces];
    this.latest = this.#held();
  }

  /** One endorsement admits each. */
  endorse(spaces: readonly SpaceId[]): void {
    const { programme } = this;
    const { hash: roster } = this.latest;
    // The latest members first: the founders still may, under this roster.
    const members = this.#members.toReversed();
    for (const [at, space] of spaces.entries()) {
      const member = members[Math.floor(at / ENDORSEMENTS_PER_MEMBER_MAX)];
      if (member === undefined) throw new RangeError('others: expected at most three a member');
      this.#write(member, { type: 'endorsement', programme, roster, space });
    }
  }

  #sign(entry: RosterEntry, voters: readonly SpaceId[]): void {
    const { programme } = this;
    const { version } = entry;
    const [first] = voters;
    if (first === undefined) throw new RangeError('founders: expected one at least');
    this.#write(first, entry);
    const roster = rosterHashOf(encodeEntry(entry));
    for (const voter of voters) {
      this.#write(voter, { type: 'roster-signature', programme, version, roster });
    }
  }

  #write(space: SpaceId, entry: Extract<KnownEntry, PlacedGovernance['entry']>): void {
    const written = this.entries.get(space) ?? [];
    this.entries.set(space, written);
    const hash = entry.type === 'roster' ? rosterHashOf(encodeEntry(entry)) : null;
    this.#governance.push({ space, incarnation: 0, index: written.length, entry, hash });
    written.push(entry);
  }

  /** The roster that holds by what is written so far: the one that was written last. */
  #held(): RosterVersion {
    const { programme } = this;
    const entries = this.#governance;
    const instant = this.#time;
    const state = programmeState({ programme, entries, heartbeats: new Map(), instant });
    if (!state?.founded || state.pending.length > 0) {
      throw new RangeError('rosters: expected that each holds when it is signed');
    }
    return state.roster;
  }
}
