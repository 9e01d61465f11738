/** Asking on a terminal for what nobody is to see: the typed line is not shown. */

import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** 128 + 2, as a shell reports an interrupt. */
const EXIT_INTERRUPTED = 130;

/**
 * The line that somebody types after `question`; empty at the end of input, null where standard
 * input is no terminal. The question goes to standard error: standard output is for answers.
 */
export async function askSecret(question: string): Promise<string | null> {
  if (process.stdin.isTTY !== true) return null;
  process.stderr.write(question);
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return await new Promise<string>((resolve) => {
      lines.once('line', resolve);
      lines.once('close', () => resolve(''));
      lines.once('SIGINT', () => {
        process.stderr.write('\n');
        process.exit(EXIT_INTERRUPTED);
      });
    });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
