/**
 * One process at a time holds a data folder. The lock is SQLite's exclusive lock on a small
 * database of its own: the kernel gives it back when the process ends in whatever way (SIGKILL,
 * power), so there is no stale lock to detect, no race between two that clean up, and containers
 * that share the folder on one machine see each other. A file made with O_EXCL survives its maker;
 * a process id is given to another process; an abstract socket ends at the container's wall. Beside
 * it lies `lock.pid`, which is only read to tell the operator which process holds the lock.
 */

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { NodeError } from '../errors.js';

/** A held lock. */
export interface Lock {
  /** Gives the folder back. */
  release(): void;
}

/**
 * Takes the lock of a data folder that exists, at once or not at all.
 * @throws NodeError NODE_ALREADY_RUNNING, DATA_FOLDER_UNWRITABLE
 */
export function lockDataFolder(folder: string): Lock {
  const database = openDatabase(folder);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    throw refusal(folder, cause);
  }
  const pidFile = join(folder, 'lock.pid');
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    release() {
      if (!database.open) return;
      rmSync(pidFile, { force: true });
      database.close();
    },
  };
}

function openDatabase(folder: string): Database.Database {
  try {
    // No waiting: a second node should say so at once.
    return new Database(join(folder, 'lock'), { timeout: 0 });
  } catch (cause) {
    throw refusal(folder, cause);
  }
}

function refusal(folder: string, cause: unknown): NodeError {
  if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')) {
    const holder = holderOf(folder);
    return new NodeError('NODE_ALREADY_RUNNING', `data folder ${folder}: ${holder} holds it`, {
      remedy: `Stop ${holder} first, or choose another folder with --data. Never delete the file "lock": it is free as soon as that process has ended.`,
      cause,
    });
  }
  return new NodeError('DATA_FOLDER_UNWRITABLE', `data folder ${folder}: cannot be written`, {
    remedy: `Create the folder and give it to the user that runs the node (id ${process.getuid?.() ?? 'unknown'}), or choose another with --data.`,
    cause,
  });
}

function holderOf(folder: string): string {
  try {
    const pid = readFileSync(join(folder, 'lock.pid'), 'utf8').trim();
    return /^\d+$/.test(pid) ? `process ${pid}` : 'another process';
  } catch {
    return 'another process';
  }
}
