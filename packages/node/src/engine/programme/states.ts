/**
 * The state of each programme that this node knows, from the entries that it holds, and what
 * follows from it: whose logs are kept, with whom entries are exchanged, by which terms two spaces
 * deal with each other.
 */

import {
  type FoundStamp,
  type Hearing,
  isParticipant,
  isShelf,
  type LogId,
  type ProgrammeId,
  type ProgrammeState,
  programmeState,
  type Seconds,
  type SpaceId,
  silentAmong,
  standingOf,
  termsPeriods,
  timelyOf,
} from '@covisa/protocol';
import type { Context } from '../context.js';
import type { SharedProgramme } from '../desk/check/judging.js';
import type { Farewell, Keeping, Membership } from '../gossip/membership.js';
import type { Replica } from '../log/replica.js';
import type { View } from '../view.js';
import type { ProgrammeBook } from './book.js';
import { farewellTo } from './farewell.js';
import { keptSpaces, otherStates, partnersOf, strangersIn } from './kept-spaces.js';
import type { ProgrammeRules, SpaceStanding } from './rules.js';
import { hasSameSpaces, type Known, type Snapshot } from './snapshot.js';

/** Silence counts in days: for how long a state is good before its hearing is compared. */
const STATE_SECONDS: Seconds = 60;

/** Programmes as of now. */
export class ProgrammeStates implements Membership, ProgrammeRules {
  readonly #context: Context;
  readonly #view: View;
  readonly #replica: Replica;
  readonly #book: ProgrammeBook;
  #snapshot: Snapshot | null = null;
  /**
   * Farewells by who has taken them. Not kept over a restart: then each peer is called once more.
   */
  readonly #told = new Map<SpaceId, Set<string>>();
  #revision = 0;

  constructor(context: Context, view: View, replica: Replica, book: ProgrammeBook) {
    this.#context = context;
    this.#view = view;
    this.#replica = replica;
    this.#book = book;
  }

  get revision(): number {
    this.#now();
    return this.#revision;
  }

  /** The programmes that this node founded, joined or applied to. */
  ids(): readonly ProgrammeId[] {
    return this.#book.joined.map((one) => one.programme);
  }

  /** Null while its roster 0 is not here. */
  state(programme: ProgrammeId): ProgrammeState | null {
    return this.#now().get(programme)?.state ?? null;
  }

  spacesOf(programme: ProgrammeId): ReadonlySet<SpaceId> {
    return this.#now().get(programme)?.spaces ?? new Set();
  }

  openingsOf(programme: ProgrammeId): ReadonlySet<SpaceId> {
    return this.#now().get(programme)?.openings ?? new Set();
  }

  sharedWith(space: SpaceId): readonly ProgrammeId[] {
    return this.ids().filter((programme) => this.#dealsWith(programme, space));
  }

  /** Participants and founders; whoever introduced us, as long as we are not in ourselves. */
  #dealsWith(programme: ProgrammeId, space: SpaceId): boolean {
    if (this.#partners(programme).has(space)) return true;
    return this.isOutside(programme) && this.#introducer(programme) === space;
  }

  namedTo(space: SpaceId): readonly ProgrammeId[] {
    const shared = this.sharedWith(space);
    const own = shared.filter(
      (programme) => !this.isOutside(programme) || this.#isAppliedThrough(programme, space),
    );
    return own.length > 0 ? own : shared;
  }

  /**
   * Of a programme that we are outside of: whether we apply to it by a space's link. That space
   * tells us that we are in, and nobody else does.
   */
  #isAppliedThrough(programme: ProgrammeId, introducer: SpaceId): boolean {
    const isGone = this.#now().get(programme)?.farewell != null;
    return !isGone && this.#introducer(programme) === introducer;
  }

