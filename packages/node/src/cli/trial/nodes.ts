/** Real node processes on this machine: free ports, start, and a stop that leaves none behind. */

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SpaceId, shape, spaceId } from '@covisa/protocol';
import { NodeClient } from '../client.js';
import { CommandError } from '../failure.js';
import { readText } from '../files.js';
import type { Io } from '../io.js';

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url));
/** Milliseconds until a node that does not stop is ended. */
const STOP_MILLISECONDS = 15_000;

/** A node process that listens. */
export interface TrialNode {
  readonly space: SpaceId;
  readonly name: string;
  readonly url: string;
  readonly data: string;
  readonly client: NodeClient;
  readonly process: ChildProcess;
}

const started = shape.open({
  space: spaceId,
  name: shape.text({ min: 1, max: 80 }),
  address: shape.text({ min: 8, max: 200 }),
});

/** A port of the loopback address that is free just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Only what a process needs: settings of the caller's own node must not reach these nodes. */
function cleanEnvironment(io: Io): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(io.environment).filter(([name]) => !name.startsWith('COVISA_')),
  );
}

/**
 * Starts the node of a data folder. Its log of events goes to `<folder>.log`. @throws CommandError
 * TRIAL_FAILED
 */
export async function startTrialNode(data: string, io: Io): Promise<TrialNode> {
  const log = openSync(`${data}.log`, 'a', 0o600);
  const child = spawn(process.execPath, [MAIN, '--json', '--data', data, 'start'], {
    cwd: dirname(data),
    env: cleanEnvironment(io),
    stdio: ['ignore', 'pipe', log],
  });
  closeSync(log);
  const { space, name, address } = started.parse(await firstDocument(child, data));
  const token = readText(join(data, 'api-token')).trim();
  return {
    space,
    name,
    url: address,
    data,
    client: new NodeClient(address, token),
    process: child,
  };
}

function parseWhole(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function firstDocument(child: ChildProcess, data: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const document = parseWhole(text);
      if (document !== undefined) resolve(document);
    });
    child.once('error', reject);
    child.once('exit', () => {
      const what = `node ${data}: did not start. Its log says more: ${data}.log`;
      reject(new CommandError('TRIAL_FAILED', what));
    });
  });
}

/** Ends all nodes and waits until they have ended. */
export async function stopTrialNodes(nodes: readonly TrialNode[], io: Io): Promise<void> {
  await Promise.all(nodes.map((node) => stop(node.process, io)));
}

function stop(child: ChildProcess, io: Io): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const hard = io.clock.after(STOP_MILLISECONDS, () => child.kill('SIGKILL'));
    child.once('exit', () => {
      hard.cancel();
      resolve();
    });
    child.kill('SIGTERM');
  });
}
