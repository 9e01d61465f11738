/**
 * The store port: everything that a node keeps. Each method is one whole transaction, takes and
 * gives batches, and no callback runs inside of one, so that any database can stand behind it.
 * Nothing here knows the protocol's rules: what may be stored was verified before. Back ends:
 * better-sqlite3 (`openSqliteStore`) and memory (`openMemoryStore`); one contract test for both.
 *
 * Personal values (visa numbers, names, contacts) are sealed by the back end under a key from
 * outside the database, and found again by a keyed hash.
 */

import type { CalendarDate, Marker, Seconds, SpaceId } from '@covisa/protocol';
import type { Freeze, Shelf, StoredFork, StoredStray, StrayChanges } from './fork-records.js';
import type { Gap, PrunedRange, Pruning } from './pruning-records.js';
import type {
  AppendEffects,
  LogHead,
  LogId,
  LogPlace,
  MarkedPlace,
  Member,
  MessageHead,
  MessagePlace,
  Named,
  PairFilter,
  Peer,
  Range,
  Refusal,
  StampCheckMemo,
  StampDay,
  StampFilter,
  StampTotal,
  StoredEntry,
  StoredGrant,
  StoredHeartbeat,
  StoredMessage,
  StoredStamp,
  Visit,
} from './records.js';

export * from './fork-records.js';
export * from './pruning-records.js';
export * from './records.js';

/** How many records were named before an erasure, and are numbers after it. */
export interface ErasedNames {
  readonly visits: number;
  readonly refusals: number;
}

/** Everything that a node keeps. Every method is durable when its promise resolves. */
export interface Store {
  // Logs, our own and replicas alike.
  /** All heads, ordered by space and incarnation; shelves have none. */
  heads(): Promise<readonly LogHead[]>;
  /**
   * Stores all ranges in one transaction, in order. A range without entries changes the head only.
   * A heartbeat is kept only where it is later than what is held; a checkpoint, where there is one.
   * A pruned range takes the place of what is held from its first entry on.
   * @throws StoreError RANGE_CONFLICT (nothing is stored); RangeError if a head's size is not that
   * after its entries
   */
  ingestRanges(ranges: readonly (Range | PrunedRange)[]): Promise<void>;
  /**
   * Forgets the entries of a log that lie in gaps, with their stamps and voids, the smaller gaps
   * within them, and the head's `sum`. A log that is not held is passed over.
   */
  pruneLog(pruning: Pruning): Promise<void>;
  /** Gaps of a log that begin from `from` to `to` (exclusive), in order. */
  gaps(log: LogId, from: number, to: number): Promise<readonly Gap[]>;
  /** Entries of a log that are held from `from` to `to` (exclusive), whatever is missing. */
  entriesWithin(log: LogId, from: number, to: number): Promise<readonly StoredEntry[]>;
  /** The indices of these entries, ascending. */
  indicesWithin(log: LogId, from: number, to: number): Promise<readonly number[]>;
  /**
   * Stores entries of our own log with what belongs to them, in one transaction.
   * @throws as `ingestRanges`
   */
  appendOwn(range: Range, effects: AppendEffects): Promise<void>;
  /**
   * Replaces the heartbeats of these logs, which are held already. Each must be later than the one
   * held, else it is passed over.
   * @throws RangeError if a log is not held (nothing is stored)
   */
  putHeartbeats(
    heartbeats: readonly (LogId & { readonly heartbeat: StoredHeartbeat })[],
  ): Promise<void>;
  /** Forgets the heartbeat of a log. A log that is not held is passed over. */
  withdrawHeartbeat(log: LogId): Promise<void>;
  /**
   * Forgets these logs or shelves whole, in one transaction: heads, entries, hashes, stamps, voids,
   * and that they forked. Logs
   * that are not held are passed over. What was remembered of the checks of their stamps goes too,
   * and with it, maybe, what was remembered of others'.
   */
  dropLogs(logs: readonly LogId[]): Promise<void>;
  /**
   * The voids of a log from index `from` on cancel nothing any more: what they had cancelled stands
   * again. Their entries stay. A log that is not held is passed over.
   */
  disregardVoids(log: LogId, from: number): Promise<void>;
  /** Keeps that a log forked, and what becomes of it, in one transaction. */
  freezeLog(freeze: Freeze): Promise<void>;
  /** Logs that have forked, ordered by space and incarnation. */
  forks(): Promise<readonly StoredFork[]>;
  /** Takes strays from shelves, then puts others on them, in one transaction. */
  changeStrays(changes: StrayChanges): Promise<void>;
  /** All shelves on which something lies, each in the order of its places. */
  shelves(): Promise<readonly Shelf[]>;
  /**
   * Strays of a shelf in the order of their places, without the first `skip`: at most `countMax`
   * and, after the first, at most `bytesMax` bytes of entries.
   */
  strays(
    shelf: LogId,
    skip: number,
    countMax: number,
    bytesMax: number,
  ): Promise<readonly StoredStray[]>;
  /**
   * Entries from `from` on: at most `countMax` of them and, after the first, at most `bytesMax`
   * bytes. They end where an entry was pruned.
   */
  entries(
    log: LogId,
    from: number,
    countMax: number,
    bytesMax: number,
  ): Promise<readonly StoredEntry[]>;
  /**
   * Entries of these types (the type that the bytes name) in all logs and on all shelves, ordered
   * by (space, incarnation, index), after the cursor; at most `countMax`.
   */
  entriesOfTypes(
    types: readonly string[],
    after: Omit<StoredEntry, 'bytes'> | null,
    countMax: number,
  ): Promise<readonly StoredEntry[]>;
  /**
   * Hashes (32 bytes each, one after the other) of complete subtrees of 256^level entries; level 0
   * is the leaf hashes. Fewer where fewer are held, one after the other.
   */
  hashes(log: LogId, level: number, from: number, count: number): Promise<Uint8Array>;

