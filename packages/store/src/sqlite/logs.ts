/** Logs, entries and hashes in SQLite. */

import { concatBytes, isShelf } from '@covisa/protocol';
import { compareLogs } from '../heads.js';
import type { LogId, PrunedRange, Range, Store, StoredEntry } from '../port.js';
import { bytesOf, indexOfPlace, placeId, placesEnd } from './columns.js';
import type { Database } from './database.js';
import { voidDisregarder } from './disregard.js';
import { logDropper } from './drop.js';
import type { HeldHead, LogRows } from './log-rows.js';

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

interface EntryRow {
  readonly id: number;
  readonly bytes: Uint8Array;
}

type Places = [from: number, end: number, countMax: number];

function statements({ db }: Database) {
  return {
    entries: db.prepare<Places, EntryRow>(
      'SELECT id, bytes FROM entries WHERE id >= ? AND id < ? ORDER BY id LIMIT ?',
    ),
    leaves: db.prepare<Places, { id: number; hash: Uint8Array }>(
      'SELECT id, leaf_hash AS hash FROM entries WHERE id >= ? AND id < ? ORDER BY id LIMIT ?',
    ),
    /** Takes the index of rare types, whatever the planner makes of the places. */
    rare: db.prepare<[string, ...Places], EntryRow>(
      `SELECT id, bytes FROM entries INDEXED BY entries_by_type
        WHERE type <> 'stamp' AND type IN (SELECT value FROM json_each(?)) AND id >= ? AND id < ?
        ORDER BY id LIMIT ?`,
    ),
    /** With stamps among the types nearly every entry is wanted, so the log is read in order. */
    common: db.prepare<[string, ...Places], EntryRow>(
      `SELECT id, bytes FROM entries
        WHERE type IN (SELECT value FROM json_each(?)) AND id >= ? AND id < ?
        ORDER BY id LIMIT ?`,
    ),
    subtrees: db.prepare<
      [log: number, level: number, from: number, count: number],
      { position: number; hash: Uint8Array }
    >(
      `SELECT position, hash FROM subtrees WHERE log = ? AND level = ? AND position >= ?
        ORDER BY position LIMIT ?`,
    ),
  };
}

type Statements = ReturnType<typeof statements>;

function stored({ space, incarnation }: LogId, row: EntryRow): StoredEntry {
  return { space, incarnation, index: indexOfPlace(row.id), bytes: bytesOf(row.bytes) };
}

function entriesFrom(
  sql: Statements,
  { id, head }: HeldHead,
  from: number,
  countMax: number,
  bytesMax: number,
): readonly StoredEntry[] {
  const found: StoredEntry[] = [];
  let bytes = 0;
  for (const row of sql.entries.iterate(placeId(id, from), placesEnd(id), countMax)) {
    bytes += row.bytes.length;
    if (found.length > 0 && bytes > bytesMax) break;
    if (row.id !== placeId(id, from + found.length)) break;
    found.push(stored(head, row));
  }
  return found;
}

function entriesOfTypes(
  sql: Statements,
  rows: LogRows,
  types: readonly string[],
  after: (LogId & { readonly index: number }) | null,
  countMax: number,
): readonly StoredEntry[] {
  const statement = types.includes('stamp') ? sql.common : sql.rare;
  const names = JSON.stringify(types);
  const found: StoredEntry[] = [];
  for (const { id, head } of rows.all()) {
    const order = after === null ? 1 : compareLogs(head, after);
    if (order < 0) continue;
    const first = order === 0 && after !== null ? after.index + 1 : 0;
    const room = countMax - found.length;
    if (room <= 0) break;
    for (const row of statement.all(names, placeId(id, first), placesEnd(id), room)) {
      found.push(stored(head, row));
    }
  }
  return found;
}

function subtreesFrom(sql: Statements, log: number, level: number, from: number, count: number) {
  const hashes: Uint8Array[] = [];
  for (const { position, hash } of sql.subtrees.iterate(log, level, from, count)) {
    if (position !== from + hashes.length) break;
    hashes.push(hash);
  }
  return concatBytes(...hashes);
}

function leavesFrom(sql: Statements, log: number, from: number, count: number): Uint8Array {
  const hashes: Uint8Array[] = [];
  for (const { id, hash } of sql.leaves.iterate(placeId(log, from), placesEnd(log), count)) {
    if (id !== placeId(log, from + hashes.length)) break;
    hashes.push(hash);
  }
  return concatBytes(...hashes);
}

/** The methods of the port that are about logs. */
export function logMethods(
  database: Database,
  rows: LogRows,
  storeRange: (range: Range | PrunedRange) => void,
): LogMethods {
  const { guard, write } = database;
  const dropLog = logDropper(database, rows);
  const disregardVoids = voidDisregarder(database, rows);
  const sql = statements(database);
  return {
    heads: guard(() => rows.all().flatMap(({ head }) => (isShelf(head) ? [] : [head]))),
    ingestRanges: guard((ranges) => write(() => ranges.forEach(storeRange))),
    putHeartbeats: guard((heartbeats) =>
      write(() => {
        for (const { space, incarnation, heartbeat } of heartbeats) {
          const held = rows.find({ space, incarnation });
          if (held === undefined) {
            throw new RangeError(`heartbeat: no log ${space}/${incarnation} is held`);
          }
          rows.putHeartbeat(held, heartbeat);
        }
      }),
    ),
    withdrawHeartbeat: guard((log) =>
      write(() => {
        const held = rows.find(log);
        if (held) rows.replace(held, { ...held.head, heartbeat: null });
      }),
    ),
    dropLogs: guard((logs) => write(() => logs.forEach(dropLog))),
    disregardVoids: guard((log, from) => write(() => disregardVoids(log, from))),
    entries: guard((log, from, countMax, bytesMax) => {
      const held = rows.find(log);
      return held === undefined ? [] : entriesFrom(sql, held, from, countMax, bytesMax);
    }),
    entriesOfTypes: guard((types, after, countMax) =>
      entriesOfTypes(sql, rows, types, after, countMax),
    ),
    hashes: guard((log, level, from, count) => {
      const held = rows.find(log);
      if (held === undefined) return new Uint8Array(0);
      return level === 0
        ? leavesFrom(sql, held.id, from, count)
        : subtreesFrom(sql, held.id, level, from, count);
    }),
  };
}