  introducers(): readonly SpaceId[] {
    const applied = this.ids().filter((programme) => this.isOutside(programme));
    const spaces = this.#book.joined.flatMap(({ introducer }) => introducer?.space ?? []);
    return spaces.filter((one) => applied.some((id) => this.#isAppliedThrough(id, one)));
  }

  isOutside(programme: ProgrammeId): boolean {
    return !this.#partners(programme).has(this.#context.identity.space);
  }

  #partners(programme: ProgrammeId): ReadonlySet<SpaceId> {
    return this.#now().get(programme)?.partners ?? new Set();
  }

  #introducer(programme: ProgrammeId): SpaceId | null {
    return this.#book.joined.find((one) => one.programme === programme)?.introducer?.space ?? null;
  }

  keeping(space: SpaceId, peer: SpaceId): Keeping {
    let keeping: Keeping = 'nothing';
    for (const programme of this.ids()) {
      const state = this.state(programme);
      if (!state) {
        // Until roster 0 is here nobody is told from a stranger: it is taken from the introducer.
        if (this.#introducer(programme) === peer) return 'whole';
        continue;
      }
      const isKnown = this.spacesOf(programme).has(space);
      if (isKnown && !this.openingsOf(programme).has(space)) return 'whole';
      if (isKnown || this.#book.applicants(programme).includes(space)) keeping = 'opening';
    }
    return keeping;
  }

  peers(): readonly SpaceId[] {
    return this.#at().peers;
  }

  toCall(): readonly SpaceId[] {
    if (this.farewell().length === 0) return this.peers();
    return this.#peersOf(this.#now(), (space, programme) => {
      const farewell = this.#now().get(programme)?.farewell ?? null;
      return farewell === null || !this.#told.get(space)?.has(farewell);
    });
  }

