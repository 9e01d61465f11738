/**
 * Before the tests: says in one message what is missing where the database's native part was not
 * built.
 */

import { loadDriver } from '#store/sqlite/driver.js';

try {
  loadDriver();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
