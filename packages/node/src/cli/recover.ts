/**
 * Takes a space back with its recovery key: in the data folder of a node that does not run, or in
 * an empty one.
 */

import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { recoveryDigest } from '@covisa/protocol';
import type { LogId } from '@covisa/store';
import { nodeSignatureBackend } from '../adapters/ed25519-node.js';
import { encodeRecoveryWords } from '../adapters/recovery-words.js';
import { CONFIG_FILE, dataPath, type ResolvedConfig } from '../config/index.js';
import { findOwnLog } from '../engine/identity.js';
import { type LastEntry, Recoverable, type Recovered } from '../engine/recover.js';
import { View } from '../engine/view.js';
import { NodeError } from '../errors.js';
import {
  fillDataFolder,
  holdsNode,
  NEXT_SECRET_FILE,
  type NodeSecrets,
  readOrMakeApiToken,
  readSecrets,
  SECRET_FILE,
  secretsOf,
  writeSecrets,
} from './data-folder.js';
import { type EntryWords, wordsOfEntry } from './entry-words.js';
import { writePrivateFile } from './files.js';
import { settingsDocument } from './init.js';
import type { Io } from './io.js';
import { engineSettings, lockFolder, openPorts } from './ports.js';
import { openClock } from './test-clock.js';

/** Entries that are shown of the end of a log. */
const LISTED_MAX = 40;

/** What the owner typed. */
export interface RecoverInput {
  /** 32 bytes. */
  readonly recoverySeed: Uint8Array;
  /** Addresses of other nodes. */
  readonly peers: readonly string[];
  /** How many entries of the log so far are accepted; null: all. */
  readonly accept: number | null;
  /**
   * Told the new words before anything is written: after that the old ones serve no more, so
   * whatever breaks then must not take the new ones along.
   */
  readonly show: (recoveryWords: string) => Promise<void>;
}

/** A space that was taken back, with its new recovery key. */
export interface RecoveredNode extends Recovered {
  /** Absolute. */
  readonly data: string;
  /** 24 words with spaces. The only copy: nothing keeps them. */
  readonly recoveryWords: string;
}

/**
 * @throws NodeError NODE_ALREADY_RUNNING, RECOVERY_KEY_UNKNOWN, SECRETS_INVALID; CommandError
 * DATA_FOLDER_NOT_EMPTY; StoreError
 */
export async function recoverNode(
  resolved: ResolvedConfig,
  input: RecoverInput,
  io: Io,
): Promise<RecoveredNode> {
  const { data } = resolved.values;
  const node = io.random.bytes(32);
  if (!holdsNode(data)) {
    const secrets = secretsOf(node);
    return fillDataFolder(data, () =>
      underLock(data, async () => {
        const recovered = await recover(resolved, input, io, secrets);
        const settings = JSON.stringify(settingsDocument(resolved), null, 2);
        writePrivateFile(join(data, CONFIG_FILE), `${settings}\n`);
        readOrMakeApiToken(dataPath(resolved.values, resolved.values.apiTokenFile), io.random);
        renameSync(join(data, NEXT_SECRET_FILE), join(data, SECRET_FILE));
        return recovered;
      }),
    );
  }
  return underLock(data, async () => {
    const secrets = { node, sealing: readSecrets(data).sealing };
    const recovered = await recover(resolved, input, io, secrets);
    renameSync(join(data, NEXT_SECRET_FILE), join(data, SECRET_FILE));
    return recovered;
  });
}

async function underLock<T>(data: string, work: () => Promise<T>): Promise<T> {
  const lock = lockFolder(data);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** An entry, also in words. */
export interface ListedEntry extends LastEntry, EntryWords {}

/** The last entries of the log, as far as data folder and peers know it. @throws as above */
export function lastEntries(
  resolved: ResolvedConfig,
  input: RecoverInput,
  io: Io,
): Promise<readonly ListedEntry[]> {
  const { data } = resolved.values;
  return underLock(data, () =>
    prepared(resolved, input, io, readSecrets(data), async ({ recoverable }) => {
      const names = await recoverable.names();
      const entries = await recoverable.lastEntries(LISTED_MAX);
      return entries.map((entry) => ({ ...entry, ...wordsOfEntry(entry.text, names) }));
    }),
  );
}

interface Prepared {
  readonly recoverable: Recoverable;
  readonly nextSeed: Uint8Array;
}

/** Opens the data folder, asks the peers, and lets `work` go on from there. */
async function prepared<T>(
  resolved: ResolvedConfig,
  { recoverySeed, peers, accept }: RecoverInput,
  io: Io,
  secrets: NodeSecrets,
  work: (prepared: Prepared) => Promise<T>,
): Promise<T> {
  const { values: config } = resolved;
  const nextSeed = io.random.bytes(32);
  const nextRecovery = recoveryDigest(nodeSignatureBackend().publicKey(nextSeed));
  const clock = openClock(resolved, io.clock);
  const open = openPorts(config, secrets, io, clock.clock);
  try {
    const settings = engineSettings(config, clock.offset);
    const order = { recoverySeed, nextRecovery, peers, accept };
    const recoverable = new Recoverable(open.ports, settings, order);
    await recoverable.prepare();
    return await work({ recoverable, nextSeed });
  } finally {
    await open.close();
  }
}

function recover(
  resolved: ResolvedConfig,
  input: RecoverInput,
  io: Io,
  secrets: NodeSecrets,
): Promise<RecoveredNode> {
  const { data } = resolved.values;
  return prepared(resolved, input, io, secrets, async ({ recoverable, nextSeed }) => {
    const recoveryWords = encodeRecoveryWords(nextSeed);
    await input.show(recoveryWords);
    // Before the log names the new keys: they must not be lost then.
    writeSecrets(data, NEXT_SECRET_FILE, secrets);
    const recovered = await recoverable.finish(secrets.node);
    return { ...recovered, data, recoveryWords };
  });
}

/**
 * Ends a recovery that was cut off after the log had taken the new keys. Null: there is none, or
 * the log did not take them; then its secrets are dropped.
 * @throws NodeError NODE_ALREADY_RUNNING; StoreError
 */
export async function finishRecovery(resolved: ResolvedConfig, io: Io): Promise<LogId | null> {
  const { values: config } = resolved;
  const path = join(config.data, NEXT_SECRET_FILE);
  if (!existsSync(path)) return null;
  return underLock(config.data, async () => {
    const secrets = readSecrets(config.data, NEXT_SECRET_FILE);
    const open = openPorts(config, secrets, io, openClock(resolved, io.clock).clock);
    try {
      const view = new View();
      await view.load(open.ports.store);
      const log = await findOwnLog(open.ports, secrets.node, view);
      renameSync(path, join(config.data, SECRET_FILE));
      return log;
    } catch (error) {
      if (!(error instanceof NodeError) || error.code !== 'SECRETS_INVALID') throw error;
      rmSync(path);
      return null;
    } finally {
      await open.close();
    }
  });
}
