/**
 * What lies in a data folder besides the settings: the node secret, the API token, the database,
 * the head file.
 */

import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { concatBytes, deriveNodeKey, encodeBase64url, equalBytes } from '@covisa/protocol';
import { NodeError } from '../errors.js';
import type { Random } from '../ports.js';
import { CommandError } from './failure.js';
import {
  checkWritable,
  createPrivateFolder,
  readTextIfThere,
  removeEmptyFolders,
  writePrivateFile,
} from './files.js';

/** The node's secrets. Written last at set-up: where they lie, there is a node. */
export const SECRET_FILE = 'node.key';
/** The secrets of a recovery that has not ended. */
export const NEXT_SECRET_FILE = 'node.key.next';
export const DATABASE_FILE = 'covisa.sqlite';
/** Outside of backups. */
export const HEAD_FILE = 'head';
/** The address that the running node listens on. */
export const ADDRESS_FILE = 'address';
/** By how many seconds the test clock was moved, for the next start. */
export const TEST_CLOCK_FILE = 'test-clock';

/** What file systems put into a folder by themselves. */
const NOT_OURS: readonly string[] = ['lost+found', '.DS_Store'];

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => !NOT_OURS.includes(name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new NodeError('DATA_FOLDER_UNWRITABLE', `data folder ${folder}: cannot be read`, {
      remedy: 'Check that it is a folder and belongs to the user that runs the node.',
      cause: error,
    });
  }
}

/** Whether a folder holds a node. */
export function holdsNode(folder: string): boolean {
  return namesIn(folder).includes(SECRET_FILE);
}

/** Whether there is nothing in a folder, or no such folder. */
export function isEmptyFolder(folder: string): boolean {
  return namesIn(folder).length === 0;
}

/** @throws CommandError DATA_FOLDER_NOT_EMPTY */
function requireEmpty(folder: string): void {
  if (holdsNode(folder)) {
    throw new CommandError(
      'DATA_FOLDER_NOT_EMPTY',
      `data folder ${folder}: holds a node already. Start it with covisa start, or name another folder with --data.`,
    );
  }
  if (!isEmptyFolder(folder)) {
    throw new CommandError(
      'DATA_FOLDER_NOT_EMPTY',
      `data folder ${folder}: expected an empty folder. Name another one with --data; if a set-up was interrupted here, empty it first.`,
    );
  }
}

/**
 * Checks that a node could be made in a folder, and leaves all as it was.
 * @throws CommandError DATA_FOLDER_NOT_EMPTY; NodeError DATA_FOLDER_UNWRITABLE
 */
export function checkDataFolder(folder: string): void {
  requireEmpty(folder);
  const made = createPrivateFolder(folder);
  checkWritable(folder);
  if (made !== null) removeEmptyFolders(folder, made);
}

/**
 * Makes an empty data folder that nobody else may enter, lets `fill` work in it, and takes
 * everything away again if that fails.
 * @throws CommandError DATA_FOLDER_NOT_EMPTY; NodeError DATA_FOLDER_UNWRITABLE; what `fill` throws
 */
export async function fillDataFolder<T>(folder: string, fill: () => Promise<T>): Promise<T> {
  requireEmpty(folder);
  const made = createPrivateFolder(folder);
  chmodSync(folder, 0o700);
  try {
    return await fill();
  } catch (error) {
    for (const name of namesIn(folder))
      rmSync(join(folder, name), { recursive: true, force: true });
    if (made !== null) removeEmptyFolders(folder, made);
    throw error;
  }
}

/** The secrets of a node, 32 bytes each. */
export interface NodeSecrets {
  /** The node secret. */
  readonly node: Uint8Array;
  /** What personal values are sealed under in the database. */
  readonly sealing: Uint8Array;
}

/** The secrets of a fresh node. */
export function secretsOf(node: Uint8Array): NodeSecrets {
  return { node, sealing: deriveNodeKey(node, 'store', 0) };
}

/**
 * Writes them to a file of that name in a data folder: the node secret, and after it the sealing
 * key where that is an earlier secret's, since a recovery changes the one and not the other.
 */
export function writeSecrets(folder: string, name: string, { node, sealing }: NodeSecrets): void {
  const isDerived = equalBytes(secretsOf(node).sealing, sealing);
  const path = join(folder, name);
  writePrivateFile(path, isDerived ? node : concatBytes(node, sealing));
}

/**
 * The secrets in a file of a data folder.
 * @throws NodeError DATA_FOLDER_MISSING, SECRETS_INVALID
 */
export function readSecrets(folder: string, name = SECRET_FILE): NodeSecrets {
  if (!holdsNode(folder)) {
    throw new NodeError('DATA_FOLDER_MISSING', `data folder ${folder}: holds no node`, {
      remedy: 'Make one with covisa init, or start with --init.',
    });
  }
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  if (bytes.length === 32) return secretsOf(bytes);
  if (bytes.length === 64) return { node: bytes.slice(0, 32), sealing: bytes.slice(32) };
  throw new NodeError(
    'SECRETS_INVALID',
    `file ${join(folder, name)}: expected 32 or 64 bytes, got ${bytes.length}`,
    { remedy: 'Put the right file back, from the latest backup.' },
  );
}

/** The API token in a file, made there if there is none. */
export function readOrMakeApiToken(path: string, random: Random): string {
  const token = readTextIfThere(path)?.trim() ?? '';
  if (/^[\x21-\x7e]{16,}$/.test(token)) return token;
  if (token !== '') {
    throw new NodeError(
      'SECRETS_INVALID',
      `file ${path}: expected a token of 16 characters or more`,
      {
        remedy: 'Delete the file: the next start makes a new one.',
      },
    );
  }
  const fresh = encodeBase64url(random.bytes(32));
  writePrivateFile(path, `${fresh}\n`);
  return fresh;
}
