/** Forgets the end of a log. Runs inside a write transaction. */

import { placeId, placesEnd } from './columns.js';
import type { Database } from './database.js';

/** Forgets the entries of a log from an index on, and what they did. */
export type CutLog = (log: number, from: number) => void;

function statements({ db }: Database) {
  return {
    voids: db.prepare<[number, number]>('DELETE FROM voids WHERE stamp >= ? AND stamp < ?'),
    stamps: db.prepare<[number, number]>('DELETE FROM stamps WHERE id >= ? AND id < ?'),
    entries: db.prepare<[number, number]>('DELETE FROM entries WHERE id >= ? AND id < ?'),
    gaps: db.prepare<[number, number]>('DELETE FROM gaps WHERE id >= ? AND id < ?'),
    levels: db.prepare<[number], { level: number }>(
      'SELECT DISTINCT level FROM subtrees WHERE log = ?',
    ),
    subtrees: db.prepare<[number, number, number]>(
      'DELETE FROM subtrees WHERE log = ? AND level = ? AND position >= ?',
    ),
    checks: db.prepare<[]>('DELETE FROM stamp_checks'),
  };
}

/** The function that cuts logs in a database. */
export function logCutter(database: Database): CutLog {
  const sql = statements(database);
  return (log, from) => {
    const places = [placeId(log, from), placesEnd(log)] as const;
    sql.voids.run(...places);
    const { changes } = sql.stamps.run(...places);
    sql.entries.run(...places);
    sql.gaps.run(...places);
    for (const { level } of sql.levels.all(log)) {
      sql.subtrees.run(log, level, Math.floor(from / 256 ** level));
    }
    // Other entries may come in their places: what was known of the stamps would be wrong.
    if (changes > 0) sql.checks.run();
  };
}