  // Stamps.
  /**
   * Where the stamps under these markers stand, without reading them: of one log and marker at most
   * `countMax`, those with the lowest indices. Ordered by (marker, space, incarnation, index).
   */
  stampPlaces(markers: readonly Marker[], countMax: number): Promise<readonly MarkedPlace[]>;
  /** The stamps at these places, in the order of the places; where none is held, none is given. */
  stampsAt(places: readonly LogPlace[]): Promise<readonly StoredStamp[]>;
  /** Totals over stamps that are not voided, ordered by host, home, kind, weight. */
  stampTotals(filter: StampFilter): Promise<readonly StampTotal[]>;
  /** How many stamps that are not voided a host gave on a date. */
  stampCount(host: SpaceId, date: CalendarDate): Promise<number>;
  /** Counts by date over stamps that are not voided, ordered by date, kind, weight. */
  stampDays(filter: PairFilter): Promise<readonly StampDay[]>;
  /**
   * What was remembered of the checks of this visa number's stamps, ordered by (space, incarnation,
   * index).
   */
  stampChecks(visaNumber: Uint8Array): Promise<readonly StampCheckMemo[]>;
  /**
   * Inserts or replaces by log and index. The logs are held. `until` is the end of the number's
   * visa year, exclusive. @throws RangeError if a log is not held
   */
  rememberStampChecks(
    visaNumber: Uint8Array,
    until: CalendarDate,
    memos: readonly StampCheckMemo[],
  ): Promise<void>;
  /** Forgets all that was remembered of numbers whose visa year ended on `until` or before. */
  dropStampChecksUntil(until: CalendarDate): Promise<void>;

