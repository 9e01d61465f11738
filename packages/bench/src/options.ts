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

/** What `--help` prints. */
export function usage(lines: readonly BenchLine[]): string {
  const list = lines.map(({ name, title }) => `  ${name.padEnd(14)}${title}`);
  return `Usage: npm run bench               all lines, one after the other; takes an hour and more
       npm run bench -- --quick    small sizes: shows that all lines run, and proves nothing

  --only <line,…>  some of the lines
  --json           print one JSON document
  --write          write docs/benchmarks.md; lines that did not run stay as they are
  --strict         exit status 1 if a bound is missed

Lines:
${list.join('\n')}

Exit status: 0 all lines gave their figures, 1 one did not, 2 wrong usage.
`;
}

/**
 * Reads the command line's arguments, against all lines that there are; null if they ask for help.
 * @throws TypeError or RangeError for what it does not know, with what it knows
 */
export function parseOptions(args: readonly string[], lines: readonly BenchLine[]): Options | null {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true },
      json: flag,
      quick: flag,
      write: flag,
      strict: flag,
      help: { ...flag, short: 'h' },
    },
  });
  const { only, json, quick, write, strict, help } = values;
  if (help) return null;
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
