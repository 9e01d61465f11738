/**
 * Stores ranges of verified entries and indexes the stamps and voids among them. Runs inside a
 * write transaction.
 */

import {
  dateOfDay,
  dayOfDate,
  isVoided,
  isWithinReach,
  parseBase64url,
  type StampEntry,
  type VoidEntry,
} from '@covisa/protocol';
import { checkRange, namedType } from '../heads.js';
import type { NewEntry, Range, Subtree } from '../port.js';
import { halves, kindNumber, placeId } from './columns.js';
import type { Database } from './database.js';
import type { LogRows } from './log-rows.js';

/** Stores one entry of a log or shelf, by the number of its row. */
export type EntryStorer = (log: number, index: number, entry: NewEntry) => void;

/** Stores one range. @throws StoreError RANGE_CONFLICT; RangeError */
export type StoreRange = (range: Range) => void;

function statements({ db }: Database) {
  return {
    entry: db.prepare<[number, string, Uint8Array, Uint8Array]>(
      'INSERT INTO entries (id, type, leaf_hash, bytes) VALUES (?, ?, ?, ?)',
    ),
    stamp: db.prepare<[number, Uint8Array, number, number, number, number, number]>(
      `INSERT INTO stamps (id, marker, log, home, day, kind, weight, voided)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0)`,
    ),
    stampDay: db.prepare<[number], { day: number }>('SELECT day FROM stamps WHERE id = ?'),
    datesBetween: db.prepare<[number, number], { day: number }>(
      'SELECT day FROM stamps WHERE id > ? AND id < ?',
    ),
    void: db.prepare<[number, number, number]>(
      'INSERT INTO voids (stamp, entry, day) VALUES (?, ?, ?)',
    ),
    voided: db.prepare<[number]>('UPDATE stamps SET voided = 1 WHERE id = ?'),
  };
}

type Statements = ReturnType<typeof statements>;

function storeStamp(
  sql: Statements,
  { spaces }: Database,
  log: number,
  place: number,
  stamp: StampEntry,
): void {
  sql.stamp.run(
    place,
    parseBase64url(stamp.marker),
    log,
    spaces.give(stamp.home),
    dayOfDate(stamp.date),
    kindNumber(stamp.kind),
    halves(stamp.weight),
  );
}

function storeVoid(sql: Statements, log: number, place: number, entry: VoidEntry): void {
  // Only what stands before the void can be named by it; an index that no log has names nothing.
  if (entry.index >= 2 ** 32) return;
  const named = placeId(log, entry.index);
  const stamp = sql.stampDay.get(named);
  if (stamp === undefined) return;
  const date = dateOfDay(stamp.day);
  const between = () => sql.datesBetween.all(named, place).map(({ day }) => dateOfDay(day));
  // A void that can cancel nothing is not to be indexed as one.
  if (!isWithinReach({ index: named, date }, place, between)) return;
  sql.void.run(named, place, dayOfDate(entry.date));
  if (isVoided(date, [entry.date])) sql.voided.run(named);
}

/** The function that stores entries in a database. */
export function entryStorer(database: Database): EntryStorer {
  const sql = statements(database);
  return (log, index, { bytes, leafHash, entry }) => {
    const place = placeId(log, index);
    sql.entry.run(place, namedType(entry), leafHash, bytes);
    if (entry.type === 'stamp') storeStamp(sql, database, log, place, entry);
    if (entry.type === 'void') storeVoid(sql, log, place, entry);
  };
}

/** Stores hashes of complete subtrees of a log, by the number of its row. */
export type SubtreeStorer = (log: number, subtrees: readonly Subtree[]) => void;

/** The function that stores hashes of subtrees in a database. */
export function subtreeStorer({ db }: Database): SubtreeStorer {
  const sql = db.prepare<[number, number, number, Uint8Array]>(
    'INSERT OR REPLACE INTO subtrees (log, level, position, hash) VALUES (?, ?, ?, ?)',
  );
  return (log, subtrees) => {
    for (const { level, index, hash } of subtrees) sql.run(log, level, index, hash);
  };
}

/** The function that stores ranges in a database. */
export function rangeStorer(
  rows: LogRows,
  storeEntry: EntryStorer,
  storeSubtrees: SubtreeStorer,
): StoreRange {
  return (range) => {
    const held = rows.find(range.head);
    checkRange(range, held?.head.size ?? 0);
    const log = rows.write(held, range.head);
    for (const [offset, entry] of range.entries.entries()) {
      storeEntry(log, range.from + offset, entry);
    }
    storeSubtrees(log, range.subtrees);
  };
}