  // The space's own people and records.
  /** Inserts or replaces by id. */
  putMembers(members: readonly Member[]): Promise<void>;
  /** All members, ordered by id. */
  members(): Promise<readonly Member[]>;
  member(id: string): Promise<Member | null>;
  memberByVisaNumber(visaNumber: Uint8Array): Promise<Member | null>;
  memberByClaim(digest: Uint8Array): Promise<Member | null>;
  /**
   * Members with a visa number, the present one or one of before, whose visa year ended on `until`
   * or before, ordered by (the first such end, id); at most `countMax`. First come those of whom
   * the end is not known, since a version of before put them.
   */
  membersWithNumbersUntil(until: CalendarDate, countMax: number): Promise<readonly Member[]>;
  /**
   * Forgets these members whole, in one transaction: with the grants of all their visa numbers, and
   * what was remembered of the checks of their stamps. Who is not held is passed over.
   */
  dropMembers(ids: readonly string[]): Promise<void>;
  /** Inserts or replaces by id. */
  putVisits(visits: readonly Visit[]): Promise<void>;
  visit(id: string): Promise<Visit | null>;
  /** Visits with dates from `from` to `to` inclusive, ordered by (date, recorded, id). */
  visits(from: CalendarDate, to: CalendarDate): Promise<readonly Visit[]>;
  /** Visits of this visa number, ordered by (date, recorded, id). */
  visitsByVisaNumber(visaNumber: Uint8Array): Promise<readonly Named<Visit>[]>;
  /**
   * Visits of the journal, which wait to be published, ordered by (recorded, id). One that was
   * erased meanwhile waits no more.
   */
  pendingVisits(): Promise<readonly Named<Visit>[]>;
  /**
   * Erases whose they were from visits whose visa year ended on `until` or before: visa number,
   * index, seal, digest of the proof, name, note, and who recorded it. At most `countMax` in one
   * transaction; gives how many it were. Spaces, dates, kind and amount stay.
   */
  eraseVisitNames(until: CalendarDate, countMax: number): Promise<number>;
  /** Inserts or replaces by id. */
  putRefusals(refusals: readonly Refusal[]): Promise<void>;
  /** Refusals with dates from `from` to `to` inclusive, ordered by (date, recorded, id). */
  refusals(from: CalendarDate, to: CalendarDate): Promise<readonly Refusal[]>;
  /** Refusals that wait to be published, ordered by (recorded, id), erased ones not among them. */
  pendingRefusals(): Promise<readonly Named<Refusal>[]>;
  /** As `eraseVisitNames`, of refusals: what the log says stays. */
  eraseRefusalNames(until: CalendarDate, countMax: number): Promise<number>;
  /**
   * The same at once for all visits and refusals of one visa number, with what was remembered of
   * its stamps' checks, in one transaction; says how many. All refusals that are not erased are
   * looked through.
   */
  eraseNamesOf(visaNumber: Uint8Array): Promise<ErasedNames>;
  /** Inserts, or replaces the grant of the same visa number and `k`. */
  putGrant(grant: StoredGrant): Promise<void>;
  /** Grants of this visa number, ordered by `k`. */
  grants(visaNumber: Uint8Array): Promise<readonly StoredGrant[]>;
  dropGrantsLapsedBefore(time: Seconds): Promise<void>;

  // Messages between owners.
  /** Inserts or replaces by direction, space and id; what is replaced keeps its place. */
  putMessages(messages: readonly StoredMessage[]): Promise<void>;
  message(place: MessagePlace): Promise<StoredMessage | null>;
  /** All messages with one space, erased ones too, in the order in which they were first put. */
  messagesWith(space: SpaceId): Promise<readonly StoredMessage[]>;
  /**
   * Introductions that came and were not erased, with a last day from `from` on, in the same order.
   */
  introductionsFrom(from: CalendarDate): Promise<readonly StoredMessage[]>;
  /** Of all messages, or those with one space, in the same order. */
  messageHeads(space: SpaceId | null): Promise<readonly MessageHead[]>;
  /** Messages that are not held are passed over. */
  dropMessages(places: readonly MessagePlace[]): Promise<void>;

  // Dealings and settings.
  /** Inserts or replaces by space. */
  putPeers(peers: readonly Peer[]): Promise<void>;
  /** All peers, ordered by space. */
  peers(): Promise<readonly Peer[]>;
  /** A small named value, sealed; null where there is none. */
  setting(name: string): Promise<Uint8Array | null>;
  putSetting(name: string, value: Uint8Array | null): Promise<void>;

  close(): Promise<void>;
}
