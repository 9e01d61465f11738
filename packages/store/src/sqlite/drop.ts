/** Forgets whole logs. Runs inside a write transaction. */

import type { LogId } from '../port.js';
import { placeId, placesEnd } from './columns.js';
import type { Database } from './database.js';
import { placeForgetter } from './forget.js';
import type { LogRows } from './log-rows.js';

/** Forgets one log, if it is held. */
export type DropLog = (log: LogId) => void;

function statements({ db }: Database) {
  return {
    subtrees: db.prepare<[number]>('DELETE FROM subtrees WHERE log = ?'),
    log: db.prepare<[number]>('DELETE FROM logs WHERE id = ?'),
    fork: db.prepare<[string, number]>(
      `DELETE FROM forks WHERE space = (SELECT id FROM spaces WHERE space = ?) AND incarnation = ?`,
    ),
    checks: db.prepare<[]>('DELETE FROM stamp_checks'),
  };
}

/**
 * The function that forgets logs in a database. Numbers of spaces stay: other rows may hold them.
 */
export function logDropper(database: Database, rows: LogRows): DropLog {
  const sql = statements(database);
  const forget = placeForgetter(database);
  return (log) => {
    sql.fork.run(log.space, log.incarnation);
    const held = rows.find(log);
    if (held === undefined) return;
    const stamps = forget(placeId(held.id, 0), placesEnd(held.id));
    sql.subtrees.run(held.id);
    sql.log.run(held.id);
    database.logs.forget();
    // Should the log come back with other entries, what was known of its stamps would be wrong. It
    // is sealed under visa numbers that nobody names here, so all of it goes: it is made again.
    if (stamps > 0) sql.checks.run();
  };
}
