/**
 * Grants in SQLite: only the keyed hash of the visa number, the index and the time they lapse are
 * in clear.
 */

import { calendarDate, encodeBase64url, programmeId, shape, spaceId } from '@covisa/protocol';
import type { Store, StoredGrant } from '../port.js';
import type { Database } from './database.js';
import { bytes, openJson, sealJson } from './sealed-json.js';

type GrantMethods = Pick<Store, 'putGrant' | 'grants' | 'dropGrantsLapsedBefore'>;

interface GrantRow {
  readonly k: number;
  readonly lapses: number;
  readonly sealed: Uint8Array;
}

const sealedGrant = shape.open({
  visaNumber: bytes,
  host: spaceId,
  date: calendarDate,
  programme: programmeId,
  bytes,
});

function owner(tag: Uint8Array, k: number): string {
  return `grant ${encodeBase64url(tag)} ${k}`;
}

/** The methods of the port that are about grants. */
export function grantMethods({ db, sealer, guard, write }: Database): GrantMethods {
  const replace = db.prepare<[Uint8Array, number, number, Uint8Array]>(
    'INSERT OR REPLACE INTO grants (visa_tag, k, lapses, sealed) VALUES (?, ?, ?, ?)',
  );
  const select = db.prepare<[Uint8Array], GrantRow>(
    'SELECT k, lapses, sealed FROM grants WHERE visa_tag = ? ORDER BY k',
  );
  const drop = db.prepare<[number]>('DELETE FROM grants WHERE lapses < ?');
  const grantOf = (tag: Uint8Array, { k, lapses, sealed }: GrantRow): StoredGrant => ({
    ...openJson(sealer, owner(tag, k), sealedGrant, sealed),
    k,
    lapses,
  });
  return {
    putGrant: guard(({ k, lapses, ...personal }) =>
      write(() => {
        const tag = sealer.tag('visa-number', personal.visaNumber);
        replace.run(tag, k, lapses, sealJson(sealer, owner(tag, k), personal));
      }),
    ),
    grants: guard((number) => {
      const tag = sealer.tag('visa-number', number);
      return select.all(tag).map((row) => grantOf(tag, row));
    }),
    dropGrantsLapsedBefore: guard((time) => {
      write(() => drop.run(time));
    }),
  };
}
