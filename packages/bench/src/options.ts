/** The options of `npm run bench`. */

import { parseArgs } from 'node:util';
import type { BenchLine } from './harness/line.js';

/** What the command line asks for. */
export interface Options {
  /** The lines to run. */
  readonly chosen: readonly BenchLine[];
  readonly json: boolean;
  readonly quick: boolean;
  readonly write: boolean;
  readonly strict: boolean;
}

/**
 * Reads the command line's arguments, against all lines that there are.
 * @throws TypeError or RangeError for what it does not know, with what it knows
 */
export function parseOptions(args: readonly string[], lines: readonly BenchLine[]): Options {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true },
      json: flag,
      quick: flag,
      write: flag,
      strict: flag,
    },
  });
  const { only, json, quick, write, strict } = values;
  if (quick && write) throw new RangeError('--write: quick figures prove nothing; leave one out');
  const wanted = only?.flatMap((names) => names.split(','));
  const known = lines.map(({ name }) => name);
  const unknown = wanted?.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(`--only: expected some of ${known.join(', ')}, got ${unknown}`);
  }
  const chosen = lines.filter(({ name }) => wanted?.includes(name) ?? true);
  return { chosen, json, quick, write, strict };
}
