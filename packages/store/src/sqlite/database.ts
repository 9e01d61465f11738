/**
 * One open database: the connection with its settings, the sealer whose key was checked, and what
 * its modules share.
 */

import { closeSync, openSync } from 'node:fs';
import { encodeUtf8 } from '@covisa/protocol';
import { StoreError } from '../errors.js';
import { type Connection, type Driver, loadDriver } from './driver.js';
import { asStoreError, type Guard, guardFor } from './failures.js';
import { type LogNumbers, makeLogNumbers } from './log-numbers.js';
import { checkSchema, type MigrateOptions, migrate } from './migrate.js';
import { makeSealer, type Sealer } from './sealing.js';
import { makeSpaceNumbers, type SpaceNumbers } from './space-numbers.js';

/** How a database is opened. */
export interface SqliteOptions {
  /** The database file. Its folder exists. */
  readonly path: string;
  /** 32 bytes, kept outside of the database. */
  readonly sealingKey: Uint8Array;
  readonly randomBytes: (count: number) => Uint8Array;
}

/** What the modules of this back end share. */
export interface Database {
  readonly driver: Driver;
  readonly db: Connection;
  readonly path: string;
  readonly sealer: Sealer;
  readonly spaces: SpaceNumbers;
  readonly logs: LogNumbers;
  readonly guard: Guard;
  /** Runs `work` as one transaction that is durable when it returns, and undone when it throws. */
  readonly write: <T>(work: () => T) => T;
}

const KEY_CHECK = 'key-check';

function configure(db: Connection): void {
  db.pragma('journal_mode = WAL');
  // In WAL mode the driver's own default is NORMAL, which may lose the last commits in a power cut.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = FAST');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -64000');
  db.pragma('wal_autocheckpoint = 4000');
  db.pragma('journal_size_limit = 67108864');
}

function checkKey(db: Connection, path: string, sealer: Sealer): void {
  const row = db
    .prepare<[string], { value: Uint8Array }>('SELECT value FROM meta WHERE name = ?')
    .get(KEY_CHECK);
  if (row === undefined) {
    const value = sealer.seal(KEY_CHECK, encodeUtf8('covisa'));
    db.prepare('INSERT INTO meta (name, value) VALUES (?, ?)').run(KEY_CHECK, value);
  } else if (!sealer.opens(KEY_CHECK, row.value)) {
    throw new StoreError(
      'STORE_KEY_WRONG',
      `database ${path}: was sealed with another key. Put back the node secret that belongs to this database, ` +
        'or restore a backup that holds both',
    );
  }
}

function prepareDatabase(
  driver: Driver,
  db: Connection,
  options: SqliteOptions,
  sealer: Sealer,
  migration: MigrateOptions,
): void {
  const { path } = options;
  // Nothing is written before it is known that this is our database and our key.
  if (checkSchema(db, path, migration.steps) > 0) checkKey(db, path, sealer);
  configure(db);
  migrate(driver, db, path, migration);
  checkKey(db, path, sealer);
}

function connect(driver: Driver, path: string): Connection {
  // SQLite gives its side files the mode of the main file: nobody else reads any of them.
  closeSync(openSync(path, 'a', 0o600));
  return new driver(path, { timeout: 5000 });
}

function transact(db: Connection, ...numbers: (SpaceNumbers | LogNumbers)[]): Database['write'] {
  return (work) => {
    try {
      return db.transaction(work).immediate();
    } catch (error) {
      // Numbers given in a transaction that was undone were never given.
      for (const one of numbers) one.forget();
      throw error;
    }
  };
}

/** Opens, checks and upgrades a database. @throws StoreError as `openSqliteStore` */
export function openDatabase(options: SqliteOptions, migration: MigrateOptions = {}): Database {
  const { path, sealingKey, randomBytes } = options;
  const sealer = makeSealer(sealingKey, randomBytes);
  const driver = loadDriver();
  let db: Connection | undefined;
  try {
    db = connect(driver, path);
    prepareDatabase(driver, db, options, sealer, migration);
    const [spaces, logs] = [makeSpaceNumbers(db), makeLogNumbers(db)];
    const write = transact(db, spaces, logs);
    return { driver, db, path, sealer, spaces, logs, guard: guardFor(path), write };
  } catch (error) {
    db?.close();
    throw asStoreError(error, path);
  }
}
