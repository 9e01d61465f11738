/** Whether the files in spec/vectors/ are those that the generators make. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../repository.js';

const FOLDER = 'spec/vectors';
/** Written by people. */
const README = `${FOLDER}/README.md`;

/** All files below spec/vectors/, as sorted paths from the root. */
function heldFiles(): string[] {
  const folder = join(ROOT, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${FOLDER}/${path.split('\\').join('/')}`)
    .filter((path) => statSync(join(ROOT, path)).isFile())
    .sort();
}

/** The paths of all vectors that are held. */
export function heldVectors(): string[] {
  return heldFiles().filter((path) => path !== README);
}

/** Files that no generator makes. */
export function strayVectors(files: ReadonlyMap<string, string>): string[] {
  return heldVectors().filter((path) => !files.has(path));
}

/** What differs, one sentence each. */
export function vectorMisfits(files: ReadonlyMap<string, string>): string[] {
  const changed = [...files].flatMap(([path, text]) => {
    const file = join(ROOT, path);
    if (!existsSync(file)) return [`${path}: is missing`];
    return readFileSync(file, 'utf8') === text ? [] : [`${path}: differs from what is made`];
  });
  return [...changed, ...strayVectors(files).map((path) => `${path}: no generator makes it`)];
}
