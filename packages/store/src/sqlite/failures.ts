/** Turns the driver's errors into the store's, with what an operator can do about them. */

import { StoreError } from '../errors.js';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

function corrupt(path: string, cause: unknown): StoreError {
  return new StoreError(
    'STORE_CORRUPT',
    `database ${path}: is damaged or is no covisa database. Move it away and restore a backup`,
    { cause },
  );
}

function unwritable(path: string, cause: unknown): StoreError {
  return new StoreError(
    'STORE_UNWRITABLE',
    `database ${path}: cannot be opened or written. Make its folder, and give it and the files in it to the user that runs the node`,
    { cause },
  );
}

/** The store's error for what `work` on the database at `path` threw; other errors as they are. */
export function asStoreError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new StoreError(
      'STORE_DISK_FULL',
      `database ${path}: the disk is full. Free some space; nothing was lost`,
      { cause: error },
    );
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new StoreError(
      'STORE_BUSY',
      `database ${path}: another process holds it. Stop that process, or try again`,
      { cause: error },
    );
  }
  if (/^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code)) return corrupt(path, error);
  if (
    /^(SQLITE_(CANTOPEN|READONLY|PERM|AUTH|IOERR)|EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR)/.test(
      code,
    )
  ) {
    return unwritable(path, error);
  }
  return error;
}

/** Makes methods of the port out of functions over the database at `path`. */
export type Guard = <A extends readonly unknown[], R>(
  work: (...args: A) => R,
) => (...args: A) => Promise<R>;

/** The guard whose methods reject with the store's errors. */
export function guardFor(path: string): Guard {
  return (work) =>
    async (...args) => {
      try {
        return work(...args);
      } catch (error) {
        throw asStoreError(error, path);
      }
    };
}
