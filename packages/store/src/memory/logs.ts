/** Logs, entries and hashes in memory. */

import { isShelf, parseEntry } from '@covisa/protocol';
import { checkPruned, checkRange, compareLogs, mergeHeads, namedType } from '../heads.js';
import {
  type Gap,
  isPrunedRange,
  type LogId,
  type NewEntry,
  type PrunedRange,
  type Range,
  type Store,
  type StoredEntry,
  type Subtree,
} from '../port.js';
import { addStamp, addVoid, dropStamps, setVoids } from './stamp-index.js';
import { emptyLog, type HeldLog, logKey, type MemoryState, ownedLog, sortedLogs } from './state.js';

const HASH_BYTES = 32;

type LogMethods = Pick<
  Store,
  | 'heads'
  | 'ingestRanges'
  | 'putHeartbeats'
  | 'withdrawHeartbeat'
  | 'dropLogs'
  | 'disregardVoids'
  | 'entries'
  | 'entriesOfTypes'
  | 'hashes'
>;

/** Every range fits where it would be stored, so that storing them cannot stop half-way. */
export function checkRanges(state: MemoryState, ranges: readonly (Range | PrunedRange)[]): void {
  const sizes = new Map<string, number>();
  for (const range of ranges) {
    const key = logKey(range.head);
    const held = sizes.get(key) ?? state.logs.get(key)?.head.size ?? 0;
    if (isPrunedRange(range)) checkPruned(range, held);
    else checkRange(range, held);
    sizes.set(key, range.head.size);
  }
}

function addEntry(state: MemoryState, log: HeldLog, index: number, item: NewEntry): void {
  log.entries[index] = item;
  const type = namedType(item.entry);
  const positions = log.positions.get(type);
  if (positions === undefined) log.positions.set(type, [index]);
  else positions.push(index);
  addStamp(state, log, index, item);
  addVoid(log, index, item);
}

function addSubtree(log: HeldLog, { level, index, hash }: Subtree): void {
  const hashes = log.subtrees.get(level) ?? [];
  hashes[index] = hash;
  log.subtrees.set(level, hashes);
}

function addGap(state: MemoryState, log: HeldLog, gap: Gap): void {
  dropEntries(state, log, gap.from, gap.to);
  log.gaps.set(gap.from, gap);
}

/** Puts gaps in the place of the entries and gaps within them. */
export function addGaps(state: MemoryState, log: HeldLog, gaps: readonly Gap[]): void {
  for (const gap of gaps) addGap(state, log, gap);
}

/** Stores a pruned range that was checked. */
function addPruned(state: MemoryState, range: PrunedRange): void {
  const key = logKey(range.head);
  const held = ownedLog(state, key);
  const log = held ?? emptyLog(range.head);
  disregardVoids(log, range.from);
  cutLog(state, log, range.from);
  for (const entry of range.entries) addEntry(state, log, entry.index, entry);
  addGaps(state, log, range.gaps);
  for (const subtree of range.subtrees) addSubtree(log, subtree);
  log.entries.length = range.head.size;
  log.head = mergeHeads(held?.head, range.head);
  state.logs.set(key, log);
}

/** Stores a range that was checked. */
export function addRange(state: MemoryState, range: Range): void {
  const key = logKey(range.head);
  const held = ownedLog(state, key);
  const log = held ?? emptyLog(range.head);
  for (const [i, entry] of range.entries.entries()) addEntry(state, log, range.from + i, entry);
  for (const subtree of range.subtrees) addSubtree(log, subtree);
  log.head = mergeHeads(held?.head, range.head);
  state.logs.set(key, log);
}

export function dropLog(state: MemoryState, key: string): void {
  state.forks.delete(key);
  const log = ownedLog(state, key);
  if (log === undefined) return;
  dropStamps(state, log, 0);
  state.logs.delete(key);
}

/** Forgets the entries of a log from an index up to another one, and what they did. */
function dropEntries(state: MemoryState, log: HeldLog, from: number, to: number): void {
  dropStamps(state, log, from, to);
  for (let index = from; index < Math.min(to, log.entries.length); index++) {
    log.entries[index] = undefined;
  }
  for (const [type, positions] of log.positions) {
    const kept = positions.filter((index) => index < from || index >= to);
    log.positions.set(type, kept);
  }
  for (const at of log.gaps.keys()) if (at >= from && at < to) log.gaps.delete(at);
}

/** Cuts a log to its first `size` entries. */
export function cutLog(state: MemoryState, log: HeldLog, size: number): void {
  dropEntries(state, log, size, log.entries.length);
  log.entries.length = size;
  for (const [level, hashes] of log.subtrees) hashes.length = Math.floor(size / 256 ** level);
}