  #peersOf(
    programmes: Snapshot['programmes'],
    isCalled: (space: SpaceId, programme: ProgrammeId) => boolean,
  ): readonly SpaceId[] {
    const own = this.#context.identity.space;
    const spaces = new Set<SpaceId>();
    for (const [programme, { partners }] of programmes) {
      const introducer = partners.has(own) ? null : this.#introducer(programme);
      const peers = [...partners, ...(introducer ? [introducer] : [])];
      for (const space of peers) if (isCalled(space, programme)) spaces.add(space);
    }
    spaces.delete(own);
    return [...spaces];
  }

  farewell(): Farewell {
    return [...this.#now().values()].flatMap(({ farewell }) => farewell ?? []);
  }

  noteFarewell(peer: SpaceId, farewell: Farewell): void {
    if (farewell.length === 0) return;
    this.#told.set(peer, new Set([...(this.#told.get(peer) ?? []), ...farewell]));
  }

  between(host: SpaceId, home: SpaceId): readonly SharedProgramme[] {
    return this.ids().flatMap((programme) => {
      const state = this.state(programme);
      if (!state || !isParticipant(state, host) || !isParticipant(state, home)) return [];
      const [first] = state.chain;
      return first ? [{ programme, periods: termsPeriods(first, state.chain) }] : [];
    });
  }

  stillCounts(stamp: FoundStamp): boolean {
    const state = this.state(stamp.entry.programme);
    const removal = state?.removed.find((one) => one.space === stamp.host);
    if (removal === undefined) return true;
    const { host: space, incarnation, index } = stamp;
    const log: LogId = { space, incarnation };
    // ROSTER-7: of a removed space's stamps those still count before which, in the logs of all its
    // incarnations, fewer entries stand than the size that the roster names; of its strays none.
    return !isShelf(log) && this.#entriesBefore(log) + index < removal.size;
  }

  /** Entries of a space in the logs of all its incarnations: what its removal names as `size`. */
  sizeOf(space: SpaceId): number {
    const latest = this.#replica.latest(space)?.head;
    return latest ? this.#entriesBefore(latest) + latest.size : 0;
  }

  /** Entries of the earlier incarnations of a log's space, as far as the later ones accept them. */
  #entriesBefore({ space, incarnation }: LogId): number {
    let entries = 0;
    for (let one = 0; one < incarnation; one++) {
      entries += this.#view.cut({ space, incarnation: one })?.size ?? 0;
    }
    return entries;
  }

  standing(space: SpaceId): SpaceStanding {
    if (this.between(this.#context.identity.space, space).length > 0) return 'takes-part';
    if (this.#view.space(space)?.closing) return 'closed';
    const states = this.ids().flatMap((programme) => this.state(programme) ?? []);
    const hasLeft = states.some((state) => ['left', 'removed'].includes(standingOf(state, space)));
    return hasLeft ? 'left' : 'unknown';
  }

  #now(): Snapshot['programmes'] {
    return this.#at().programmes;
  }

  #at(): Snapshot {
    const instant = this.#context.now();
    const kept = this.#snapshot;
    const isKept =
      kept !== null &&
      kept.revision === this.#view.governance.revision &&
      kept.book === this.#book.joined &&
      Math.abs(instant - kept.made) < STATE_SECONDS;
    return isKept ? kept : this.#remake(instant);
  }

  #remake(made: Seconds): Snapshot {
    const programmes = new Map<ProgrammeId, Known>();
    const hearing = this.#hearing();
    let isNew = this.#snapshot?.book !== this.#book.joined;
    for (const programme of this.ids()) {
      const still = this.#stillKnown(programme, hearing, made);
      programmes.set(programme, still ?? this.#fold(programme, hearing, made));
      isNew ||= still === null;
    }
    const { revision } = this.#view.governance;
    if (this.#snapshot === null || isNew) {
      if (!hasSameSpaces(programmes, this.#snapshot?.programmes)) this.#revision += 1;
      const peers = this.#peersOf(programmes, () => true);
      this.#snapshot = { revision, made, book: this.#book.joined, programmes, peers };
    } else this.#snapshot = { ...this.#snapshot, revision, made };
    return this.#snapshot;
  }

  /** What was folded before, if nothing that concerns this programme is new; null otherwise. */
  #stillKnown(programme: ProgrammeId, hearing: Hearing, instant: Seconds): Known | null {
    if (this.#snapshot?.book !== this.#book.joined) return null;
    const known = this.#snapshot.programmes.get(programme);
    if (!known || known.revision !== this.#view.governance.revisionOf(programme)) return null;
    return known.timely === timelyOf(known.rosters, hearing, instant) ? known : null;
  }

  #fold(programme: ProgrammeId, hearing: Hearing, instant: Seconds): Known {
    const { governance } = this.#view;
    const entries = governance.of(programme);
    const rosters = entries.flatMap(({ entry }) => (entry.type === 'roster' ? [entry] : []));
    const timely = timelyOf(rosters, hearing, instant);
    const chosen = this.#book.chosen(programme);
    const input = { programme, entries, ...hearing, instant, chosen };
    const state = programmeState(input);
    const states = state ? [state, ...otherStates(input, state)] : [];
    const spaces = this.#spacesIn(programme, states);
    const openings = strangersIn(state);
    const partners = partnersOf(states);
    const farewell = farewellTo(programme, this.#context.identity.space, this.#view);
    const known = { rosters, timely, state, spaces, openings, partners, farewell };
    return { revision: governance.revisionOf(programme), ...known };
  }

  /** The time of the latest heartbeat of each space. */
  heartbeats(): ReadonlyMap<SpaceId, Seconds> {
    return this.#replica.heartbeats;
  }

  /** Until roster 0 is here, our own and the introducer's. */
  #spacesIn(programme: ProgrammeId, states: readonly ProgrammeState[]): ReadonlySet<SpaceId> {
    const own = this.#context.identity.space;
    const introducer = states.length === 0 ? this.#introducer(programme) : null;
    return introducer ? new Set([own, introducer]) : keptSpaces(own, states);
  }

  /** Members that were not heard of for so long that a roster may leave them out. */
  silent(programme: ProgrammeId): readonly SpaceId[] {
    const members = this.state(programme)?.members ?? [];
    const others = members.filter((space) => space !== this.#context.identity.space);
    return silentAmong(others, this.#hearing(), this.#context.now());
  }

  #hearing(): Hearing {
    return { heartbeats: this.heartbeats(), forked: this.#view.forkedSpaces() };
  }
}
