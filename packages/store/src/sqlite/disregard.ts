/** Voids that count no more. Runs inside a write transaction. */

import { dateOfDay, isVoided } from '@covisa/protocol';
import type { LogId } from '../port.js';
import { placeId, placesEnd } from './columns.js';
import type { Database } from './database.js';
import type { LogRows } from './log-rows.js';

/** Disregards the voids of a log from an index on, if the log is held. */
export type DisregardVoids = (log: LogId, from: number) => void;

function statements({ db }: Database) {
  return {
    named: db.prepare<[number, number], { stamp: number }>(
      'SELECT DISTINCT stamp FROM voids WHERE entry >= ? AND entry < ?',
    ),
    drop: db.prepare<[number, number]>('DELETE FROM voids WHERE entry >= ? AND entry < ?'),
    left: db.prepare<[number], { day: number }>('SELECT day FROM voids WHERE stamp = ?'),
    stampDay: db.prepare<[number], { day: number }>('SELECT day FROM stamps WHERE id = ?'),
    stand: db.prepare<[number]>('UPDATE stamps SET voided = 0 WHERE id = ?'),
  };
}

/** The function that disregards voids in a database. */
export function voidDisregarder(database: Database, rows: LogRows): DisregardVoids {
  const sql = statements(database);
  return (log, from) => {
    const held = rows.find(log);
    if (held === undefined) return;
    const places = [placeId(held.id, from), placesEnd(held.id)] as const;
    const named = sql.named.all(...places);
    sql.drop.run(...places);
    for (const { stamp } of named) {
      const day = sql.stampDay.get(stamp)?.day ?? 0;
      const left = sql.left.all(stamp).map((one) => dateOfDay(one.day));
      if (!isVoided(dateOfDay(day), left)) sql.stand.run(stamp);
    }
  };
}
