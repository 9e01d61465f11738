/**
 * Small files that the command line reads and writes: private ones are mode 0600, and never half
 * written.
 */

import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { NodeError } from '../errors.js';
import { CommandError } from './failure.js';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** The text of a file, or null where there is none. @throws CommandError FILE_UNREADABLE */
export function readTextIfThere(path: string, bytesMax = 1024 * 1024): string | null {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > bytesMax) {
      throw new CommandError(
        'FILE_UNREADABLE',
        `file ${path}: expected at most ${bytesMax} bytes, got ${bytes.length}. Name another file.`,
      );
    }
    return bytes.toString('utf8');
  } catch (error) {
    if (error instanceof CommandError) throw error;
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw new CommandError(
      'FILE_UNREADABLE',
      `file ${path}: cannot be read (${codeOf(error)}). Check its name and its rights.`,
      { cause: error },
    );
  }
}

/** The text of a file that has to be there. @throws CommandError FILE_MISSING, FILE_UNREADABLE */
export function readText(path: string): string {
  const text = readTextIfThere(path);
  if (text === null) {
    throw new CommandError('FILE_MISSING', `file ${path}: is not there. Check the name.`);
  }
  return text;
}

/** A JSON document from a file. @throws CommandError FILE_MISSING, FILE_UNREADABLE, JSON_INVALID */
export function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const where = cause instanceof Error ? ` (${cause.message})` : '';
    throw new CommandError('JSON_INVALID', `file ${path}: expected JSON${where}. Mend the file.`, {
      cause,
    });
  }
}

/** Writes a whole file or nothing. @throws CommandError FILE_UNWRITABLE */
export function writeFile(path: string, content: string | Uint8Array, mode = 0o644): void {
  const draft = `${path}.${process.pid}.new`;
  try {
    writeFileSync(draft, content, { mode, flag: 'w' });
    renameSync(draft, path);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw new CommandError(
      'FILE_UNWRITABLE',
      `file ${path}: cannot be written (${codeOf(cause)}). Check that ${dirname(path)} exists and may be written to.`,
      { cause },
    );
  }
}

/** Writes what nobody else on this machine may read. @throws CommandError FILE_UNWRITABLE */
export function writePrivateFile(path: string, content: string | Uint8Array): void {
  writeFile(path, content, 0o600);
}

/**
 * Creates a folder that nobody else may enter, if it is not there, and those above it. Returns the
 * topmost folder that it made; null if there was nothing to make. One after the other: where no
 * folder can be made at all, as in `/proc`, Node.js 20 tries for ever to make them in one call.
 * @throws NodeError DATA_FOLDER_UNWRITABLE
 */
export function createPrivateFolder(path: string): string | null {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at); at = dirname(at)) missing.unshift(at);
  try {
    for (const folder of missing) mkdirSync(folder, { mode: 0o700 });
  } catch (cause) {
    throw unwritable(path, cause);
  }
  return missing[0] ?? null;
}

/** Checks that files can be made in a folder. @throws NodeError DATA_FOLDER_UNWRITABLE */
export function checkWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

/** Removes a folder and those above it up to `topmost`, as far as they are empty. */
export function removeEmptyFolders(path: string, topmost: string): void {
  try {
    for (let at = path; at.length >= topmost.length; at = dirname(at)) rmdirSync(at);
  } catch (error) {
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
  }
}

function unwritable(path: string, cause: unknown): NodeError {
  return new NodeError('DATA_FOLDER_UNWRITABLE', `data folder ${path}: ${codeOf(cause)}`, {
    remedy: `Create the folder and give it to the user that runs the node (id ${process.getuid?.() ?? 'unknown'}), or choose another with --data.`,
    cause,
  });
}
