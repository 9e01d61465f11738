/** The app on a loopback port, stopped after each test. */

import { sha256 } from '@covisa/protocol';
import fetch, { type RequestInit, type Response } from 'node-fetch';
import { systemClock } from '../../../dist/adapters/clock-system.js';
import { createApp } from '../../../dist/http/app.js';
import type { AppOptions } from '../../../dist/http/context.js';
import { listen } from '../../../dist/http/server.js';
import { testAccess } from '../../support/access.js';
import { type DoubleOptions, type EngineDouble, engineDouble } from './engine-double.js';
import { NOW, signatures, type TestNode, testNode } from './test-node.js';

export const TOKEN = 'token-of-the-test';

/** One line of the log of events. */
export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface RunningApp {
  readonly url: string;
  readonly node: TestNode;
  readonly engine: EngineDouble;
  readonly logged: readonly Logged[];
  /** Fetches a path with the token; `init` may replace headers. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Posts JSON with the token. */
  readonly post: (path: string, body: unknown) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export interface RunOptions extends DoubleOptions {
  readonly node?: TestNode;
  readonly app?: Partial<AppOptions>;
}

/**
 * Registers the clean-up with mocha; call it inside of a `describe`. The function starts an app.
 */
export function runningApps(): (options?: RunOptions) => Promise<RunningApp> {
  const running: RunningApp[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((app) => app.close()));
  });
  return async (options = {}) => {
    const app = await start(options);
    running.push(app);
    return app;
  };
}

async function start(options: RunOptions): Promise<RunningApp> {
  const node = options.node ?? testNode('host');
  const engine = engineDouble(node, options);
  const logged: Logged[] = [];
  const log =
    (level: Logged['level']) =>
    (event: string, fields: Logged['fields'] = {}) =>
      void logged.push({ level, event, fields });
  const logger = { info: log('info'), warn: log('warn'), error: log('error') };
  const access = await testAccess({ logger, fileToken: TOKEN });
  const app = createApp({
    engine,
    settings: {
      publicUrl: 'https://node.example',
      trustProxy: ['loopback'],
      rateLimits: { wallet: null, peers: null, people: null },
    },
    access,
    now: () => NOW,
    clock: systemClock,
    logger,
    testClock: null,
    signatures,
    sha256,
    pages: null,
    setUp: null,
    ...options.app,
  });
  const server = await listen(app, {
    host: '127.0.0.1',
    port: 0,
    clock: systemClock,
    drainMilliseconds: 500,
  });
  const authorization = `Bearer ${TOKEN}`;
  return {
    url: server.url,
    node,
    engine,
    logged,
    fetch: (path, init = {}) =>
      fetch(`${server.url}${path}`, { redirect: 'error', headers: { authorization }, ...init }),
    post: (path, body) =>
      fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    close: server.close,
  };
}

/** The document in an answer. */
export async function bodyOf(response: Response) {
  return JSON.parse(await response.text());
}

/** The code in an error's body; null for another body. */
export async function codeIn(response: Response): Promise<string | null> {
  const value: unknown = await response.json();
  if (typeof value !== 'object' || value === null || !('error' in value)) return null;
  const { error } = value;
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return String(error.code);
}
