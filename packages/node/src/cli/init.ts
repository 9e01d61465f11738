/**
 * Makes a node in an empty data folder: its secret, its recovery key (shown once, never stored),
 * its log's first entries.
 */

import { join } from 'node:path';
import { type ProfileEntry, recoveryDigest, type Seconds, type SpaceId } from '@covisa/protocol';
import { nodeSignatureBackend } from '../adapters/ed25519-node.js';
import { encodeRecoveryWords } from '../adapters/recovery-words.js';
import {
  CONFIG_FILE,
  dataPath,
  type ResolvedConfig,
  SETTING_NAMES,
  settingOf,
} from '../config/index.js';
import { secondsOf } from '../engine/context.js';
import { initialiseSpace } from '../engine/engine.js';
import {
  fillDataFolder,
  readOrMakeApiToken,
  SECRET_FILE,
  secretsOf,
  writeSecrets,
} from './data-folder.js';
import { writePrivateFile } from './files.js';
import type { Io } from './io.js';
import { engineSettings, lockFolder, openPorts } from './ports.js';
import { newProfile, type ProfileOptions } from './profile.js';
import { openClock } from './test-clock.js';

/** A node that was made. */
export interface Made {
  readonly space: SpaceId;
  readonly name: string;
  /** Absolute. */
  readonly data: string;
}

/** A node that was made, with its recovery key. */
export interface Initialised extends Made {
  /** 24 words with spaces. The only copy: nothing keeps them. */
  readonly recoveryWords: string;
}

/** What a new space begins with. */
export interface NewSpace {
  /** SHA-256 of the recovery public key, in base64url. */
  readonly recoveryDigest: string;
  readonly profile: (signed: Seconds) => ProfileEntry;
}

/** The settings that were given as flags, as covisa.json keeps them. */
export function settingsDocument({ values, sources }: ResolvedConfig): object {
  const kept = SETTING_NAMES.filter(
    (name) => sources[name].kind === 'flag' && settingOf(name).notInFile !== true,
  );
  return Object.fromEntries(kept.map((name) => [name, values[name]]));
}

/**
 * Makes a node in the data folder of the settings, which must be empty, and its recovery key.
 * @throws as `makeNode`
 */
export async function initialiseNode(
  resolved: ResolvedConfig,
  options: ProfileOptions,
  io: Io,
): Promise<Initialised> {
  const seed = io.random.bytes(32);
  const made = await makeNode(
    resolved,
    {
      recoveryDigest: recoveryDigest(nodeSignatureBackend().publicKey(seed)),
      profile: (signed) => newProfile(options, signed, resolved.values.publicUrl),
    },
    io,
  );
  return { ...made, recoveryWords: encodeRecoveryWords(seed) };
}

/**
 * Makes a node in the data folder of the settings, which must be empty.
 * @throws CommandError DATA_FOLDER_NOT_EMPTY; NodeError DATA_FOLDER_UNWRITABLE,
 * NODE_ALREADY_RUNNING; StoreError
 */
export function makeNode(resolved: ResolvedConfig, space: NewSpace, io: Io): Promise<Made> {
  const { data } = resolved.values;
  return fillDataFolder(data, async () => {
    const lock = lockFolder(data);
    try {
      return await make(resolved, space, io);
    } finally {
      lock.release();
    }
  });
}

async function make(resolved: ResolvedConfig, newSpace: NewSpace, io: Io): Promise<Made> {
  const { values: config } = resolved;
  const secrets = secretsOf(io.random.bytes(32));
  const clock = openClock(resolved, io.clock);
  const profile = newSpace.profile(secondsOf(clock.clock));
  const open = openPorts(config, secrets, io, clock.clock);
  try {
    const space = await initialiseSpace(
      open.ports,
      engineSettings(config, clock.offset),
      secrets.node,
      {
        recoveryDigest: newSpace.recoveryDigest,
        profile,
      },
    );
    const settings = settingsDocument(resolved);
    writePrivateFile(join(config.data, CONFIG_FILE), `${JSON.stringify(settings, null, 2)}\n`);
    readOrMakeApiToken(dataPath(config, config.apiTokenFile), io.random);
    writeSecrets(config.data, SECRET_FILE, secrets);
    return { space, name: profile.name, data: config.data };
  } finally {
    await open.close();
  }
}
