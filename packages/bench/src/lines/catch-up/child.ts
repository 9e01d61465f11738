/** Child processes that say one JSON document on standard output. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A child, and what it said first. */
export interface Child<T> {
  readonly said: T;
  /** Ends it, and waits until it has ended. */
  end(): Promise<void>;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}

/**
 * Runs a script of this package until it has said a line; what it says is trusted to be a `T`.
 * @throws Error if it ends before that
 */
export async function startChild<T>(script: URL, argv: readonly string[]): Promise<Child<T>> {
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];
  const child = spawn(process.execPath, [fileURLToPath(script), ...argv], { stdio });
  let text = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout) {
    text += String(chunk);
    const [line, rest] = text.split('\n');
    if (rest !== undefined) return { said: JSON.parse(line ?? ''), end: () => ended(child) };
  }
  throw new Error(`${script.pathname}: ended without a word`);
}

/** Runs a script of this package to its end, and gives what it said. */
export async function runChild<T>(script: URL, argv: readonly string[]): Promise<T> {
  const child = await startChild<T>(script, argv);
  await child.end();
  return child.said;
}
