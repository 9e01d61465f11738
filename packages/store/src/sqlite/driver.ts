/**
 * Loads better-sqlite3, whose native part is compiled at installation and may therefore be missing.
 */

import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';
import { StoreError } from '../errors.js';

/** The driver's constructor. */
export type Driver = typeof BetterSqlite3;
/** An open connection. */
export type Connection = BetterSqlite3.Database;

function requireDriver(): Driver {
  return createRequire(import.meta.url)('better-sqlite3');
}

/**
 * The driver, with its native part loaded.
 * @throws StoreError STORE_NATIVE_MISSING, saying what is missing and what to install
 */
export function loadDriver(load: () => Driver = requireDriver): Driver {
  try {
    const driver = load();
    // The native part is loaded by the first connection only.
    new driver(':memory:').close();
    return driver;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new StoreError(
      'STORE_NATIVE_MISSING',
      `database: the native part of better-sqlite3 cannot be loaded by Node ${process.version} (${reason}). ` +
        'It is compiled at installation, which needs python3, make and g++ ' +
        '(Debian and Ubuntu: apt-get install python3 make g++). ' +
        'Install them, then run: npm rebuild better-sqlite3',
      { cause },
    );
  }
}
