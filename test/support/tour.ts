/**
 * Runs the README's tour as it stands there: its nodes as processes, its other blocks by bash, one
 * after the other.
 */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { promisify } from 'node:util';

/** The shell blocks of one section of a document. */
export function shellBlocks(document: string, section: string): string[] {
  const start = document.indexOf(`\n## ${section}\n`);
  if (start < 0) throw new Error(`expected the section "${section}"`);
  const end = document.indexOf('\n## ', start + 1);
  const blocks = document
    .slice(start, end < 0 ? undefined : end)
    .matchAll(/```sh\n([\s\S]*?)```/gu);
  return [...blocks].map(([, text = '']) => text);
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return address.port;
}

/** The settings of whoever runs the tests are none of the tour's. */
function environment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('COVISA_'));
  return Object.fromEntries(entries);
}

/** A shell in which each block runs with what the blocks before it defined. */
export class Tour {
  readonly #folder: string;
  readonly #prelude: string;
  readonly #nodes: ChildProcess[] = [];

  constructor(folder: string, prelude: string) {
    this.#folder = folder;
    this.#prelude = prelude;
  }

  /** Starts a block that goes on running; comes back when it says that its node runs. */
  async start(block: string): Promise<void> {
    const script = `${this.#prelude}\n${block.replace(/\bcovisa start/u, 'exec_covisa start')}`;
    const options = { cwd: this.#folder, env: environment() };
    const node = spawn('bash', ['-euo', 'pipefail', '-c', script], options);
    this.#nodes.push(node);
    let said = '';
    node.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    for await (const chunk of node.stdout.iterator({ destroyOnReturn: false })) {
      said += String(chunk);
      if (said.includes('The node runs.')) break;
    }
    if (!said.includes('The node runs.')) throw new Error(`the node did not start:\n${said}`);
    node.stdout.resume();
  }

  /** Runs a block to its end. What it printed. @throws if a command in it fails */
  async run(block: string): Promise<string> {
    const script = `${this.#prelude}\n${block}`;
    const options = { cwd: this.#folder, env: environment() };
    const { stdout } = await promisify(execFile)(
      'bash',
      ['-euo', 'pipefail', '-c', script],
      options,
    );
    return stdout;
  }

  /** Stops the nodes. */
  async end(): Promise<void> {
    for (const node of this.#nodes) {
      if (node.exitCode !== null || node.signalCode !== null) continue;
      node.kill('SIGTERM');
      await once(node, 'exit');
    }
  }
}
