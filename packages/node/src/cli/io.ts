/**
 * What the command line has of its process: streams, environment, clock and chance. Tests put
 * others in their place.
 */

import { systemClock } from '../adapters/clock-system.js';
import { systemRandom } from '../adapters/random-system.js';
import type { Clock, Random } from '../ports.js';
import { askSecret } from './secret-prompt.js';

/** The process as a command sees it. */
export interface Io {
  /** Documents and tables. */
  out(text: string): void;
  /** Progress, warnings and errors. */
  note(text: string): void;
  /** All of standard input, at most `bytesMax` bytes. */
  input(bytesMax: number): Promise<string>;
  /** A line typed on the terminal without being shown; null where there is no terminal. */
  secret(question: string): Promise<string | null>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal that shows colours. */
  readonly colour: boolean;
  readonly clock: Clock;
  readonly random: Random;
}

async function readInput(bytesMax: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > bytesMax) throw new RangeError(`input: expected at most ${bytesMax} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The process that runs. */
export function processIo(): Io {
  const noColour = process.env.NO_COLOR !== undefined && process.env.NO_COLOR !== '';
  return {
    out: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
    input: readInput,
    secret: askSecret,
    environment: process.env,
    colour: process.stdout.isTTY === true && !noColour && process.env.TERM !== 'dumb',
    clock: systemClock,
    random: systemRandom,
  };
}
