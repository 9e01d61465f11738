/** Logs of which some entries are left out, in SQLite. */

import { checkPruned } from '../heads.js';
import {
  type Gap,
  type LogId,
  type PrunedRange,
  type Pruning,
  prunedHead,
  type Store,
  type StoredEntry,
} from '../port.js';
import { bytesOf, indexOfPlace, placeId, placesEnd } from './columns.js';
import { logCutter } from './cut.js';
import type { Database } from './database.js';
import { voidDisregarder } from './disregard.js';
import { type ForgetPlaces, placeForgetter } from './forget.js';
import type { EntryStorer, SubtreeStorer } from './ingest.js';
import type { LogRows } from './log-rows.js';

type PruningMethods = Pick<Store, 'pruneLog' | 'gaps' | 'entriesWithin' | 'indicesWithin'>;

interface GapRow {
  readonly id: number;
  readonly size: number;
  readonly hash: Uint8Array;
}

function statements({ db }: Database) {
  return {
    putGap: db.prepare<[number, number, Uint8Array]>(
      'INSERT INTO gaps (id, size, hash) VALUES (?, ?, ?)',
    ),
    gaps: db.prepare<[number, number], GapRow>(
      'SELECT id, size, hash FROM gaps WHERE id >= ? AND id < ? ORDER BY id',
    ),
    indices: db
      .prepare<[number, number], number>(
        'SELECT id FROM entries WHERE id >= ? AND id < ? ORDER BY id',
      )
      .pluck(),
    entries: db.prepare<[number, number], { id: number; bytes: Uint8Array }>(
      'SELECT id, bytes FROM entries WHERE id >= ? AND id < ? ORDER BY id',
    ),
  };
}

type Statements = ReturnType<typeof statements>;

function placesOf(log: number, from: number, to: number): readonly [number, number] {
  return [placeId(log, from), Math.min(log * 2 ** 32 + to, placesEnd(log))];
}

/** Puts a gap in the place of the entries and gaps within it. */
type GapStorer = (log: number, gap: Gap) => void;

function gapStorer(sql: Statements, forget: ForgetPlaces): GapStorer {
  return (log, { from, to, hash }) => {
    forget(...placesOf(log, from, to));
    sql.putGap.run(placeId(log, from), to - from, hash);
  };
}

/** The function that stores pruned ranges in a database. @throws as `ingestRanges` */
export function prunedStorer(
  database: Database,
  rows: LogRows,
  storeEntry: EntryStorer,
  storeSubtrees: SubtreeStorer,
): (range: PrunedRange) => void {
  const cutLog = logCutter(database);
  const disregardVoids = voidDisregarder(database, rows);
  const storeGap = gapStorer(statements(database), placeForgetter(database));
  return (range) => {
    const held = rows.find(range.head);
    checkPruned(range, held?.head.size ?? 0);
    disregardVoids(range.head, range.from);
    if (held !== undefined) cutLog(held.id, range.from);
    const log = rows.write(held, range.head);
    for (const entry of range.entries) storeEntry(log, entry.index, entry);
    for (const gap of range.gaps) storeGap(log, gap);
    storeSubtrees(log, range.subtrees);
  };
}

/** The methods of the port that are about pruning. */
export function pruningMethods(database: Database, rows: LogRows): PruningMethods {
  const { guard, write } = database;
  const sql = statements(database);
  const storeGap = gapStorer(sql, placeForgetter(database));

  const prune = ({ before, gaps, ...log }: Pruning): void => {
    const held = rows.find(log);
    if (held === undefined) return;
    for (const gap of gaps) storeGap(held.id, gap);
    rows.replace(held, prunedHead(held.head, before));
  };
  return {
    pruneLog: guard((pruning) => write(() => prune(pruning))),
    gaps: guard((log: LogId, from, to) => {
      const held = rows.find(log);
      if (held === undefined) return [];
      return sql.gaps.all(...placesOf(held.id, from, to)).map(({ id, size, hash }): Gap => {
        const index = indexOfPlace(id);
        return { from: index, to: index + size, hash: bytesOf(hash) };
      });
    }),
    entriesWithin: guard(({ space, incarnation }: LogId, from, to) => {
      const held = rows.find({ space, incarnation });
      if (held === undefined) return [];
      return sql.entries.all(...placesOf(held.id, from, to)).map(
        ({ id, bytes }): StoredEntry => ({
          ...{ space, incarnation },
          index: indexOfPlace(id),
          bytes: bytesOf(bytes),
        }),
      );
    }),
    indicesWithin: guard((log: LogId, from, to) => {
      const held = rows.find(log);
      if (held === undefined) return [];
      return sql.indices.all(...placesOf(held.id, from, to)).map(indexOfPlace);
    }),
  };
}
