/** The store's errors: a closed list of codes and the one class that carries them. */

/** Why a store refused. */
export type StoreErrorCode =
  /** The log is not at the range's `from`. */
  | 'RANGE_CONFLICT'
  /** The database was written by a later version of this software. */
  | 'SCHEMA_TOO_NEW'
  /** The database is not one of covisa's, or is damaged. */
  | 'STORE_CORRUPT'
  /** The sealing key is not the one that the database was sealed with. */
  | 'STORE_KEY_WRONG'
  /** The disk has no room for what was to be written. */
  | 'STORE_DISK_FULL'
  /** The file or its folder cannot be read or written. */
  | 'STORE_UNWRITABLE'
  /** Another process holds the database. */
  | 'STORE_BUSY'
  /** The database's native part cannot be loaded. */
  | 'STORE_NATIVE_MISSING';

/**
 * The store refused, for the reason that the code names. The message ends with the remedy where
 * there is one.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, detail: { readonly cause?: unknown } = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
  }
}
