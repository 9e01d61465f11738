/** Puts a node together over its data folder, starts it, and stops it so that running work ends. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Lock } from '../adapters/lock.js';
import { dataPath, type ResolvedConfig } from '../config/index.js';
import { secondsOf } from '../engine/context.js';
import { createEngine } from '../engine/engine.js';
import type { Engine } from '../engine/services.js';
import {
  type AppOptions,
  createApp,
  DEFAULT_RATE_LIMITS,
  type ListeningServer,
  listen,
  type RateLimits,
} from '../http/index.js';
import { ADDRESS_FILE, readOrMakeApiToken, readSecret } from './data-folder.js';
import { writePrivateFile } from './files.js';
import type { Io } from './io.js';
import { engineSettings, lockFolder, type OpenPorts, openPorts } from './ports.js';
import { setUpRoutes } from './set-up-page.js';
import { type NodeClock, openClock } from './test-clock.js';

/** A node that runs. */
export interface RunningNode {
  readonly engine: Engine;
  /** `http://127.0.0.1:7311`: where this machine reaches it. */
  readonly url: string;
  /** Ends running work, then gives everything back. */
  stop(): Promise<void>;
}

/** A test of a whole programme comes from one address, and its minutes are not minutes. */
const NO_LIMITS: RateLimits = { wallet: null, peers: null, people: null };

/**
 * Starts the node in the data folder of the settings.
 * @throws NodeError DATA_FOLDER_MISSING, NODE_ALREADY_RUNNING, SECRETS_INVALID, ADDRESS_IN_USE and
 * others; StoreError
 */
export async function startNode(resolved: ResolvedConfig, io: Io): Promise<RunningNode> {
  const { values: config } = resolved;
  const secret = readSecret(config.data);
  const lock = lockFolder(config.data);
  try {
    const clock = openClock(resolved, io.clock);
    const open = openPorts(config, secret, io, clock.clock);
    return await startOver(resolved, { secret, lock, clock, open, io }).catch(async (error) => {
      await open.close();
      throw error;
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Parts {
  readonly secret: Uint8Array;
  readonly lock: Lock;
  readonly clock: NodeClock;
  readonly open: OpenPorts;
  readonly io: Io;
}

async function startOver(resolved: ResolvedConfig, parts: Parts): Promise<RunningNode> {
  const { values: config } = resolved;
  const { open, clock, secret, io } = parts;
  const engine = await createEngine(open.ports, engineSettings(config, clock.offset), secret);
  const app = createApp(appOptions(resolved, parts, engine));
  const server = await listen(app, {
    host: config.host,
    port: config.port,
    clock: io.clock,
  });
  try {
    await engine.start();
    writePrivateFile(join(config.data, ADDRESS_FILE), `${server.url}\n`);
  } catch (error) {
    await server.close();
    throw error;
  }
  return { engine, url: server.url, stop: stopper(config.data, engine, server, parts) };
}

function appOptions(resolved: ResolvedConfig, parts: Parts, engine: Engine): AppOptions {
  const { values: config } = resolved;
  const { open, clock, io } = parts;
  return {
    engine,
    settings: {
      publicUrl: config.publicUrl,
      trustProxy: config.trustProxy,
      rateLimits: config.testClock ? NO_LIMITS : DEFAULT_RATE_LIMITS,
    },
    apiToken: readOrMakeApiToken(dataPath(config, config.apiTokenFile), io.random),
    now: () => secondsOf(clock.clock),
    logger: open.ports.logger,
    testClock: clock.testClock,
    signatures: open.ports.signatures,
    sha256: open.ports.sha256,
    extraRoutes: setUpRoutes({ engine, config }),
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
