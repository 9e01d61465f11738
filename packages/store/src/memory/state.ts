/**
 * What the memory back end holds: plain maps, and the indices that keep each look-up as long as
 * what it finds.
 */

import {
  type CalendarDate,
  encodeBase64url,
  type Marker,
  type SpaceId,
  type StampEntry,
} from '@covisa/protocol';
import { compareLogs } from '../heads.js';
import type {
  Gap,
  LogHead,
  LogId,
  Peer,
  Refusal,
  StampCheckMemo,
  StoredFork,
  StoredGrant,
  StoredMessage,
  StoredStamp,
  StrayEvidence,
  Visit,
} from '../port.js';
import { DeskRecords } from './desk-records.js';
import { MembersTable } from './members-table.js';
import { Tallies } from './tallies.js';

export interface HeldEntry {
  readonly bytes: Uint8Array;
  readonly leafHash: Uint8Array;
}

export interface HeldStamp extends StoredStamp {
  readonly entry: StampEntry;
  readonly isVoided: boolean;
}

export interface HeldLog {
  head: LogHead;
  /**
   * Another state holds it too: whoever writes into it takes `ownedLog`, and whoever has another
   * head for it puts a copy in its place.
   */
  isShared: boolean;
  /** Undefined where an entry was pruned. */
  readonly entries: (HeldEntry | undefined)[];
  /** By their first index, in order. */
  readonly gaps: Map<number, Gap>;
  /** Positions by the type that the entry names, ascending. */
  readonly positions: Map<string, number[]>;
  readonly stamps: Map<number, HeldStamp>;
  /** The stamps that are not voided, counted. */
  readonly tallies: Tallies;
  /** Hashes by level, then index. */
  readonly subtrees: Map<number, Uint8Array[]>;
  /** Of a shelf, by place. */
  readonly strays: Map<number, HeldStray>;
}

export interface HeldStray extends HeldEntry, StrayEvidence {}

/** What was remembered under one visa number, by place. */
export interface HeldChecks {
  /** The end of its visa year, exclusive. */
  readonly until: CalendarDate;
  readonly memos: Map<string, StampCheckMemo>;
}

/** A place in the logs: the key of its log and its index. */
export type Place = readonly [log: string, index: number];

export interface MemoryState {
  readonly logs: Map<string, HeldLog>;
  readonly markers: Map<Marker, readonly Place[]>;
  readonly members: MembersTable;
  readonly visits: DeskRecords<Visit>;
  readonly refusals: DeskRecords<Refusal>;
  /** By visa number, then k. */
  readonly grants: Map<string, Map<number, StoredGrant>>;
  /** By visa number. */
  readonly checks: Map<string, HeldChecks>;
  /** By `messageKey`. */
  readonly messages: Map<string, StoredMessage>;
  readonly peers: Map<SpaceId, Peer>;
  readonly settings: Map<string, Uint8Array>;
  readonly forks: Map<string, StoredFork>;
}

export function emptyState(): MemoryState {
  return {
    logs: new Map(),
    markers: new Map(),
    members: new MembersTable(),
    visits: new DeskRecords(),
    refusals: new DeskRecords(),
    grants: new Map(),
    checks: new Map(),
    messages: new Map(),
    peers: new Map(),
    settings: new Map(),
    forks: new Map(),
  };
}

function cloneMap<K, V>(map: ReadonlyMap<K, V>, clone: (value: V) => V): Map<K, V> {
  return new Map([...map].map(([key, value]) => [key, clone(value)]));
}

/** A log with content of its own, to be written into. */
function cloneLog(log: HeldLog): HeldLog {
  return {
    head: log.head,
    isShared: false,
    entries: log.entries.slice(),
    gaps: new Map(log.gaps),
    positions: cloneMap(log.positions, (list) => list.slice()),
    stamps: new Map(log.stamps),
    tallies: log.tallies.copy(),
    subtrees: cloneMap(log.subtrees, (list) => list.slice()),
    strays: new Map(log.strays),
  };
}

/** The log to be written into, if it is held: its content is no other state's from now on. */
export function ownedLog(state: MemoryState, key: string): HeldLog | undefined {
  const log = state.logs.get(key);
  if (!log?.isShared) return log;
  const own = cloneLog(log);
  state.logs.set(key, own);
  return own;
}

/** The same log for another state: neither may write into it. */
function sharedLog(log: HeldLog): HeldLog {
  log.isShared = true;
  return log;
}

/**
 * Another state of the same content. Values are shared, since nobody writes into them; logs are
 * until somebody does.
 */
export function cloneState(state: MemoryState): MemoryState {
  return {
    logs: cloneMap(state.logs, sharedLog),
    markers: new Map(state.markers),
    members: new MembersTable(state.members.all()),
    visits: state.visits.copy(),
    refusals: state.refusals.copy(),
    grants: cloneMap(state.grants, (grants) => new Map(grants)),
    checks: cloneMap(state.checks, ({ until, memos }) => ({ until, memos: new Map(memos) })),
    messages: new Map(state.messages),
    peers: new Map(state.peers),
    settings: new Map(state.settings),
    forks: new Map(state.forks),
  };
}

export function emptyLog(head: LogHead): HeldLog {
  return {
    head,
    isShared: false,
    entries: [],
    gaps: new Map(),
    positions: new Map(),
    stamps: new Map(),
    tallies: new Tallies(),
    subtrees: new Map(),
    strays: new Map(),
  };
}

/** As the space's id itself for its first log: no text has to be made for most look-ups. */
export function logKey({ space, incarnation }: LogId): string {
  return incarnation === 0 ? space : `${space}/${incarnation}`;
}

export function numberKey(visaNumber: Uint8Array): string {
  return encodeBase64url(visaNumber);
}

export function sortedLogs(state: MemoryState): readonly HeldLog[] {
  return [...state.logs.values()].sort((left, right) => compareLogs(left.head, right.head));
}
