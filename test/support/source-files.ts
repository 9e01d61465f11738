/** The repository's own files, as the tidy test reads them. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readings } from './mask.js';

/** The repository's root folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

const LEFT_OUT = new Set([
  'node_modules',
  'dist',
  'dist-build',
  'dist-test',
  '.git',
  'coverage',
  'covisa-data',
]);
/** Built from other files: the pages that the node serves. */
const BUILT = new Set(['packages/node/pages']);
const TEXT =
  /\.(?:ts|tsx|json|md|mjs|css|html|yml|yaml|py|go)$|(?:^|\/)(?:\.npmrc|\.gitignore|run)$/u;

/** A text file of the repository. */
export interface TextFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A TypeScript file. */
export interface SourceFile extends TextFile {
  readonly lines: readonly string[];
  /** Without comments; lines and columns as in the file. */
  readonly uncommented: string;
  /** Without comments and without the contents of texts. */
  readonly code: string;
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !LEFT_OUT.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (BUILT.has(relative(ROOT, path).split(sep).join('/'))) return [];
      return entry.isDirectory() ? walk(path) : [path];
    });
}

/** All text files, in the order of their paths. */
export const textFiles: readonly TextFile[] = walk(ROOT)
  .map((path) => relative(ROOT, path).split(sep).join('/'))
  .filter((path) => TEXT.test(path))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

/** All TypeScript files. */
export const sourceFiles: readonly SourceFile[] = textFiles
  .filter(({ path }) => /\.tsx?$/u.test(path))
  .map((file) => ({ ...file, ...readings(file.text), lines: file.text.split('\n') }));

/** Whether a file is part of what ships: not a test, an example or a script. */
export function isShipped({ path }: TextFile): boolean {
  return /^packages\/[^/]+\/src\//u.test(path);
}

/** Whether a file belongs to the tests. */
export function isTest({ path }: TextFile): boolean {
  return /^(?:packages\/[^/]+\/)?test\//u.test(path);
}

/** One finding, with its place: `packages/x/src/y.ts:12: …, expected …`. */
export function finding(file: TextFile, offset: number, what: string): string {
  const line = file.text.slice(0, offset).split('\n').length;
  return `${file.path}:${line}: ${what}`;
}

/** A finding for each match of `pattern` in one reading of each file. */
export function findAll(
  files: readonly SourceFile[],
  pattern: RegExp,
  what: (match: string) => string,
  reading: 'text' | 'code' | 'uncommented' = 'code',
): string[] {
  return files.flatMap((file) =>
    [...file[reading].matchAll(pattern)].map((match) =>
      finding(file, match.index, what(match[0].trim())),
    ),
  );
}
