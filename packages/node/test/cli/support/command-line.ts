/** The command line in this process, with streams, clock and chance of the test's own. */

import type { Io } from '../../../dist/cli/io.js';
import { run } from '../../../dist/cli/program.js';
import type { Clock } from '../../../dist/ports.js';
import { ManualClock } from '../../support/manual-clock.js';

/** What a command left behind. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly notes: string;
}

export interface CommandLineOptions {
  readonly input?: string;
  /** What is typed on the terminal, line by line; missing: there is no terminal. */
  readonly typed?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly colour?: boolean;
  readonly clock?: Clock;
  /** How many draws of chance went before: another number is another machine. */
  readonly draws?: number;
}

/** Runs one command. Chance counts upward, so that each draw is another and each run the same. */
export async function covisa(
  argv: readonly string[],
  options: CommandLineOptions = {},
): Promise<Ran> {
  let [status, out, notes, draws] = [-1, '', '', options.draws ?? 0];
  const typed = options.typed?.slice();
  const io: Io = {
    out: (text) => {
      out += text;
    },
    note: (text) => {
      notes += text;
    },
    input: async () => options.input ?? '',
    secret: async (question) => {
      notes += question;
      return typed?.shift() ?? null;
    },
    environment: options.environment ?? {},
    colour: options.colour === true,
    clock: options.clock ?? new ManualClock(),
    random: { bytes: (length) => new Uint8Array(length).fill(++draws) },
  };
  const setExitStatus = (value: number): void => {
    status = value;
  };
  await run({ io, setExitStatus }, '0.1.0', argv);
  return { status, out, notes };
}

/** The exit status and the code of the error document on standard output. */
export function refusal({ status, out }: Ran): readonly [number, string] {
  return [status, JSON.parse(out).error.code];
}
