/**
 * What the logs say, apart from stamps: the engine's picture of spaces and of the entries by which
 * programmes are governed. It is rebuilt from the store at start and follows each stored range; it
 * decides nothing.
 */

import {
  type ClosingEntry,
  type Cut,
  calendarDate,
  cutBy,
  type Entry,
  type GovernanceEntry,
  isShelf,
  issuerOf,
  type KnownKeys,
  logKeyOf,
  logOfShelf,
  type PlacedGovernance,
  type ProgrammeId,
  parseEntry,
  rosterHashOf,
  type SpaceId,
  stands,
} from '@covisa/protocol';
import type { LogId, Store, StoredEntry } from '@covisa/store';
import type { ParseEntry } from './context.js';
import { ForkBook } from './forks/fork-book.js';
import { Governance } from './governance.js';
import { Prunings } from './log/prunings.js';
import { followSpace, freshSpace, isOpening, type Opening, type SpaceView } from './space-view.js';

/** The entry types that the view holds in memory; stamps and voids stay in the store. */
const VIEW_TYPES = [
  'inception',
  'resume',
  'keys',
  'key-revocation',
  'profile',
  'revocation',
  'endorsement',
  'roster',
  'roster-signature',
  'leave',
  'return',
  'pruning',
  'closing',
] as const;

/** Those among them by which programmes are governed. */
const PROGRAMME_TYPES = ['endorsement', 'roster', 'roster-signature', 'leave', 'return'] as const;

const PAGE = 2000;

/** A space with rival resumes is closed whatever the date. */
const RIVALS_DATE = calendarDate.parse('2000-01-01');

const IN_VIEW: ReadonlySet<string> = new Set(VIEW_TYPES);

/** Whether an entry stays in memory. */
export function isInView({ type }: Entry): boolean {
  return IN_VIEW.has(type);
}

