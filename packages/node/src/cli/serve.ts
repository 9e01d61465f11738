/** Puts a node together over its data folder, starts it, and stops it so that running work ends. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import { Access } from '../access/index.js';
import type { Lock } from '../adapters/lock.js';
import { scryptPasswords } from '../adapters/passwords.js';
import { type Config, dataPath, type ResolvedConfig } from '../config/index.js';
import { secondsOf } from '../engine/context.js';
import { createEngine } from '../engine/engine.js';
import type { Engine } from '../engine/services.js';
import {
  type AppOptions,
  type AppSettings,
  createApp,
  DEFAULT_RATE_LIMITS,
  type ListeningServer,
  listen,
  type RateLimits,
} from '../http/index.js';
import type { Clock, Logger } from '../ports.js';
import { ADDRESS_FILE, type NodeSecrets, readOrMakeApiToken, readSecrets } from './data-folder.js';
import { writePrivateFile } from './files.js';
import type { Io } from './io.js';
import { engineSettings, lockFolder, type OpenPorts, openPorts } from './ports.js';
import { madeSetUp } from './set-up/made.js';
import { untilUncaught } from './signals.js';
import { type NodeClock, openClock } from './test-clock.js';

/** A node that runs. */
export interface RunningNode {
  readonly engine: Engine;
  readonly access: Access;
  /** `http://127.0.0.1:7311`: where this machine reaches it. */
  readonly url: string;
  readonly logger: Logger;
  /** Ends running work, then gives everything back. */
  stop(): Promise<void>;
}

/** Milliseconds that a node is given to stop in order after an error that nobody caught. */
const STOP_MILLISECONDS = 15_000;

/**
 * Waits until the node is to end, and stops it. True: by a signal. False: by an error that nobody
 * caught, which is logged; it is stopped all the same, so that no append is cut off, but not waited
 * for without end, since what was broken may be what stopping stands on.
 */
export async function stopInTheEnd(
  node: RunningNode,
  clock: Clock,
  signal: Promise<unknown>,
): Promise<boolean> {
  const uncaught = untilUncaught(({ origin, error }) =>
    node.logger.error('uncaught', { origin, error }),
  );
  const isSignal = await Promise.race([signal.then(() => true), uncaught.then(() => false)]);
  if (isSignal) {
    await node.stop();
    return true;
  }
  const late = new Promise<void>((resolve) => clock.after(STOP_MILLISECONDS, resolve));
  const stopped = node.stop().catch((error: unknown) => {
    node.logger.error('stop-failed', { error });
  });
  await Promise.race([stopped, late]);
  return false;
}

/** Where the pages are built: beside the compiled node. */
export const PAGES = fileURLToPath(new URL('../../pages', import.meta.url));

/** A test of a whole programme comes from one address, and its minutes are not minutes. */
const NO_LIMITS: RateLimits = { wallet: null, peers: null, people: null };

/** What the HTTP shell takes of the settings. */
export function appSettings(config: Config): AppSettings {
  return {
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    rateLimits: config.testClock ? NO_LIMITS : DEFAULT_RATE_LIMITS,
  };
}

/**
 * Starts the node in the data folder of the settings, behind a server that listens already or one
 * of its own.
 * @throws NodeError DATA_FOLDER_MISSING, NODE_ALREADY_RUNNING, SECRETS_INVALID, ADDRESS_IN_USE and
 * others; StoreError
 */
export async function startNode(
  resolved: ResolvedConfig,
  io: Io,
  server: ListeningServer | null = null,
): Promise<RunningNode> {
  const { values: config } = resolved;
  const secrets = readSecrets(config.data);
  const lock = lockFolder(config.data);
  try {
    const clock = openClock(resolved, io.clock);
    const open = openPorts(config, secrets, io, clock.clock);
    return await startOver(resolved, { secrets, lock, clock, open, io, server }).catch(
      async (error) => {
        await open.close();
        throw error;
      },
    );
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Parts {
  readonly secrets: NodeSecrets;
  readonly lock: Lock;
  readonly clock: NodeClock;
  readonly open: OpenPorts;
  readonly io: Io;
  /** Null: one of its own is to listen. */
  readonly server: ListeningServer | null;
}

async function startOver(resolved: ResolvedConfig, parts: Parts): Promise<RunningNode> {
  const { values: config } = resolved;
  const { open, clock, secrets } = parts;
  const settings = engineSettings(config, clock.offset);
  const engine = await createEngine(open.ports, settings, secrets.node);
  const access = await openAccess(resolved, parts);
  const app = createApp(appOptions(resolved, parts, { engine, access }));
  const server = await serveWith(app, resolved, parts);
  try {
    await engine.start();
    writePrivateFile(join(config.data, ADDRESS_FILE), `${server.url}\n`);
  } catch (error) {
    if (parts.server === null) await server.close();
    throw error;
  }
  const { logger } = open.ports;
  const stop = stopper(config.data, engine, server, parts);
  return { engine, access, url: server.url, logger, stop };
}

/** A server that listens already goes on with this app. */
async function serveWith(
  app: Express,
  { values: { host, port } }: ResolvedConfig,
  { server, io }: Parts,
): Promise<ListeningServer> {
  if (server === null) return listen(app, { host, port, clock: io.clock });
  server.serve(app);
  return server;
}

function openAccess({ values: config }: ResolvedConfig, parts: Parts): Promise<Access> {
  const { open, clock, io } = parts;
  const { store, logger, sha256 } = open.ports;
  return Access.open({
    store,
    logger,
    sha256,
    now: () => secondsOf(clock.clock),
    random: io.random,
    passwords: scryptPasswords(io.random),
    fileToken: readOrMakeApiToken(dataPath(config, config.apiTokenFile), io.random),
  });
}

function appOptions(
  resolved: ResolvedConfig,
  parts: Parts,
  { engine, access }: Pick<AppOptions, 'engine' | 'access'>,
): AppOptions {
  const { values: config } = resolved;
  const { open, clock, io } = parts;
  return {
    engine,
    access,
    settings: appSettings(config),
    now: () => secondsOf(clock.clock),
    clock: io.clock,
    logger: open.ports.logger,
    testClock: clock.testClock,
    signatures: open.ports.signatures,
    sha256: open.ports.sha256,
    pages: PAGES,
    setUp: madeSetUp({ engine, access, data: config.data }),
  };
}

/** Requests end first, then the engine's own work, then what both stand on. */
function stopper(
  data: string,
  engine: Engine,
  server: ListeningServer,
  { open, lock }: Parts,
): () => Promise<void> {
  let stopped: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    rmSync(join(data, ADDRESS_FILE), { force: true });
    await server.close();
    await engine.stop();
    await open.close();
    lock.release();
  };
  return () => {
    stopped ??= stop();
    return stopped;
  };
}
