/**
 * `npm run conformance`: starts our own node as a process, in a folder that is gone afterwards, and
 * lets the conformance suite test it over HTTP. Arguments go on to the suite (`--report junit`).
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shape } from '@covisa/protocol';
import { ROOT } from './repository.js';

const NODE = join(ROOT, 'packages/node/dist/cli/main.js');
const SUITE = join(ROOT, 'packages/conformance/dist/main.js');
const started = shape.open({ address: shape.text({ min: 8, max: 200 }) });

/** Settings of the caller's own node must not reach this one. */
function environment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('COVISA_'));
  return Object.fromEntries(entries);
}

/** A port that nothing listens on: the node has to know its own address. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return address.port;
}

function startNode(data: string, port: number): ChildProcess {
  const about = ['--name', 'Under test', '--time-zone', 'UTC', '--rate', '20', '--currency', 'EUR'];
  const place = ['--latitude=48.2', '--longitude=16.37'];
  const address = ['--port', `${port}`, '--url', `http://127.0.0.1:${port}`];
  const trial = ['--test-clock', '--allow-private-addresses', '--log-level', 'error'];
  const args = ['--json', '--data', data, 'start', '--init'];
  args.push(...about, ...place, ...address, ...trial);
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  return spawn(process.execPath, [NODE, ...args], { env: environment(), stdio: [...stdio] });
}

/** The address in the document that a node prints when it listens. */
async function addressOf(node: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of node.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    text += String(chunk);
    if (!text.trimEnd().endsWith('}')) continue;
    const { address } = started.parse(JSON.parse(text));
    node.stdout?.resume();
    return address;
  }
  throw new Error(`the node ended before it listened:\n${text}`);
}

async function end(node: ChildProcess): Promise<void> {
  if (node.exitCode !== null || node.signalCode !== null) return;
  node.kill('SIGTERM');
  await once(node, 'exit');
}

/** The exit status of the suite. */
async function runSuite(address: string, token: string): Promise<number> {
  const args = ['--url', address, '--allow-private', '--token', token, ...process.argv.slice(2)];
  const suite = spawn(process.execPath, [SUITE, ...args], { stdio: 'inherit' });
  const [status] = (await once(suite, 'exit')) as [number | null];
  return status ?? 1;
}

const folder = mkdtempSync(join(tmpdir(), 'covisa-conformance-'));
const data = join(folder, 'data');
const node = startNode(data, await freePort());
try {
  const address = await addressOf(node);
  const token = readFileSync(join(data, 'api-token'), 'utf8').trim();
  process.exitCode = await runSuite(address, token);
} finally {
  await end(node);
  rmSync(folder, { recursive: true, force: true });
}
