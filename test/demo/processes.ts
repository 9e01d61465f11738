/** Processes of the command line: commands that end, and nodes that run. */

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../packages/node/dist/cli/main.js', import.meta.url));
/** Lines of a node's log of events that are shown when it fails. */
const LAST_LINES = 12;
const LINE_CHARACTERS_MAX = 400;

/** Settings of the caller's own node must not reach these. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('COVISA_')),
  );
}

/** Nodes that run: none of them outlives the demo, however that ends. */
const living = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** How a command ended. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly note: string;
}

/** Runs `covisa` with these arguments until it ends. */
export function runCommand(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let note = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      note += text;
    });
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, out, note }));
  });
}

/** A node process, and the document that it printed when it listened. */
export interface NodeProcess {
  readonly child: ChildProcess;
  readonly started: unknown;
}

/** Starts `covisa start`; its log of events goes to `log`. */
export async function startProcess(args: readonly string[], log: string): Promise<NodeProcess> {
  const file = openSync(log, 'a', 0o600);
  const child = spawn(process.execPath, [MAIN, '--json', ...args], {
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', file],
  });
  closeSync(file);
  living.add(child);
  child.once('exit', () => living.delete(child));
  return { child, started: await firstDocument(child, log) };
}

function firstDocument(child: ChildProcess, log: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const document = parseWhole(text);
      if (document !== undefined && !isError(document)) resolve(document);
    });
    child.once('error', reject);
    child.once('close', (status) => {
      reject(new Error(`node: ended with ${status} before it listened\n${text}${lastLines(log)}`));
    });
  });
}

/** A node that cannot start says so in its document. */
function isError(document: unknown): boolean {
  return typeof document === 'object' && document !== null && 'error' in document;
}

function parseWhole(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The end of a log of events. */
export function lastLines(log: string): string {
  if (!existsSync(log)) return '';
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-LAST_LINES);
  return lines.map((line) => line.slice(0, LINE_CHARACTERS_MAX)).join('\n');
}

/** Sends a signal to a process and waits until it has ended. */
export function endProcess(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
