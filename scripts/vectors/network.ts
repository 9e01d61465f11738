/** The logs of a small programme: what each space writes, in its order. */

import {
  type CalendarDate,
  DEFAULT_TERMS,
  draftNextRoster,
  draftRosterZero,
  encodeUtf8,
  type KnownEntry,
  type ProfileEntry,
  type ProgrammeId,
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
import { DAY, dateAfter, INSTANT, lineOf, type Space, spaceOf } from './material.js';
import { entriesOf } from './operations/logs.js';
import { governance } from './operations/programme.js';

const all = [...'abcdefgh'].map((name) => spaceOf(`member ${name}`));
/** Eight spaces, in the order of their ids' bytes. */
const SPACES: readonly Space[] = sortSpaces(all.map(({ id }) => id)).flatMap(
  (id) => all.find((one) => one.id === id) ?? [],
);

/** The n-th of eight spaces, in the order of their ids' bytes. */
export function member(n: number): Space {
  const found = SPACES[n];
  if (found === undefined) throw new RangeError(`member ${n}`);
  return found;
}

/** The ids of the first n. */
export function ids(n: number): readonly SpaceId[] {
  return SPACES.slice(0, n).map(({ id }) => id);
}

/** A profile that takes visiting members, signed a day before `INSTANT`. */
const PROFILE: ProfileEntry = {
  type: 'profile',
  signed: INSTANT - DAY,
  name: 'A space',
  open: true,
  venues: [
    { id: 'main', name: 'Main', address: '1 Street', timeZone: 'Europe/Berlin', amenities: [] },
  ],
  rate: { amount: 2500, currency: 'EUR' },
  offer: {},
  languages: ['en'],
  node: null,
};

interface Log {
  readonly space: SpaceId;
  readonly incarnation: number;
  readonly lines: readonly string[];
}

/** Logs that grow. */
export class Network {
  readonly #logs = new Map<string, Log>();
  readonly heartbeats: Record<string, Seconds> = {};
  readonly programme: ProgrammeId;
  readonly zero: RosterHash;

  /** Founds a programme of the first n spaces, `signed` of which have signed roster 0. */
  constructor(n: number, settings: { threshold?: number; endorsements?: number } = {}, signed = n) {
    const roster = draftRosterZero({
      name: 'Pacific Visa',
      purpose: 'Free days for travelling members',
      terms: DEFAULT_TERMS,
      founders: ids(n),
      time: INSTANT - 100 * DAY,
      ...settings,
    });
    this.zero = this.write(0, roster);
    this.programme = this.zero as string as ProgrammeId;
    for (let i = 0; i < signed; i++) this.sign(i, this.zero, 0);
  }

  /** All logs, for the input of a vector. */
  get logs(): readonly Log[] {
    return [...this.#logs.values()];
  }

  /** Writes an entry, or a line, to the log of a space; gives the hash of the line. */
  write(n: number, entry: KnownEntry | string, incarnation = 0): RosterHash {
    const space = member(n);
    const line = typeof entry === 'string' ? entry : lineOf(entry);
    const name = `${space.id}/${incarnation}`;
    const start = incarnation === 0 ? [space.inception] : [];
    const lines = [...(this.#logs.get(name)?.lines ?? start), line];
    this.#logs.set(name, { space: space.id, incarnation, lines });
    return rosterHashOf(encodeUtf8(line));
  }

  /** The roster that holds at `INSTANT`. */
  roster(): RosterVersion {
    const { programme, logs } = this;
    const entries = governance(entriesOf(logs));
    const heartbeats = new Map<SpaceId, Seconds>();
    const state = programmeState({ programme, entries, heartbeats, instant: INSTANT });
    if (state === null) throw new Error('programme: expected a state');
    return state.roster;
  }

  /** A draft of the roster after the one that holds, a day later. */
  draft(changes: Partial<RosterChanges>, before: RosterVersion = this.roster()): RosterEntry {
    return draftNextRoster(before, { time: before.time + DAY, ...changes });
  }

  /** Writes such a roster, signed by nobody. */
  propose(changes: Partial<RosterChanges>, before?: RosterVersion): RosterHash {
    return this.write(0, this.draft(changes, before));
  }

  sign(n: number, roster: RosterHash, version = 1): void {
    const { programme } = this;
    this.write(n, { type: 'roster-signature', programme, version, roster });
  }

  signAll(authors: readonly number[], roster: RosterHash, version = 1): this {
    for (const n of authors) this.sign(n, roster, version);
    return this;
  }

  /** The n-th space vouches for another. */
  endorse(n: number, other: number, roster: RosterHash = this.zero, returns = 0): void {
    const { programme } = this;
    const entry = { type: 'endorsement', programme, roster, space: member(other).id } as const;
    this.write(n, returns === 0 ? entry : { ...entry, returns });
  }

  leave(n: number, days = 0): void {
    this.write(n, { type: 'leave', programme: this.programme, date: dateAfter(days) });
  }

  comeBack(n: number, date: CalendarDate = dateAfter(0)): void {
    this.write(n, { type: 'return', programme: this.programme, date });
  }

  close(n: number): void {
    this.write(n, { type: 'closing', date: dateAfter(0) });
  }

  profile(n: number, changes: Partial<ProfileEntry> = {}): void {
    this.write(n, { ...PROFILE, ...changes });
  }

  /** Was heard of so many seconds before `INSTANT`. */
  beat(n: number, seconds: number): void {
    this.heartbeats[member(n).id] = INSTANT - seconds;
  }
}
