/** Logs of small programmes for tests: what each space writes, in its order. */

import {
  DEFAULT_TERMS,
  draftNextRoster,
  draftRosterZero,
  encodeEntry,
  type GovernanceEntry,
  type PlacedGovernance,
  type ProfileEntry,
  type ProgrammeId,
  type ProgrammeState,
  parseCalendarDate,
  programmeState,
  type RosterChanges,
  type RosterEntry,
  type RosterHash,
  type RosterVersion,
  rosterHashOf,
  type Seconds,
  type SpaceId,
  sortSpaces,
} from '@covisa/protocol';
import { TEST_INSTANT, testSpaceId } from '../support/fixed.js';

export const DAY = 86_400;

/** Spaces `a`, `b`, `c` …, in the order of their bytes. */
const SPACES = sortSpaces([...'abcdefghijkl'].map(testSpaceId));

/** The n-th of `SPACES`. */
export function space(n: number): SpaceId {
  const found = SPACES[n];
  if (found === undefined) throw new RangeError(`space ${n}`);
  return found;
}

/** The first n of `SPACES`. */
export function spaces(n: number): readonly SpaceId[] {
  return SPACES.slice(0, n);
}

export const PROFILE: ProfileEntry = {
  type: 'profile',
  signed: TEST_INSTANT - DAY,
  name: 'A space',
  open: true,
  venues: [
    {
      id: 'main',
      name: 'Main',
      address: '1 Street',
      latitude: -37.8136,
      longitude: 144.9631,
      timeZone: 'Australia/Melbourne',
      amenities: [],
    },
  ],
  rate: { amount: 3500, currency: 'AUD' },
  offer: {},
  languages: ['en'],
  node: null,
};

/** Writes entries to logs, and folds them. */
export class Logs {
  readonly entries: PlacedGovernance[] = [];
  readonly heartbeats = new Map<SpaceId, Seconds>();
  readonly programme: ProgrammeId;
  readonly zero: RosterHash;
  readonly #sizes = new Map<SpaceId, number>();

  /** Founds a programme of the first n spaces; `signed` of them have signed. */
  constructor(n: number, settings: { threshold?: number; endorsements?: number } = {}, signed = n) {
    const draft = draftRosterZero({
      name: 'Pacific Visa',
      purpose: 'Free days for travelling members',
      terms: DEFAULT_TERMS,
      founders: spaces(n),
      time: TEST_INSTANT - 100 * DAY,
      ...settings,
    });
    this.zero = rosterHashOf(encodeEntry(draft));
    this.programme = this.zero as string as ProgrammeId;
    this.write(space(0), draft);
    for (const founder of spaces(signed)) this.sign(founder, this.zero, 0);
  }

  write(author: SpaceId, entry: GovernanceEntry): RosterHash | null {
    const index = 1 + (this.#sizes.get(author) ?? 0);
    this.#sizes.set(author, index);
    const hash = entry.type === 'roster' ? rosterHashOf(encodeEntry(entry)) : null;
    this.entries.push({ space: author, incarnation: 0, index, entry, hash });
    return hash;
  }

  /** A successor of `before` (the present roster if missing), not signed by anybody. */
  propose(
    changes: Partial<RosterChanges>,
    before: RosterVersion = this.state().roster,
  ): RosterHash {
    return this.writeRoster(this.draft(changes, before));
  }

  draft(changes: Partial<RosterChanges>, before = this.state().roster): RosterEntry {
    const time = changes.time ?? before.time + DAY;
    return draftNextRoster(before, { ...changes, time });
  }

  writeRoster(entry: RosterEntry): RosterHash {
    const hash = this.write(space(0), entry);
    if (hash === null) throw new Error('no roster');
    return hash;
  }

  sign(author: SpaceId, roster: RosterHash, version = 1): void {
    this.write(author, { type: 'roster-signature', programme: this.programme, version, roster });
  }

  signAll(authors: readonly SpaceId[], roster: RosterHash, version = 1): void {
    for (const author of authors) this.sign(author, roster, version);
  }

  endorse(author: SpaceId, applicant: SpaceId, roster: RosterHash, returns = 0): void {
    const { programme } = this;
    const entry = { type: 'endorsement', programme, roster, space: applicant } as const;
    this.write(author, returns === 0 ? entry : { ...entry, returns });
  }

  /** `daysAgo` before the test instant. */
  leave(author: SpaceId, daysAgo = 0): void {
    const { programme } = this;
    this.write(author, { type: 'leave', programme, date: dateBefore(daysAgo) });
  }

  comeBack(author: SpaceId): void {
    this.write(author, { type: 'return', programme: this.programme, date: dateBefore(0) });
  }

  close(author: SpaceId): void {
    this.write(author, { type: 'closing', date: dateBefore(0) });
  }

  state(chosen: readonly RosterHash[] = [], instant = TEST_INSTANT): ProgrammeState {
    const { programme, entries, heartbeats } = this;
    const state = programmeState({ programme, entries, heartbeats, instant, chosen });
    if (state === null) throw new Error('no state');
    return state;
  }
}

/** A date some days before the test date. */
function dateBefore(days: number) {
  const milliseconds = (TEST_INSTANT - days * DAY) * 1000;
  return parseCalendarDate(new Date(milliseconds).toISOString().slice(0, 10));
}
