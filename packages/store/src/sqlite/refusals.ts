/** Refusals in SQLite: what the log says is in clear, who it was and what staff noted is sealed. */

import {
  dateOfDay,
  dayOfDate,
  type ProgrammeId,
  type RefusalReason,
  type SpaceId,
  shape,
} from '@covisa/protocol';
import type { Refusal, Store } from '../port.js';
import type { Database } from './database.js';
import { recorder } from './recorders.js';
import { anyText, bytes, openJson, sealJson } from './sealed-json.js';

type RefusalMethods = Pick<Store, 'putRefusals' | 'refusals' | 'pendingRefusals'>;

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
  readonly sealed: Uint8Array;
}

const sealedRefusal = shape.open({
  visaNumber: bytes,
  displayName: shape.nullable(anyText),
  note: shape.nullable(anyText),
  recordedBy: recorder,
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
      entry_index, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (refusals) => {
    for (const refusal of refusals) {
      const { id, visaNumber, displayName, note, recordedBy } = refusal;
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
        sealJson(sealer, owner(id), { visaNumber, displayName, note, recordedBy }),
      );
    }
  };
}

/** The methods of the port that are about refusals. */
export function refusalMethods(
  { db, sealer, guard, write }: Database,
  storeRefusals: (refusals: readonly Refusal[]) => void,
): RefusalMethods {
  const select = `
    SELECT r.id, p.space AS home, r.venue, r.day, r.programme, r.roster, r.reason, r.recorded,
      r.entry_index, r.sealed
    FROM refusals r JOIN spaces p ON p.id = r.home`;
  const byDay = db.prepare<[number, number], RefusalRow>(
    `${select} WHERE r.day BETWEEN ? AND ? ORDER BY r.day, r.recorded, r.id`,
  );
  const pending = db.prepare<[], RefusalRow>(
    `${select} WHERE r.entry_index IS NULL ORDER BY r.recorded, r.id`,
  );
  const refusal = ({ day, entry_index: index, sealed, ...row }: RefusalRow): Refusal => ({
    ...row,
    date: dateOfDay(day),
    ...openJson(sealer, owner(row.id), sealedRefusal, sealed),
    index,
  });
  return {
    putRefusals: guard((refusals) => write(() => storeRefusals(refusals))),
    refusals: guard((from, to) => byDay.all(dayOfDate(from), dayOfDate(to)).map(refusal)),
    pendingRefusals: guard(() => pending.all().map(refusal)),
  };
}