/** Entries of these types, space by space, in the order of their logs, after `start`. */
export async function* entriesOf(
  store: Store,
  types: readonly string[],
  start: Omit<StoredEntry, 'bytes'> | null = null,
): AsyncGenerator<StoredEntry> {
  let after = start;
  for (;;) {
    const page: readonly StoredEntry[] = await store.entriesOfTypes(types, after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = { space: last.space, incarnation: last.incarnation, index: last.index };
  }
}

/** What was made of an entry: many nodes of one process may hold the very same one. */
const made = new WeakMap<GovernanceEntry, PlacedGovernance>();

/** An entry at its place. The same entry may stand in several logs: each signs a roster so. */
function placedOf(
  { space, incarnation }: LogId,
  index: number,
  bytes: Uint8Array,
  entry: GovernanceEntry,
): PlacedGovernance {
  const known = made.get(entry);
  const isSame =
    known?.space === space && known.incarnation === incarnation && known.index === index;
  if (isSame) return known;
  const hash = entry.type === 'roster' ? rosterHashOf(bytes) : null;
  const placed = { space, incarnation, index, entry, hash };
  made.set(entry, placed);
  return placed;
}

/** The picture. */
export class View {
  readonly #parse: ParseEntry;
  readonly spaces = new Map<SpaceId, SpaceView>();
  /** Spaces by the issuer claim of their visas. */
  readonly #issuers = new Map<string, SpaceId>();
  readonly governance = new Governance();
  readonly forks = new ForkBook();

  readonly prunings = new Prunings();

  /** By log: where a resume cuts it. */
  readonly #cuts = new Map<string, Cut>();

  constructor(parse: ParseEntry = parseEntry) {
    this.#parse = parse;
  }

  /** Reads all that the store holds; of programmes, what it says of these. */
  async load(store: Store, programmes: readonly ProgrammeId[] = []): Promise<void> {
    for (const programme of programmes) this.governance.know(programme);
    await this.forks.load(store);
    for await (const stored of entriesOf(store, ['resume'])) this.#learnCut(stored);
    for await (const stored of entriesOf(store, VIEW_TYPES)) {
      this.apply(stored, stored.index, stored.bytes, this.#parse(stored.bytes));
    }
    for (const space of this.spaces.keys()) this.#closeRivals(space);
  }

  /**
   * Reads one space anew: after a resume, or where an earlier incarnation grew, what was followed
   * entry by entry is in the wrong order.
   */
  async reload(space: SpaceId, store: Store): Promise<void> {
    const found: StoredEntry[] = [];
    for await (const stored of entriesOf(store, VIEW_TYPES, { space, incarnation: 0, index: -1 })) {
      if (stored.space !== space) break;
      found.push(stored);
    }
    this.forget(space);
    for (const stored of found) this.#learnCut(stored);
    for (const stored of found) {
      this.apply(stored, stored.index, stored.bytes, this.#parse(stored.bytes));
    }
    this.#closeRivals(space);
  }

  /** From now on holds what is said of a programme, and reads what was said of it before. */
  async know(programme: ProgrammeId, store: Store): Promise<void> {
    if (!this.governance.know(programme)) return;
    for await (const stored of entriesOf(store, PROGRAMME_TYPES)) {
      const entry = this.#parse(stored.bytes);
      if (!this.#counts(stored, stored.index, entry)) continue;
      this.#govern(stored, stored.index, stored.bytes, entry);
    }
  }

  space(space: SpaceId): SpaceView | null {
    return this.spaces.get(space) ?? null;
  }

  /** The first entry of a log, and its keys; null while it is not held. */
  opening({ space, incarnation }: LogId): Opening | null {
    return this.space(space)?.openings[incarnation] ?? null;
  }

  /** What is known of a log: its own key, and the recovery digest that the one before it names. */
  knownKeys({ space, incarnation }: LogId): KnownKeys {
    const before = this.opening({ space, incarnation: incarnation - 1 });
    return {
      logKey: this.opening({ space, incarnation })?.logKey ?? null,
      recovery: before?.entry.recovery ?? null,
    };
  }

  /** Spaces whose latest log has forked: no resume has settled it. */
  forkedSpaces(): ReadonlySet<SpaceId> {
    const spaces = new Set<SpaceId>();
    for (const { log } of this.forks.all()) {
      const isLatest = this.opening({ ...log, incarnation: log.incarnation + 1 }) === null;
      if (isLatest) spaces.add(log.space);
    }
    return spaces;
  }

  /** Where a resume cuts a log; null where none does. All strays of the log lie beyond. */
  cut(log: LogId): Cut | null {
    if (!isShelf(log)) return this.#cuts.get(logKeyOf(log)) ?? null;
    const cut = this.cut(logOfShelf(log));
    return cut && { size: 0, time: cut.time };
  }

  /** Whether these entries of a log change what was followed before: then read the space anew. */
  isOutOfOrder(
    { space, incarnation }: LogId,
    entries: readonly { readonly entry: Entry }[],
  ): boolean {
    const isEarlier = this.opening({ space, incarnation: incarnation + 1 }) !== null;
    return isEarlier || entries.some(({ entry }) => entry.type === 'resume');
  }

  /** The space whose visas carry this issuer claim; null if it is not known. */
  byIssuer(issuer: string): SpaceId | null {
    return this.#issuers.get(issuer) ?? null;
  }

  /** Follows one stored entry; entries of a space come in the order of its logs. */
  apply(log: LogId, index: number, bytes: Uint8Array, entry: Entry): void {
    const space = this.#spaceOf(log.space);
    if (isInView(entry)) space.bytes += bytes.length;
    if (isOpening(entry, log.incarnation, index)) {
      this.#issuers.set(issuerOf(log.space), log.space);
    }
    if (!this.#counts(log, index, entry)) return;
    this.#govern(log, index, bytes, entry);
    this.prunings.follow(log, index, bytes, entry);
    followSpace(space, log.incarnation, index, entry);
  }

  /** Forgets a space whose logs are dropped. */
  forget(space: SpaceId): void {
    const incarnations = this.space(space)?.openings.length ?? 0;
    for (let incarnation = 0; incarnation < incarnations; incarnation++) {
      this.#cuts.delete(logKeyOf({ space, incarnation }));
      this.prunings.forget({ space, incarnation });
      this.forks.noteAccepted({ space, incarnation }, null);
    }
    this.spaces.delete(space);
    this.#issuers.delete(issuerOf(space));
    this.governance.forget(space);
  }

  /** Whether an entry says anything. The node of a space with rival resumes goes on by its keys. */
  #counts(log: LogId, index: number, entry: Entry): boolean {
    const base = isShelf(log) ? logOfShelf(log) : log;
    if (this.forks.isVoid(base)) return isOpening(entry, log.incarnation, index);
    return stands(entry, index, this.cut(log));
  }

  /** FORK-8: two resumes of one incarnation close the space: nobody can tell whose it is. */
  #closeRivals(space: SpaceId): void {
    const rivals = this.forks.rivalsOf(space);
    if (rivals === null) return;
    const entry: ClosingEntry = { type: 'closing', date: RIVALS_DATE };
    const { incarnation } = rivals.log;
    this.governance.take({ space, incarnation, index: 0, entry, hash: null });
    this.#spaceOf(space).closing = entry;
  }

  #learnCut({ space, incarnation, index, bytes }: StoredEntry): void {
    const entry = this.#parse(bytes);
    if (entry.type !== 'resume' || !isOpening(entry, incarnation, index)) return;
    const ended = { space, incarnation: incarnation - 1 };
    this.#cuts.set(logKeyOf(ended), cutBy(entry));
    this.forks.noteAccepted(ended, entry.previous);
  }

  #govern(log: LogId, index: number, bytes: Uint8Array, entry: Entry): void {
    switch (entry.type) {
      case 'roster':
      case 'profile':
      case 'closing':
      case 'endorsement':
      case 'roster-signature':
      case 'leave':
      case 'return': {
        const size = this.cut(log)?.size ?? Number.POSITIVE_INFINITY;
        const isBeyond = isShelf(log) || index >= size;
        const placed = placedOf(log, index, bytes, entry);
        this.governance.take(isBeyond ? { ...placed, isBeyond } : placed);
      }
    }
  }

  #spaceOf(space: SpaceId): SpaceView {
    const known = this.spaces.get(space);
    if (known) return known;
    const fresh = freshSpace(space);
    this.spaces.set(space, fresh);
    return fresh;
  }
}
