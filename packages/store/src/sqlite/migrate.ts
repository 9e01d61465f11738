/**
 * Brings a database to the newest schema: backup first, one transaction a step, and never
 * backwards.
 */

import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from '../errors.js';
import { copyNow } from './copies.js';
import type { Connection, Driver } from './driver.js';
import { type Migration, migrations } from './migrations.js';

/** `covi` as a number: marks the file as covisa's. */
const APPLICATION_ID = 0x636f7669;
/** Free bytes that a migration asks for besides twice the database's size. */
const SPARE_BYTES = 16 * 1024 * 1024;

/** What a test may put in the place of the real list and the real disk. */
export interface MigrateOptions {
  readonly steps?: readonly Migration[];
  /** Free bytes of the disk that holds a folder. */
  readonly freeBytes?: (folder: string) => number;
}

function diskFreeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function pragmaNumber(db: Connection, name: string): number {
  return Number(db.pragma(name, { simple: true }));
}

/**
 * The schema version of a database that may be opened; 0 for an empty file.
 * @throws StoreError SCHEMA_TOO_NEW; STORE_CORRUPT if the file is another program's
 */
export function checkSchema(db: Connection, path: string, steps = migrations): number {
  const version = pragmaNumber(db, 'user_version');
  const owner = pragmaNumber(db, 'application_id');
  const tables = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get();
  const isFresh = version === 0 && owner === 0 && (tables?.n ?? 0) === 0;
  if (!isFresh && owner !== APPLICATION_ID) {
    throw new StoreError(
      'STORE_CORRUPT',
      `database ${path}: is no covisa database. Choose another path`,
    );
  }
  if (version > steps.length) {
    throw new StoreError(
      'SCHEMA_TOO_NEW',
      `database ${path}: has schema ${version}, this version of covisa knows up to ${steps.length}. ` +
        'Install the version that wrote it, or restore a backup made before the upgrade',
    );
  }
  return version;
}

function checkFreeSpace(db: Connection, path: string, freeBytes: (folder: string) => number): void {
  const bytes = pragmaNumber(db, 'page_count') * pragmaNumber(db, 'page_size');
  const needed = 2 * bytes + SPARE_BYTES;
  const free = freeBytes(dirname(path));
  if (free >= needed) return;
  throw new StoreError(
    'STORE_DISK_FULL',
    `database ${path}: its upgrade needs ${needed} free bytes, the disk has ${free}. Free some space and start again; nothing was changed`,
  );
}

function step(db: Connection, version: number, { sql, title }: Migration): void {
  const run = db.transaction(() => {
    // Another process may have taken the step meanwhile.
    if (pragmaNumber(db, 'user_version') !== version) return;
    db.exec(sql);
    const broken = db.prepare('SELECT 1 FROM pragma_foreign_key_check').get();
    if (broken !== undefined) {
      throw new StoreError('STORE_CORRUPT', `upgrade "${title}": leaves references without rows`);
    }
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${version + 1}`);
  });
  run.immediate();
}

/**
 * Takes the steps that the database lacks. A database with data is copied first, to
 * `<path>.before-schema-<n>`.
 * @throws StoreError as `checkSchema`; STORE_DISK_FULL
 */
export function migrate(
  driver: Driver,
  db: Connection,
  path: string,
  options: MigrateOptions = {},
): void {
  const { steps = migrations, freeBytes = diskFreeBytes } = options;
  const version = checkSchema(db, path, steps);
  if (version === steps.length) return;
  if (version > 0) {
    checkFreeSpace(db, path, freeBytes);
    copyNow(driver, db, `${path}.before-schema-${steps.length}`);
  }
  // A step may rebuild a table that others refer to; each ends with a check of all references.
  db.pragma('foreign_keys = OFF');
  for (const [index, migration] of steps.entries()) {
    if (index >= version) step(db, index, migration);
  }
  db.pragma('foreign_keys = ON');
}
