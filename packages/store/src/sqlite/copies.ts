/** Verified copies of a database: what a backup, and a migration before it starts, rely on. */

import { accessSync, closeSync, constants, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { StoreError } from '../errors.js';
import type { Connection, Driver } from './driver.js';

/** Rows of every table, by its name. */
export type RowCounts = ReadonlyMap<string, number>;

/** How many rows each table has. */
export function countRows(db: Connection): RowCounts {
  const tables = db
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .all();
  return new Map(
    tables.map(({ name }) => {
      const row = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${name}"`).get();
      return [name, row?.n ?? 0];
    }),
  );
}

function damaged(path: string, what: string): StoreError {
  return new StoreError('STORE_CORRUPT', `backup ${path}: ${what}. Nothing was changed; try again`);
}

/**
 * Checks a copy, makes it one self-contained file and flushes it.
 * @throws StoreError STORE_CORRUPT if it is damaged, or has other rows than `expected`
 */
export function verifyCopy(driver: Driver, path: string, expected?: RowCounts): void {
  const copy = new driver(path, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
    const verdict = copy.pragma('integrity_check(1)', { simple: true });
    if (verdict !== 'ok') throw damaged(path, `is damaged (${String(verdict)})`);
    const counts = expected && countRows(copy);
    for (const [name, rows] of expected ?? []) {
      const got = counts?.get(name);
      if (got !== rows)
        throw damaged(path, `table ${name}: expected ${rows} rows, got ${got ?? 'none'}`);
    }
  } finally {
    copy.close();
  }
  flush(path);
}

function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function partOf(path: string): string {
  const part = `${path}.part`;
  rmSync(part, { force: true });
  // A copy is nobody else's to read either.
  closeSync(openSync(part, 'wx', 0o600));
  return part;
}

function publish(part: string, path: string): void {
  renameSync(part, path);
  flush(dirname(path));
}

/** Copies the whole database to `path` at once, verified and durable; replaces a file there. */
export function copyNow(driver: Driver, db: Connection, path: string): void {
  const part = partOf(path);
  const expected = countRows(db);
  db.prepare('VACUUM INTO ?').run(part);
  verifyCopy(driver, part, expected);
  publish(part, path);
}

/**
 * Verifies a copy in a thread of its own: reading a large one takes seconds, in which the desk must
 * be answered.
 */
function verifyAside(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./copy-worker.js', import.meta.url), { workerData: path });
    worker.once('message', (refusal: unknown) => {
      if (typeof refusal === 'string') reject(new StoreError('STORE_CORRUPT', refusal));
      else resolve();
    });
    worker.once('error', reject);
  });
}

/**
 * Copies the database to `path` while it is in use, verified and durable; replaces a file there.
 */
export async function copyOnline(db: Connection, path: string): Promise<void> {
  // The driver would answer a missing folder with an error that has no code.
  accessSync(dirname(path), constants.W_OK);
  const part = partOf(path);
  await db.backup(part);
  await verifyAside(part);
  publish(part, path);
}