/** Takes all voids away, and counts those below `from` once more. */
export function disregardVoids(log: HeldLog, from: number): void {
  for (const stamp of log.stamps.values()) {
    if (stamp.voids.length > 0) setVoids(log, stamp, [], false);
  }
  for (const index of log.positions.get('void') ?? []) {
    if (index < from) addVoid(log, index, { entry: parseEntry(storedEntry(log, index).bytes) });
  }
}

export function storedEntry(log: HeldLog, index: number): StoredEntry {
  const { space, incarnation } = log.head;
  const held = log.strays.get(index) ?? log.entries[index];
  if (held === undefined) throw new RangeError(`index: no entry ${index}`);
  return { space, incarnation, index, bytes: held.bytes };
}

/** So many positions of these types at most, from an index on. */
function positionsOfTypes(
  log: HeldLog,
  types: ReadonlySet<string>,
  from: number,
  countMax: number,
): readonly number[] {
  const found: number[] = [];
  for (const type of types) {
    const positions = log.positions.get(type) ?? [];
    const at = placeOf(positions, from);
    for (const index of positions.slice(at, at + countMax)) found.push(index);
  }
  return found.sort((left, right) => left - right).slice(0, countMax);
}

/** Where an index stands, or would stand, among ascending ones. */
function placeOf(positions: readonly number[], index: number): number {
  let [low, high] = [0, positions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstIndex(log: HeldLog, after: (LogId & { readonly index: number }) | null): number {
  if (after === null) return 0;
  const order = compareLogs(log.head, after);
  return order < 0 ? Number.POSITIVE_INFINITY : order === 0 ? after.index + 1 : 0;
}

function entriesFrom(log: HeldLog, from: number, countMax: number, bytesMax: number) {
  const found: StoredEntry[] = [];
  let bytes = 0;
  for (let index = from; index < log.entries.length && found.length < countMax; index++) {
    if (log.entries[index] === undefined) break;
    const entry = storedEntry(log, index);
    bytes += entry.bytes.length;
    if (found.length > 0 && bytes > bytesMax) break;
    found.push(entry);
  }
  return found;
}

function hashesFrom(log: HeldLog, level: number, from: number, count: number): Uint8Array {
  const found: Uint8Array[] = [];
  for (let index = from; index < from + count; index++) {
    const hash = level === 0 ? log.entries[index]?.leafHash : log.subtrees.get(level)?.[index];
    if (hash === undefined) break;
    found.push(hash);
  }
  // As arguments of one call, those of a long log would not fit onto the stack.
  const bytes = new Uint8Array(found.length * HASH_BYTES);
  for (const [at, hash] of found.entries()) bytes.set(hash, at * HASH_BYTES);
  return bytes;
}

/** The methods of the port that are about logs. */
export function logMethods(state: MemoryState): LogMethods {
  return {
    async heads() {
      return sortedLogs(state).flatMap(({ head }) => (isShelf(head) ? [] : [head]));
    },
    async ingestRanges(ranges) {
      checkRanges(state, ranges);
      for (const range of ranges) {
        if (isPrunedRange(range)) addPruned(state, range);
        else addRange(state, range);
      }
    },
    async putHeartbeats(heartbeats) {
      const missing = heartbeats.find((item) => !state.logs.has(logKey(item)));
      if (missing) throw new RangeError(`heartbeat: no log ${logKey(missing)} is held`);
      for (const { heartbeat, ...id } of heartbeats) {
        const log = state.logs.get(logKey(id));
        if (log === undefined || heartbeat.time <= (log.head.heartbeat?.time ?? -1)) continue;
        // In its place, and not into it: its content may be shared.
        state.logs.set(logKey(id), { ...log, head: { ...log.head, heartbeat } });
      }
    },
    async withdrawHeartbeat(id) {
      const log = state.logs.get(logKey(id));
      if (log) state.logs.set(logKey(id), { ...log, head: { ...log.head, heartbeat: null } });
    },
    async dropLogs(logs) {
      for (const log of logs) dropLog(state, logKey(log));
    },
    async disregardVoids(id, from) {
      const log = ownedLog(state, logKey(id));
      if (log) disregardVoids(log, from);
    },
    async entries(id, from, countMax, bytesMax) {
      const log = state.logs.get(logKey(id));
      return log === undefined ? [] : entriesFrom(log, from, countMax, bytesMax);
    },
    async entriesOfTypes(types, after, countMax) {
      const wanted = new Set(types);
      const found: StoredEntry[] = [];
      for (const log of sortedLogs(state)) {
        const room = countMax - found.length;
        for (const index of positionsOfTypes(log, wanted, firstIndex(log, after), room)) {
          found.push(storedEntry(log, index));
        }
        if (found.length >= countMax) break;
      }
      return found;
    },
    async hashes(id, level, from, count) {
      const log = state.logs.get(logKey(id));
      return log === undefined ? new Uint8Array(0) : hashesFrom(log, level, from, count);
    },
  };
}
