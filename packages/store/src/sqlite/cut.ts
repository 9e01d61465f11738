/** Forgets the end of a log. Runs inside a write transaction. */

import { placeId, placesEnd } from './columns.js';
import type { Database } from './database.js';
import { placeForgetter } from './forget.js';

/** Forgets the entries of a log from an index on, and what they did. */
export type CutLog = (log: number, from: number) => void;

function statements({ db }: Database) {
  return {
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
  const forget = placeForgetter(database);
  return (log, from) => {
    const stamps = forget(placeId(log, from), placesEnd(log));
    for (const { level } of sql.levels.all(log)) {
      sql.subtrees.run(log, level, Math.floor(from / 256 ** level));
    }
    // Other entries may come in their places: what was known of the stamps would be wrong.
    if (stamps > 0) sql.checks.run();
  };
}
