/** The command line as child processes, nodes among them, ended after each test. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));

/** What a process left behind. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly notes: string;
}

/** A node that runs, with the document that it printed. */
export interface NodeProcess {
  readonly started: Readonly<Record<string, string>>;
  readonly process: ChildProcess;
  /** What it has written to standard error. */
  notes(): string;
  /** Sends a signal and waits; gives the exit status. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

function environment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('COVISA_'));
  return { ...Object.fromEntries(entries), NO_COLOR: '1' };
}

/** Runs one command to its end. */
export async function command(argv: readonly string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...argv], { env: environment() });
  let [out, notes] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    notes += text;
  });
  child.stdin.end(input);
  const [status] = await once(child, 'close');
  return { status, out, notes };
}

/** Runs one command, sends SIGINT as soon as it has said `when`, and waits for its end. */
export async function interrupted(argv: readonly string[], when: string): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...argv], { env: environment() });
  let [out, notes] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (!notes.includes(when) && `${notes}${text}`.includes(when)) child.kill('SIGINT');
    notes += text;
  });
  const [status] = await once(child, 'close');
  return { status, out, notes };
}

/** Runs a command with --json; its document. @throws Error if it fails */
export async function document(argv: readonly string[], input = '') {
  const ended = await command([...argv, '--json'], input);
  if (ended.status !== 0) throw new Error(`covisa ${argv.join(' ')}: ${ended.out}${ended.notes}`);
  return JSON.parse(ended.out);
}

function parseWhole(text: string): Readonly<Record<string, string>> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function firstDocument(child: ChildProcess): Promise<Readonly<Record<string, string>>> {
  return new Promise((resolve, reject) => {
    let [out, notes] = ['', ''];
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      notes += text;
    });
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const found = parseWhole(out);
      if (found !== null) resolve(found);
    });
    child.once('exit', () => reject(new Error(`node did not start: ${out}${notes}`)));
  });
}

/**
 * Registers the clean-up with mocha; call it inside of a `describe`. The function starts a node
 * with `covisa start`; `imports` are modules that its process loads first.
 */
export function nodeProcesses(): (
  argv: readonly string[],
  imports?: readonly string[],
) => Promise<NodeProcess> {
  const running: NodeProcess[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((node) => node.end('SIGKILL')));
  });
  return async (argv, imports = []) => {
    const first = imports.flatMap((path) => ['--import', path]);
    const child = spawn(process.execPath, [...first, MAIN, '--json', 'start', ...argv], {
      env: environment(),
    });
    let notes = '';
    child.stderr.on('data', (text: unknown) => {
      notes += String(text);
    });
    const end = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await once(child, 'exit');
      }
      return child.exitCode;
    };
    const started = await firstDocument(child);
    const node = { started, process: child, notes: () => notes, end };
    running.push(node);
    return node;
  };
}
