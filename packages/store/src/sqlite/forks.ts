/** Logs that have forked, and their strays, in SQLite. */

import { isShelf } from '@covisa/protocol';
import { StoreError } from '../errors.js';
import { shelfHead } from '../heads.js';
import type {
  Freeze,
  LogHead,
  LogId,
  LogPlace,
  NewStray,
  Shelf,
  Store,
  StoredFork,
  StoredStray,
  StrayChanges,
} from '../port.js';
import { bytesOf, indexOfPlace, placeId, placesEnd } from './columns.js';
import { logCutter } from './cut.js';
import type { Database } from './database.js';
import { voidDisregarder } from './disregard.js';
import { logDropper } from './drop.js';
import type { EntryStorer } from './ingest.js';
import type { HeldHead, LogRows } from './log-rows.js';

type ForkMethods = Pick<Store, 'freezeLog' | 'forks' | 'changeStrays' | 'shelves' | 'strays'>;

interface ForkRow extends LogId {
  readonly common: number;
  readonly proof: Uint8Array;
}

interface StrayRow {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly position: number;
  readonly checkpoint: string;
  readonly proof: Uint8Array;
}

function statements({ db }: Database) {
  return {
    putFork: db.prepare<[number, number, number, Uint8Array]>(
      'INSERT OR REPLACE INTO forks (space, incarnation, common, proof) VALUES (?, ?, ?, ?)',
    ),
    forks: db.prepare<[], ForkRow>(
      `SELECT s.space, f.incarnation, f.common, f.proof FROM forks f JOIN spaces s ON s.id = f.space
        ORDER BY s.space, f.incarnation`,
    ),
    dropStamps: db.prepare<[number, number]>('DELETE FROM stamps WHERE id >= ? AND id < ?'),
    dropStrays: db.prepare<[number, number]>('DELETE FROM strays WHERE id >= ? AND id < ?'),
    dropEntries: db.prepare<[number, number]>('DELETE FROM entries WHERE id >= ? AND id < ?'),
    forgetChecks: db.prepare<[]>('DELETE FROM stamp_checks'),
    putStray: db.prepare<[number, number, string, Uint8Array]>(
      'INSERT INTO strays (id, position, checkpoint, proof) VALUES (?, ?, ?, ?)',
    ),
    leaves: db.prepare<[number, number], { id: number; leaf: Uint8Array }>(
      'SELECT id, leaf_hash AS leaf FROM entries WHERE id >= ? AND id < ? ORDER BY id',
    ),
    strays: db.prepare<[number, number, number, number], StrayRow>(
      `SELECT s.id, e.bytes, s.position, s.checkpoint, s.proof
        FROM strays s JOIN entries e ON e.id = s.id
        WHERE s.id >= ? AND s.id < ? ORDER BY s.id LIMIT ? OFFSET ?`,
    ),
  };
}

type Statements = ReturnType<typeof statements>;

function dropStray(sql: Statements, rows: LogRows, place: LogPlace): void {
  const held = rows.find(place);
  if (held === undefined) return;
  const id = placeId(held.id, place.index);
  sql.dropStrays.run(id, id + 1);
  const { changes } = sql.dropStamps.run(id, id + 1);
  sql.dropEntries.run(id, id + 1);
  if (changes > 0) sql.forgetChecks.run();
}

function stray({ space, incarnation }: LogId, row: StrayRow): StoredStray {
  return {
    ...{ space, incarnation, index: indexOfPlace(row.id), bytes: bytesOf(row.bytes) },
    ...{ position: row.position, checkpoint: row.checkpoint, proof: bytesOf(row.proof) },
  };
}

function straysFrom(
  sql: Statements,
  { id, head }: HeldHead,
  skip: number,
  countMax: number,
  bytesMax: number,
): readonly StoredStray[] {
  const found: StoredStray[] = [];
  let bytes = 0;
  for (const row of sql.strays.iterate(placeId(id, 0), placesEnd(id), countMax, skip)) {
    bytes += row.bytes.length;
    if (found.length > 0 && bytes > bytesMax) break;
    found.push(stray(head, row));
  }
  return found;
}

/** The methods of the port that are about forks. */
export function forkMethods(
  database: Database,
  rows: LogRows,
  storeEntry: EntryStorer,
): ForkMethods {
  const { guard, write, spaces } = database;
  const sql = statements(database);
  const dropLog = logDropper(database, rows);
  const disregardVoids = voidDisregarder(database, rows);
  const cutLog = logCutter(database);

  const addStray = (one: NewStray): void => {
    const shelf = rows.find(one)?.id ?? rows.write(undefined, shelfHead(one));
    storeEntry(shelf, one.index, one);
    sql.putStray.run(placeId(shelf, one.index), one.position, one.checkpoint, one.proof);
  };
  const changeStrays = ({ drop, add }: StrayChanges): void => {
    for (const place of drop) dropStray(sql, rows, place);
    for (const one of add) addStray(one);
  };
  const setHead = (head: LogHead): void => {
    const held = rows.find(head);
    if (held === undefined || head.size > held.head.size) {
      throw new StoreError(
        'RANGE_CONFLICT',
        `log ${head.space}/${head.incarnation}: holds ${held?.head.size ?? 0} entries, not ${head.size}`,
      );
    }
    disregardVoids(head, head.size);
    cutLog(held.id, head.size);
    rows.replace(held, head);
  };
  const freeze = ({ fork, head, dropped, strays }: Freeze): void => {
    for (const log of dropped) dropLog(log);
    // After that: who forgets a log forgets that it forked.
    sql.putFork.run(spaces.give(fork.space), fork.incarnation, fork.common, fork.proof);
    if (head !== null) setHead(head);
    changeStrays(strays);
  };
  return {
    freezeLog: guard((one) => write(() => freeze(one))),
    forks: guard(() =>
      sql.forks.all().map(
        ({ space, incarnation, common, proof }): StoredFork => ({
          ...{ space, incarnation, common },
          proof: bytesOf(proof),
        }),
      ),
    ),
    changeStrays: guard((changes) => write(() => changeStrays(changes))),
    shelves: guard(() =>
      rows.all().flatMap(({ id, head }): readonly Shelf[] => {
        if (!isShelf(head)) return [];
        const strays = sql.leaves
          .all(placeId(id, 0), placesEnd(id))
          .map((row) => ({ index: indexOfPlace(row.id), leaf: bytesOf(row.leaf) }));
        const { space, incarnation } = head;
        return strays.length === 0 ? [] : [{ space, incarnation, strays }];
      }),
    ),
    strays: guard((shelf, skip, countMax, bytesMax) => {
      const held = rows.find(shelf);
      return held === undefined ? [] : straysFrom(sql, held, skip, countMax, bytesMax);
    }),
  };
}
