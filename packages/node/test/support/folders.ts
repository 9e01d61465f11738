/** Folders for tests, removed after each of them. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Registers the clean-up with mocha; call it inside of a `describe`. The function makes an empty
 * folder.
 */
export function temporaryFolders(): () => string {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'covisa-'));
    made.push(folder);
    return folder;
  };
}
