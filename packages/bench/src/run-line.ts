/** Runs a line in a child process and a scratch folder of its own, and times it. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILED } from './folders.js';
import { millisecondsOf } from './harness/clock.js';
import type { BenchLine, LineResult } from './harness/line.js';

const MINUTE_MILLISECONDS = 60_000;

function isLineResult(value: unknown): value is LineResult {
  return typeof value === 'object' && value !== null && 'ratios' in value && 'notes' in value;
}

async function resultOf(line: BenchLine, scratch: string, quick: boolean): Promise<LineResult> {
  const { name, minutesMax } = line;
  const child = fork(join(COMPILED, 'child.js'), [name, scratch, ...(quick ? ['--quick'] : [])], {
    execArgv: ['--expose-gc'],
    // Standard output is the document's alone.
    stdio: ['ignore', 2, 'inherit', 'ipc'],
    serialization: 'advanced',
    timeout: minutesMax * MINUTE_MILLISECONDS,
  });
  let answer: unknown;
  child.on('message', (message) => {
    answer = message;
  });
  const [status, signal] = await once(child, 'close');
  if (isLineResult(answer)) return answer;
  throw new Error(`${name}: expected a result, got exit status ${status}, signal ${signal}`);
}

/** What became of a line: its result, or why there is none. */
export type LineOutcome = { readonly seconds: number } & (
  | { readonly result: LineResult }
  | { readonly error: string }
);

/**
 * Runs one line. Its scratch folder lies beside the compiled code, on the disk where the work is
 * done: a system's folder for temporary files is often in memory, where nothing is flushed.
 */
export async function runLine(line: BenchLine, quick: boolean): Promise<LineOutcome> {
  const scratch = mkdtempSync(join(COMPILED, 'scratch-'));
  try {
    let found: { readonly result: LineResult } | { readonly error: string } | undefined;
    const milliseconds = await millisecondsOf(async () => {
      found = await resultOf(line, scratch, quick).then(
        (result) => ({ result }),
        (error: unknown) => ({ error: String(error) }),
      );
    });
    return { seconds: Math.round(milliseconds / 100) / 10, ...(found ?? { error: 'nothing' }) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
