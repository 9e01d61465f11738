/**
 * What was remembered of the checks of stamps, in SQLite: one sealed list for each visa number, so
 * that the file does not tell which stamps belong together.
 */

import { dayOfDate, encodeBase64url, type SpaceId, shape, spaceId } from '@covisa/protocol';
import { comparePlaces } from '../heads.js';
import type { StampCheckMemo, Store } from '../port.js';
import type { Database } from './database.js';
import type { LogRows } from './log-rows.js';
import { bytes, openJson, sealJson } from './sealed-json.js';

type CheckMethods = Pick<Store, 'stampChecks' | 'rememberStampChecks' | 'dropStampChecksUntil'>;

/** Bounds the list of one visa number: far more than a visa year can hold. */
const MEMOS_MAX = 100_000;

const memos = shape.list(
  shape.open({
    space: spaceId,
    incarnation: shape.integer(0),
    index: shape.integer(0),
    outcome: bytes,
  }),
  MEMOS_MAX,
);

function owner(tag: Uint8Array): string {
  return `stamp-checks ${encodeBase64url(tag)}`;
}

function placeKey({ space, incarnation, index }: StampCheckMemo): string {
  return `${space}/${incarnation}/${index}`;
}

function merge(held: readonly StampCheckMemo[], news: readonly StampCheckMemo[]) {
  const all = new Map([...held, ...news].map((memo) => [placeKey(memo), memo]));
  // What is left out is checked again; a list that is too long could never be read again.
  return [...all.values()].slice(-MEMOS_MAX).sort(comparePlaces);
}

/** Forgets what was remembered under a visa number. Runs inside a write transaction. */
export function checkEraser({ db, sealer }: Database): (visaNumber: Uint8Array) => void {
  const drop = db.prepare<[Uint8Array]>('DELETE FROM stamp_checks WHERE tag = ?');
  return (visaNumber) => {
    drop.run(sealer.tag('visa-number', visaNumber));
  };
}

/** The methods of the port that remember checks. */
export function checkMethods(database: Database, rows: LogRows): CheckMethods {
  const { db, sealer, guard, write } = database;
  const select = db.prepare<[Uint8Array], { sealed: Uint8Array }>(
    'SELECT sealed FROM stamp_checks WHERE tag = ?',
  );
  const replace = db.prepare<[Uint8Array, number, Uint8Array]>(
    'INSERT OR REPLACE INTO stamp_checks (tag, until_day, sealed) VALUES (?, ?, ?)',
  );
  const drop = db.prepare<[number]>('DELETE FROM stamp_checks WHERE until_day <= ?');
  const held = (tag: Uint8Array): readonly StampCheckMemo[] => {
    const row = select.get(tag);
    return row === undefined ? [] : openJson(sealer, owner(tag), memos, row.sealed);
  };
  const known = (log: { space: SpaceId; incarnation: number }) => {
    if (rows.find(log) === undefined) {
      throw new RangeError(`stamp check: no log ${log.space}/${log.incarnation} is held`);
    }
  };
  return {
    stampChecks: guard((visaNumber) => held(sealer.tag('visa-number', visaNumber))),
    rememberStampChecks: guard((visaNumber, until, news) =>
      write(() => {
        news.forEach(known);
        const tag = sealer.tag('visa-number', visaNumber);
        const sealed = sealJson(sealer, owner(tag), merge(held(tag), news));
        replace.run(tag, dayOfDate(until), sealed);
      }),
    ),
    dropStampChecksUntil: guard((until) => {
      write(() => drop.run(dayOfDate(until)));
    }),
  };
}
