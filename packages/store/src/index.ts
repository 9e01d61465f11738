export { isNamed } from './erased.js';
export * from './errors.js';
export { type MemorySnapshot, type MemoryStore, openMemoryStore } from './memory/open.js';
export * from './port.js';
export type { SqliteOptions } from './sqlite/database.js';
export { loadDriver } from './sqlite/driver.js';
export { openSqliteStore, type SqliteStore } from './sqlite/open.js';
