/** Forgets places of logs, whatever stands there. Runs inside a write transaction. */

import type { Database } from './database.js';

/** Forgets entries and gaps from an id to another one; gives how many stamps were among them. */
export type ForgetPlaces = (from: number, end: number) => number;

/** The function that forgets places in a database. */
export function placeForgetter({ db }: Database): ForgetPlaces {
  const drop = (table: string, column = 'id') =>
    db.prepare<[number, number]>(`DELETE FROM ${table} WHERE ${column} >= ? AND ${column} < ?`);
  const [voids, stamps, strays] = [drop('voids', 'stamp'), drop('stamps'), drop('strays')];
  const [entries, gaps] = [drop('entries'), drop('gaps')];
  return (from, end) => {
    voids.run(from, end);
    const { changes } = stamps.run(from, end);
    for (const one of [strays, entries, gaps]) one.run(from, end);
    return changes;
  };
}
