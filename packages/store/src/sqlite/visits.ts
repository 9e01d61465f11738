/** Visits in SQLite: who came, under which name and for what amount is sealed. */

import { dateOfDay, dayOfDate, type ProgrammeId, type SpaceId, shape } from '@covisa/protocol';
import { isNamed, withoutName } from '../erased.js';
import type { Store, Visit } from '../port.js';
import { halves, kindNumber, kindOfNumber, weightOfHalves } from './columns.js';
import type { Database } from './database.js';
import { recorder } from './recorders.js';
import { anyText, bytes, openJson, sealJson } from './sealed-json.js';

type VisitMethods = Pick<
  Store,
  'putVisits' | 'visit' | 'visits' | 'visitsByVisaNumber' | 'pendingVisits' | 'eraseVisitNames'
>;

interface VisitRow {
  readonly id: string;
  readonly home: SpaceId;
  readonly venue: string;
  readonly day: number;
  readonly kind: number;
  readonly weight: number;
  readonly programme: ProgrammeId;
  readonly roster: number;
  readonly recorded: number;
  readonly k: number;
  readonly seal: string;
  readonly incarnation: number | null;
  readonly entry_index: number | null;
  readonly void_index: number | null;
  readonly until_day: number | null;
  readonly sealed: Uint8Array;
}

const sealedVisit = shape.open({
  visaNumber: shape.nullable(bytes),
  displayName: shape.nullable(anyText),
  amount: shape.nullable(shape.integer(Number.MIN_SAFE_INTEGER)),
  note: shape.nullable(anyText),
  recordedBy: shape.optional(recorder),
  proofDigest: shape.optional(bytes),
});

/** In the place of a tag where there is no visa number any more. */
const NO_TAG = new Uint8Array(0);

function owner(id: string): string {
  return `visit ${encodeURIComponent(id)}`;
}

/** Stores visits. Runs inside a write transaction. */
export function visitStorer({ db, sealer, spaces }: Database): (visits: readonly Visit[]) => void {
  const replace = db.prepare(
    `INSERT OR REPLACE INTO visits (id, home, venue, day, kind, weight, programme, roster, recorded,
      k, seal, incarnation, entry_index, void_index, until_day, visa_tag, sealed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (visits) => {
    for (const visit of visits) {
      const { id, visaNumber, visaUntil, displayName, amount, note } = visit;
      const { recordedBy, proofDigest } = visit;
      const sealed = { visaNumber, displayName, amount, note, recordedBy, proofDigest };
      replace.run(
        id,
        spaces.give(visit.home),
        visit.venue,
        dayOfDate(visit.date),
        kindNumber(visit.kind),
        halves(visit.weight),
        visit.programme,
        visit.roster,
        visit.recorded,
        visit.k,
        visit.seal,
        visit.incarnation,
        visit.index,
        visit.voidIndex,
        visaUntil === null ? null : dayOfDate(visaUntil),
        visaNumber === null ? NO_TAG : sealer.tag('visa-number', visaNumber),
        sealJson(sealer, owner(id), sealed),
      );
    }
  };
}

function visitOf({ sealer }: Database, row: VisitRow): Visit {
  const { id, home, venue, programme, roster, recorded, k, seal, until_day: until } = row;
  return {
    id,
    home,
    venue,
    date: dateOfDay(row.day),
    kind: kindOfNumber(row.kind),
    weight: weightOfHalves(row.weight),
    programme,
    roster,
    recorded,
    visaUntil: until === null ? null : dateOfDay(until),
    ...openJson(sealer, owner(id), sealedVisit, row.sealed),
    k,
    seal,
    incarnation: row.incarnation,
    index: row.entry_index,
    voidIndex: row.void_index,
  };
}

function statements({ db }: Database) {
  const select = `
    SELECT v.id, p.space AS home, v.venue, v.day, v.kind, v.weight, v.programme, v.roster,
      v.recorded, v.k, v.seal, v.incarnation, v.entry_index, v.void_index, v.until_day, v.sealed
    FROM visits v JOIN spaces p ON p.id = v.home`;
  const order = 'ORDER BY v.day, v.recorded, v.id';
  return {
    byId: db.prepare<[string], VisitRow>(`${select} WHERE v.id = ?`),
    byDay: db.prepare<[number, number], VisitRow>(`${select} WHERE v.day BETWEEN ? AND ? ${order}`),
    byVisa: db.prepare<[Uint8Array], VisitRow>(
      `${select} WHERE v.visa_tag = ? AND v.until_day IS NOT NULL ${order}`,
    ),
    pending: db.prepare<[], VisitRow>(
      `${select} WHERE v.entry_index IS NULL AND v.until_day IS NOT NULL
        ORDER BY v.recorded, v.id`,
    ),
    ended: db.prepare<[number, number], VisitRow>(`${select} WHERE v.until_day <= ? LIMIT ?`),
  };
}

/** Erases whose the visits of a number were, and counts them. Runs in a write transaction. */
export function visitEraser(
  database: Database,
  storeVisits: (visits: readonly Visit[]) => void,
): (visaNumber: Uint8Array) => number {
  const { byVisa } = statements(database);
  return (visaNumber) => {
    const rows = byVisa.all(database.sealer.tag('visa-number', visaNumber));
    storeVisits(rows.map((row) => withoutName(visitOf(database, row))));
    return rows.length;
  };
}

/** The methods of the port that are about visits. */
export function visitMethods(
  database: Database,
  storeVisits: (visits: readonly Visit[]) => void,
): VisitMethods {
  const { sealer, guard, write } = database;
  const sql = statements(database);
  const visit = (row: VisitRow) => visitOf(database, row);
  return {
    putVisits: guard((visits) => write(() => storeVisits(visits))),
    visit: guard((id) => {
      const row = sql.byId.get(id);
      return row === undefined ? null : visit(row);
    }),
    visits: guard((from, to) => sql.byDay.all(dayOfDate(from), dayOfDate(to)).map(visit)),
    visitsByVisaNumber: guard((number) =>
      sql.byVisa.all(sealer.tag('visa-number', number)).map(visit).filter(isNamed),
    ),
    pendingVisits: guard(() => sql.pending.all().map(visit).filter(isNamed)),
    eraseVisitNames: guard((until, countMax) =>
      write(() => {
        const ended = sql.ended.all(dayOfDate(until), countMax).map(visit);
        storeVisits(ended.map(withoutName));
        return ended.length;
      }),
    ),
  };
}
