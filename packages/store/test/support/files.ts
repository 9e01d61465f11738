/** Temporary folders and fixed keys for the tests of the SQLite store. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from './makers.js';

/** The usual key. */
export const SEALING_KEY = fill(42, 32);

/** Bytes that count up: every nonce is another, and the same in every run. */
export function countingBytes(): (count: number) => Uint8Array {
  let at = 0;
  return (count) => {
    at += 1;
    const bytes = new Uint8Array(count);
    new DataView(bytes.buffer).setUint32(0, at);
    return bytes;
  };
}

/** Options for the database at `path`, under the usual key. */
export function optionsFor(path: string) {
  return { path, sealingKey: SEALING_KEY, randomBytes: countingBytes() };
}

/** Folders that are removed by `clean`. */
export function temporaryFolders() {
  const folders: string[] = [];
  return {
    make(): string {
      const folder = mkdtempSync(join(tmpdir(), 'covisa-store-'));
      folders.push(folder);
      return folder;
    },
    clean(): void {
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** All bytes of all files in a folder. */
export async function allBytes(folder: string): Promise<Buffer> {
  const names = await readdir(folder);
  return Buffer.concat(names.map((name) => readFileSync(join(folder, name))));
}
