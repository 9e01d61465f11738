/** The adapters of a node that runs over a data folder. */

import { join } from 'node:path';
import { loadDriver, openSqliteStore } from '@covisa/store';
import { systemTurn } from '../adapters/clock-system.js';
import { nodeSignatureBackend } from '../adapters/ed25519-node.js';
import { openHeadFile } from '../adapters/head-file.js';
import { type Lock, lockDataFolder } from '../adapters/lock.js';
import { createLogger } from '../adapters/logger.js';
import { createSmtpMail } from '../adapters/mail-smtp.js';
import { nodeSha256 } from '../adapters/sha256-node.js';
import { createHttpTransport } from '../adapters/transport-http.js';
import type { Config } from '../config/index.js';
import type { EnginePorts, EngineSettings } from '../engine/context.js';
import { connectOverHttp } from '../http/peer-client.js';
import type { Clock, Logger, Mail } from '../ports.js';
import { DATABASE_FILE, HEAD_FILE, type NodeSecrets } from './data-folder.js';
import type { Io } from './io.js';

/** Open adapters, and how to close what is open. */
export interface OpenPorts {
  readonly ports: EnginePorts;
  close(): Promise<void>;
}

/** Takes a data folder's lock. @throws StoreError STORE_NATIVE_MISSING, and as `lockDataFolder` */
export function lockFolder(folder: string): Lock {
  // The lock stands on the database's native part: where that is missing, this says so, and not
  // that the folder is at fault.
  loadDriver();
  return lockDataFolder(folder);
}

/** The store of a data folder. */
export function openStore(
  folder: string,
  { sealing }: NodeSecrets,
  io: Io,
): ReturnType<typeof openSqliteStore> {
  return openSqliteStore({
    path: join(folder, DATABASE_FILE),
    sealingKey: sealing,
    randomBytes: io.random.bytes,
  });
}

/** The log of events as the settings want it, on standard error. */
export function openLogger(config: Config, io: Io, clock: Clock): Logger {
  const { logFormat, logLevel } = config;
  const automatic = process.stderr.isTTY === true ? 'pretty' : 'json';
  return createLogger({
    level: logLevel,
    format: logFormat === 'auto' ? automatic : logFormat,
    clock,
    write: io.note,
  });
}

/** All adapters over the data folder of the settings. */
export function openPorts(config: Config, secrets: NodeSecrets, io: Io, clock: Clock): OpenPorts {
  const store = openStore(config.data, secrets, io);
  const headFile = openHeadFile(join(config.data, HEAD_FILE));
  const transport = createHttpTransport({ allowPrivateAddresses: config.allowPrivateAddresses });
  const shared = {
    clock,
    random: io.random,
    signatures: nodeSignatureBackend(),
    sha256: nodeSha256,
  };
  const timeoutMilliseconds = config.requestTimeoutMilliseconds;
  const ports: EnginePorts = {
    ...shared,
    store,
    headFile,
    mail: openMail(config),
    turn: systemTurn,
    connect: connectOverHttp({ ...shared, transport, timeoutMilliseconds }),
    logger: openLogger(config, io, clock),
  };
  return {
    ports,
    async close() {
      transport.close();
      await headFile.close();
      await store.close();
    },
  };
}

function openMail({ smtpUrl, mailFrom, requestTimeoutMilliseconds }: Config): Mail | null {
  if (smtpUrl === null || mailFrom === null) return null;
  const timeoutMilliseconds = requestTimeoutMilliseconds;
  return createSmtpMail({ url: smtpUrl, from: mailFrom, timeoutMilliseconds });
}

/** What the engine takes of the settings. */
export function engineSettings(
  config: Config,
  testClockOffset: EngineSettings['testClockOffset'],
): EngineSettings {
  return {
    publicUrl: config.publicUrl,
    syncIntervalSeconds: config.syncIntervalSeconds,
    heartbeatIntervalSeconds: config.heartbeatIntervalSeconds,
    grantBudgetMilliseconds: config.grantBudgetMilliseconds,
    testClockOffset,
  };
}
