/** Nodes as real processes: started from a data folder, ended in order. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../node/dist/cli/main.js', import.meta.url));

/** A server that listens in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Ends it, and waits until it has ended. */
  end(): Promise<void>;
}

/** A node that runs. */
export interface NodeProcess extends ServerProcess {
  /** What its routes take as `authorization`. */
  readonly authorization: string;
}

function parseWhole(text: string): { readonly address: string } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Megabytes of a process that are in memory now. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1000;
}

/** Milliseconds of one tick of the kernel's account of processor time. */
const TICK_MILLISECONDS = 10;

/** Milliseconds of processor time that a process has taken, all its threads together. */
export function processorMilliseconds(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * TICK_MILLISECONDS;
}

/** The process of a child, and its end. */
export function processOf(child: ChildProcess): Omit<ServerProcess, 'url'> {
  const end = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { pid: child.pid ?? 0, end };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const document = parseWhole(text);
      if (document !== null) resolve(document.address);
    });
    child.once('exit', () => reject(new Error(`node: did not start: ${text}`)));
  });
}

/**
 * `covisa start` over a data folder; resolves when it says where it listens. `execArgv` goes to
 * Node.js itself.
 */
export async function startNode(
  folder: string,
  flags: readonly string[] = [],
  execArgv: readonly string[] = [],
): Promise<NodeProcess> {
  const argv = [...execArgv, MAIN, '--json', '--data', folder, 'start', '--port', '0', ...flags];
  const named = Object.entries(process.env).filter(([name]) => !name.startsWith('COVISA_'));
  const env = Object.fromEntries(named);
  // What it logs is not looked at: a node that fails says so by ending.
  const child = spawn(process.execPath, argv, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const url = await addressOf(child);
  const token = readFileSync(join(folder, 'api-token'), 'utf8').trim();
  return { url, authorization: `Bearer ${token}`, ...processOf(child) };
}
