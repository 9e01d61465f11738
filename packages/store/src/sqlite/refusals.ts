/** Refusals in SQLite: what the log says is in clear, who it was and what staff noted is sealed. */

import {
  dateOfDay,
  dayOfDate,
  equalBytes,
  type ProgrammeId,
  type RefusalReason,
  type SpaceId,
  shape,
} from '@covisa/protocol';
import { isNamed, refusalWithoutName } from '../erased.js';
import type { Refusal, Store } from '../port.js';
import type { Database } from './database.js';
import { recorder } from './recorders.js';
import { anyText, bytes, openJson, sealJson } from './sealed-json.js';

type RefusalMethods = Pick<
  Store,
  'putRefusals' | 'refusals' | 'pendingRefusals' | 'eraseRefusalNames'
>;

interface RefusalRow {
  readonly id: string;
  readonly home: SpaceId;
  readonly venue: string;
  readonly day: number;
  readonly programme: ProgrammeId;
  readonly roster: number;
  readonly reason: RefusalReason;
  readonly recorded: number;
  readonly entry_index: number | null;
  readonly until_day: number | null;
  readonly sealed: Uint8Array;
}

const sealedRefusal = shape.open({
  visaNumber: shape.nullable(bytes),
  displayName: shape.nullable(anyText),
  note: shape.nullable(anyText),
  recordedBy: shape.nullable(recorder),
});

function owner(id: string): string {
  return `refusal ${encodeURIComponent(id)}`;
}

/** Stores refusals. Runs inside a write transaction. */
export function refusalStorer({
  db,
  sealer,
  spaces,
}: Database): (refusals: readonly Refusal[]) => void {
  const replace = db.prepare(
    `INSERT OR REPLACE INTO refusals (id, home, venue, day, programme, roster, reason, recorded,
      entry_index, until_day, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (refusals) => {
    for (const refusal of refusals) {
      const { id, visaNumber, visaUntil, displayName, note, recordedBy } = refusal;
      replace.run(
        id,
        spaces.give(refusal.home),
        refusal.venue,
        dayOfDate(refusal.date),
        refusal.programme,
        refusal.roster,
        refusal.reason,
        refusal.recorded,
        refusal.index,
        visaUntil === null ? null : dayOfDate(visaUntil),
        sealJson(sealer, owner(id), { visaNumber, displayName, note, recordedBy }),
      );
    }
  };
}

function refusalOf({ sealer }: Database, row: RefusalRow): Refusal {
  const { day, entry_index: index, until_day: until, sealed, ...rest } = row;
  return {
    ...rest,
    date: dateOfDay(day),
    visaUntil: until === null ? null : dateOfDay(until),
    ...openJson(sealer, owner(row.id), sealedRefusal, sealed),
    index,
  };
}

function statements({ db }: Database) {
  const select = `
    SELECT r.id, p.space AS home, r.venue, r.day, r.programme, r.roster, r.reason, r.recorded,
      r.entry_index, r.until_day, r.sealed
    FROM refusals r JOIN spaces p ON p.id = r.home`;
  const named = `${select} WHERE r.until_day IS NOT NULL`;
  return {
    byDay: db.prepare<[number, number], RefusalRow>(
      `${select} WHERE r.day BETWEEN ? AND ? ORDER BY r.day, r.recorded, r.id`,
    ),
    named: db.prepare<[], RefusalRow>(named),
    pending: db.prepare<[], RefusalRow>(
      `${named} AND r.entry_index IS NULL ORDER BY r.recorded, r.id`,
    ),
    ended: db.prepare<[number, number], RefusalRow>(`${select} WHERE r.until_day <= ? LIMIT ?`),
  };
}

/**
 * Erases whose the refusals of a visa number were, and counts them. Runs inside a write
 * transaction.
 */
export function refusalEraser(
  database: Database,
  storeRefusals: (refusals: readonly Refusal[]) => void,
): (visaNumber: Uint8Array) => number {
  const { named } = statements(database);
  return (visaNumber) => {
    const refusals = named.all().map((row) => refusalOf(database, row));
    const theirs = refusals.filter(isNamed).filter((one) => equalBytes(one.visaNumber, visaNumber));
    storeRefusals(theirs.map(refusalWithoutName));
    return theirs.length;
  };
}

/** The methods of the port that are about refusals. */
export function refusalMethods(
  database: Database,
  storeRefusals: (refusals: readonly Refusal[]) => void,
): RefusalMethods {
  const { guard, write } = database;
  const sql = statements(database);
  const refusal = (row: RefusalRow) => refusalOf(database, row);
  return {
    putRefusals: guard((refusals) => write(() => storeRefusals(refusals))),
    refusals: guard((from, to) => sql.byDay.all(dayOfDate(from), dayOfDate(to)).map(refusal)),
    pendingRefusals: guard(() => sql.pending.all().map(refusal).filter(isNamed)),
    eraseRefusalNames: guard((until, countMax) =>
      write(() => {
        const found = sql.ended.all(dayOfDate(until), countMax).map(refusal);
        storeRefusals(found.map(refusalWithoutName));
        return found.length;
      }),
    ),
  };
}
