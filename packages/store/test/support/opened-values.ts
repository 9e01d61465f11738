/** Everything that whoever holds the key can read in a database file. */

import { createHmac } from 'node:crypto';
import { encodeBase64url } from '@covisa/protocol';
import { loadDriver } from '@covisa/store';
import nacl from 'tweetnacl';
import { SEALING_KEY } from './files.js';

const NONCE_BYTES = 24;

function subkey(label: string): Uint8Array {
  return new Uint8Array(createHmac('sha256', SEALING_KEY).update(label).digest());
}

function openedBytes(cell: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(cell);
  if (bytes.length < NONCE_BYTES + nacl.secretbox.overheadLength) return bytes;
  const [nonce, box] = [bytes.slice(0, NONCE_BYTES), bytes.slice(NONCE_BYTES)];
  return nacl.secretbox.open(box, nonce, subkey('covisa/store/box')) ?? bytes;
}

/** All cells of all tables under the usual key: sealed ones opened, each with its table's name. */
function openedValues(path: string): readonly (readonly [table: string, value: Buffer])[] {
  const db = new (loadDriver())(path, { readonly: true });
  const tables = db.prepare<[], { name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  const values = tables.all().flatMap(({ name }) =>
    db
      .prepare<[], Record<string, unknown>>(`SELECT * FROM ${name}`)
      .all()
      .flatMap((row) => Object.values(row))
      .map((value): [string, Buffer] => {
        const isBytes = value instanceof Uint8Array;
        return [name, isBytes ? Buffer.from(openedBytes(value)) : Buffer.from(String(value))];
      }),
  );
  db.close();
  return values;
}

/** The tables in which a visa number stands, in any spelling, by itself or as its keyed hash. */
export function tablesWithNumber(path: string, visaNumber: Uint8Array): readonly string[] {
  const hash = createHmac('sha256', subkey('covisa/store/tag'));
  const tag = hash.update('visa-number\0').update(visaNumber).digest().subarray(0, 16);
  const spellings = [visaNumber, tag].flatMap((bytes) => [
    Buffer.from(bytes),
    Buffer.from(encodeBase64url(bytes)),
  ]);
  return tablesWith(path, spellings);
}

/** The tables in which a text stands. */
export function tablesWithText(path: string, text: string): readonly string[] {
  return tablesWith(path, [Buffer.from(text)]);
}

function tablesWith(path: string, sought: readonly Buffer[]): readonly string[] {
  const found = openedValues(path)
    .filter(([, value]) => sought.some((one) => value.includes(one)))
    .map(([table]) => table);
  return [...new Set(found)].sort();
}
