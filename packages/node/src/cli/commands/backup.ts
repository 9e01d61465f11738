/**
 * `covisa backup` and `covisa restore`: node secret, settings and an online copy of the database in
 * one file. Never the head file: by its absence a restored node knows that it must ask its peers
 * for its own later entries before it writes.
 */

import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { shape } from '@covisa/protocol';
import type { Command } from 'commander';
import { CONFIG_FILE } from '../../config/index.js';
import { action, type Runner } from '../action.js';
import { type ArchivedFile, appendFile, endArchive, readArchive } from '../archive.js';
import { DATABASE_FILE, fillDataFolder, readSecrets, SECRET_FILE } from '../data-folder.js';
import { CommandError } from '../failure.js';
import { readJson, writePrivateFile } from '../files.js';
import { lockFolder, openStore } from '../ports.js';
import type { Outcome, Session } from '../session.js';

/** Stands last in the archive and names all files before it. */
const MANIFEST_FILE = 'backup.json';
const KNOWN = [SECRET_FILE, CONFIG_FILE, DATABASE_FILE, MANIFEST_FILE];

const RESTORED = [
  'Start it with covisa start: it asks its peers for its own later entries before it writes again,',
  'so the log is not harmed. Members and settings that changed since the backup have to be entered',
  'again.',
].join('\n');

const manifest = shape.closed({
  covisaBackup: shape.literal(1),
  time: shape.integer(0),
  files: shape.list(
    shape.closed({
      name: shape.text({ min: 1, max: 100 }),
      bytes: shape.integer(0),
      sha256: shape.text({ min: 64, max: 64, pattern: /^[0-9a-f]+$/ }),
    }),
    KNOWN.length,
  ),
});

/**
 * Writes the archive beside its place, flushes it, and puts it there whole. The list of its files
 * comes last.
 */
function writeBackup(target: string, data: string, database: string, time: number): void {
  const [draft, list] = [`${target}.part`, `${target}.list`];
  const to = openSync(draft, 'w', 0o600);
  try {
    const paths = [join(data, SECRET_FILE), join(data, CONFIG_FILE), database];
    const files = [SECRET_FILE, CONFIG_FILE, DATABASE_FILE].flatMap((name, index) => {
      const path = paths[index] ?? '';
      return existsSync(path) ? [appendFile(to, name, path, time)] : [];
    });
    writePrivateFile(list, `${JSON.stringify({ covisaBackup: 1, time, files }, null, 2)}\n`);
    appendFile(to, MANIFEST_FILE, list, time);
    endArchive(to);
    fsyncSync(to);
    renameSync(draft, target);
  } finally {
    closeSync(to);
    rmSync(list, { force: true });
    rmSync(draft, { force: true });
  }
}

async function backup(session: Session, _options: object, file: string): Promise<Outcome> {
  const { values: config } = session.config();
  const secrets = readSecrets(config.data);
  const target = resolve(file);
  if (existsSync(target)) {
    throw new CommandError('FILE_EXISTS', `file ${target}: is there already. Name a new one.`);
  }
  if (!existsSync(dirname(target))) {
    throw new CommandError(
      'FILE_UNWRITABLE',
      `file ${target}: its folder is not there. Make the folder, or name another place.`,
    );
  }
  const database = `${target}.database`;
  const time = Math.floor(session.io.clock.nowMilliseconds() / 1000);
  session.progress('Copying the database …');
  const store = openStore(config.data, secrets, session.io);
  try {
    await store.backup(database);
    session.progress('Packing …');
    writeBackup(target, config.data, database, time);
  } finally {
    rmSync(database, { force: true });
    await store.close();
  }
  const document = { file: target, time, data: config.data };
  const warning = 'It holds the keys of this space: keep it where only the owner can read it.';
  return { document, text: `Backup written to ${target}.\n${warning}` };
}

function checkFiles(path: string, target: string, found: readonly ArchivedFile[]): number {
  const damaged = (what: string): CommandError =>
    new CommandError(
      'BACKUP_INVALID',
      `backup ${path}: ${what}. Nothing was restored; use another backup.`,
    );
  if (!found.some((file) => file.name === MANIFEST_FILE))
    throw damaged('it has no list of its files');
  const { files, time } = manifest.parse(readJson(join(target, MANIFEST_FILE)));
  const unlisted = found.filter((file) => file.name !== MANIFEST_FILE);
  if (files.length !== unlisted.length) throw damaged('files are missing');
  for (const listed of files) {
    const file = unlisted.find((one) => one.name === listed.name);
    if (file?.sha256 !== listed.sha256) throw damaged(`${listed.name} is damaged`);
  }
  for (const name of [SECRET_FILE, DATABASE_FILE]) {
    if (!files.some((file) => file.name === name)) throw damaged(`${name} is missing`);
  }
  return time;
}

async function restore(session: Session, _options: object, file: string): Promise<Outcome> {
  const { values: config } = session.config();
  const path = resolve(file);
  if (!existsSync(path)) {
    throw new CommandError('FILE_MISSING', `file ${path}: is not there. Check the name.`);
  }
  return fillDataFolder(config.data, async () => {
    const lock = lockFolder(config.data);
    try {
      session.progress('Unpacking and checking …');
      const time = checkFiles(path, config.data, readArchive(path, config.data, KNOWN));
      rmSync(join(config.data, MANIFEST_FILE));
      // Opening checks that the database and the node secret belong together.
      await openStore(config.data, readSecrets(config.data), session.io).close();
      const document = { data: config.data, time };
      return { document, text: `Restored into ${config.data}.\n${RESTORED}` };
    } finally {
      lock.release();
    }
  });
}

/** Adds these commands to the program. */
export function addBackupCommands(program: Command, runner: Runner): void {
  program
    .command('backup <file>')
    .description('write node secret, settings and database to one new file; the node may run')
    .action(action(runner, backup));
  program
    .command('restore <file>')
    .description('put a backup into an empty data folder (--data)')
    .action(action(runner, restore));
}
