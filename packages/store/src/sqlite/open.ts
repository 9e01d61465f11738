/** The SQLite back end, put together. */

import { isPrunedRange, type Store } from '../port.js';
import { checkEraser, checkMethods } from './checks.js';
import { copyOnline } from './copies.js';
import { type Database, openDatabase, type SqliteOptions } from './database.js';
import { dealingMethods } from './dealings.js';
import { asStoreError } from './failures.js';
import { forkMethods } from './forks.js';
import { grantMethods } from './grants.js';
import { entryStorer, rangeStorer, subtreeStorer } from './ingest.js';
import { logRows } from './log-rows.js';
import { logMethods } from './logs.js';
import { memberMethods, memberStorer } from './members.js';
import { messageMethods } from './messages.js';
import { prunedStorer, pruningMethods } from './pruning.js';
import { refusalEraser, refusalMethods, refusalStorer } from './refusals.js';
import { stampMethods } from './stamps.js';
import { visitEraser, visitMethods, visitStorer } from './visits.js';

/** A store in one SQLite file. */
export interface SqliteStore extends Store {
  readonly path: string;
  /**
   * Copies the database to a file while it is in use: verified and durable when the promise
   * resolves; a file there is replaced. The bare file is never to be copied, since the newest
   * commits are beside it.
   * @throws StoreError STORE_CORRUPT, STORE_DISK_FULL, STORE_UNWRITABLE
   */
  backup(path: string): Promise<void>;
}

function backupOf({ db }: Database): SqliteStore['backup'] {
  return async (path) => {
    try {
      await copyOnline(db, path);
    } catch (error) {
      throw asStoreError(error, path);
    }
  };
}

/** The store over an open database. */
export function storeOver(database: Database): SqliteStore {
  const { db, path, guard, write } = database;
  const rows = logRows(database);
  const storeEntry = entryStorer(database);
  const storeSubtrees = subtreeStorer(database);
  const storeRange = rangeStorer(rows, storeEntry, storeSubtrees);
  const storePruned = prunedStorer(database, rows, storeEntry, storeSubtrees);
  const storeVisits = visitStorer(database);
  const storeMembers = memberStorer(database);
  const storeRefusals = refusalStorer(database);
  const eraseVisits = visitEraser(database, storeVisits);
  const eraseRefusals = refusalEraser(database, storeRefusals);
  const eraseChecks = checkEraser(database);
  return {
    path,
    ...logMethods(database, rows, (range) =>
      isPrunedRange(range) ? storePruned(range) : storeRange(range),
    ),
    ...pruningMethods(database, rows),
    ...forkMethods(database, rows, storeEntry),
    ...stampMethods(database),
    ...checkMethods(database, rows),
    ...memberMethods(database, storeMembers),
    ...visitMethods(database, storeVisits),
    ...refusalMethods(database, storeRefusals),
    ...grantMethods(database),
    ...messageMethods(database),
    ...dealingMethods(database),
    eraseNamesOf: guard((visaNumber) =>
      write(() => {
        eraseChecks(visaNumber);
        return { visits: eraseVisits(visaNumber), refusals: eraseRefusals(visaNumber) };
      }),
    ),
    appendOwn: guard((range, { visits = [], members = [], refusals = [] }) =>
      write(() => {
        storeRange(range);
        storeVisits(visits);
        storeMembers(members);
        storeRefusals(refusals);
      }),
    ),
    backup: backupOf(database),
    close: guard(() => {
      db.close();
    }),
  };
}

/**
 * Opens the store in the SQLite file at `path`; makes it if there is none. Upgrades an older
 * schema, after a verified backup beside the file.
 * @throws StoreError SCHEMA_TOO_NEW, STORE_KEY_WRONG, STORE_CORRUPT, STORE_UNWRITABLE,
 * STORE_DISK_FULL, STORE_BUSY,
 *   STORE_NATIVE_MISSING; TypeError if the sealing key is not 32 bytes long
 */
export function openSqliteStore(options: SqliteOptions): SqliteStore {
  return storeOver(openDatabase(options));
}
