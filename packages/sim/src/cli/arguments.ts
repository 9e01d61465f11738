/** The command's arguments. */

import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { CHECKED } from '../invariants/index.js';
import { NO_CRASH } from '../play/play.js';
import { LIE_KINDS } from '../story/draw-liars.js';
import type { DrawOptions } from '../story/draw-options.js';
import type { LieKind } from '../story/story.js';

/** The command was called in a way that it cannot be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What is common to all that plays. */
interface Common {
  readonly json: boolean;
  /** The only invariant whose violations count; null: all do. */
  readonly only: string | null;
}

/** One seed, with a trace. */
export interface SeedArguments extends Common {
  readonly kind: 'seed';
  readonly seed: string;
  readonly options: DrawOptions;
}

/** A story from a file, with a trace. */
export interface FileArguments extends Common {
  readonly kind: 'file';
  readonly path: string;
}

/** Many seeds, and the figures of all of them. */
export interface SeedsArguments extends Common {
  readonly kind: 'seeds';
  readonly first: number;
  readonly count: number;
  readonly options: DrawOptions;
  readonly jobs: number;
  /** Whether stories that fail are made smaller. */
  readonly shrinks: boolean;
}

/** The list of breakages, each against seeds. */
export interface BreakagesArguments {
  readonly kind: 'breakages';
  readonly json: boolean;
  /** Names; empty: all. */
  readonly names: readonly string[];
  readonly count: number;
  readonly options: DrawOptions;
  readonly jobs: number;
}

/** The remembered stories, against their traces. */
export interface ScenariosArguments {
  readonly kind: 'scenarios';
  /** Whether the traces are written anew. */
  readonly writes: boolean;
}

/** The invariants, to be written to the documentation. */
export interface DocumentArguments {
  readonly kind: 'document';
}

export type Arguments =
  | SeedArguments
  | FileArguments
  | SeedsArguments
  | BreakagesArguments
  | ScenariosArguments
  | DocumentArguments;

/** What `--help` says. */
export const HELP = `Usage: npm run sim -- --seed <seed>      play a seed, any text, with a trace
       npm run sim -- --seeds <count>    play many seeds, and print figures
       npm run sim -- --file <story>     play a story from a file, with a trace
       npm run sim -- scenarios [--write]          compare the remembered stories with their traces
       npm run sim -- breakages [--name <name>]    break the engine, and see what notices it
       npm run sim -- sharding                     the model of networks too large for one node
       npm run sim -- document                     write the invariants to docs/simulator.md

  --from <n>               the first of the seeds; default 1
  --spaces <n>             spaces at most, from 3; default 1000, for breakages 8
  --visits <n>             visits of each story; default: so many that seeds cost about the same
  --days <n>               days of each story
  --members <n>            members of each story
  --lie <kind>             in each story somebody lies, and in this way
  --long                   four spaces through four years, a million check-ins
  --old                    four spaces that live to see entries forgotten
  --jobs <n>               processes at once; default: the machine's processors
  --only-invariant <name>  count violations of this one alone
  --no-shrink              leave stories that fail as they are
  --json                   print the figures as JSON

Exit status: 0 all held, 1 something was violated or not noticed, 2 wrong usage.
`;

const OPTIONS = {
  seed: { type: 'string' },
  seeds: { type: 'string' },
  file: { type: 'string' },
  from: { type: 'string' },
  spaces: { type: 'string' },
  visits: { type: 'string' },
  days: { type: 'string' },
  members: { type: 'string' },
  lie: { type: 'string' },
  long: { type: 'boolean', default: false },
  old: { type: 'boolean', default: false },
  jobs: { type: 'string' },
  'only-invariant': { type: 'string' },
  'no-shrink': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  name: { type: 'string', multiple: true },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof read>['values'];

/** Of these visits a tenth ends in a refusal: of a screenshot, or of a visa that has expired. */
const LONG: DrawOptions = { visits: 1_150_000, days: 1460, members: 10_000, chapterDays: 40 };
const BREAKAGE_SEEDS = 200;
const BREAKAGE: DrawOptions = { spacesMax: 8, visits: 80, days: 2 };

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

/** A whole number, as it is given. */
function numberOf(values: Values, name: NumberName, min: number): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/u.test(text) && Number(text) >= min) return Number(text);
  throw new UsageError(`--${name}: give a whole number from ${min}, instead of ${text}`);
}

type NumberName = 'seeds' | 'from' | 'spaces' | 'visits' | 'days' | 'members' | 'jobs';

function drawOptionsOf(values: Values, otherwise: DrawOptions = {}): DrawOptions {
  const spacesMax = numberOf(values, 'spaces', 3);
  const visits = numberOf(values, 'visits', 0);
  const days = numberOf(values, 'days', 1);
  const members = numberOf(values, 'members', 1);
  const lie = lieOf(values);
  return {
    ...(values.long ? LONG : otherwise),
    ...(spacesMax !== undefined && { spacesMax }),
    ...(visits !== undefined && { visits }),
    ...(days !== undefined && { days }),
    ...(members !== undefined && { members }),
    ...(lie !== undefined && { lie }),
    ...(values.old && { old: true }),
  };
}

function lieOf({ lie }: Values): LieKind | undefined {
  if (lie === undefined) return undefined;
  const kind = LIE_KINDS.find((one) => one === lie);
  if (kind !== undefined) return kind;
  throw new UsageError(`--lie: give one of ${LIE_KINDS.join(', ')}, instead of ${lie}`);
}

function jobsOf(values: Values): number {
  return numberOf(values, 'jobs', 1) ?? availableParallelism();
}

/** What is to be done; null: only the help was asked for. @throws UsageError */
export function parseArguments(args: readonly string[]): Arguments | null {
  const { values, positionals } = read(args);
  if (values.help) return null;
  const [command, ...more] = positionals;
  if (more[0] !== undefined) throw new UsageError(`leave out ${more[0]}`);
  if (command === 'breakages') return breakagesOf(values);
  if (command === 'scenarios') return { kind: 'scenarios', writes: values.write };
  if (command === 'document') return { kind: 'document' };
  if (command !== undefined) {
    throw new UsageError(
      `give breakages, scenarios or document, or options alone, instead of ${command}`,
    );
  }
  return playingOf(values);
}

function playingOf(values: Values): Arguments {
  const { seed, file: path, json } = values;
  const [first, second] = (['seed', 'seeds', 'file'] as const).filter((name) => values[name]);
  if (first === undefined) throw new UsageError('give --seed, --seeds or --file');
  if (second !== undefined) throw new UsageError(`give one of --${first} and --${second}`);
  const common = { json, only: invariantOf(values) };
  if (path !== undefined) return { kind: 'file', path, ...common };
  const options = drawOptionsOf(values);
  if (seed !== undefined) return { kind: 'seed', seed, options, ...common };
  return {
    kind: 'seeds',
    first: numberOf(values, 'from', 0) ?? 1,
    count: numberOf(values, 'seeds', 1) ?? 1,
    ...{ options, jobs: jobsOf(values), shrinks: !values['no-shrink'], ...common },
  };
}

function invariantOf({ 'only-invariant': name }: Values): string | null {
  if (name === undefined) return null;
  const known = [...CHECKED, NO_CRASH];
  if (known.includes(name)) return name;
  throw new UsageError(`--only-invariant: give one of ${known.join(', ')}, instead of ${name}`);
}

function breakagesOf(values: Values): BreakagesArguments {
  return {
    kind: 'breakages',
    json: values.json,
    names: values.name ?? [],
    count: numberOf(values, 'seeds', 1) ?? BREAKAGE_SEEDS,
    options: drawOptionsOf(values, BREAKAGE),
    jobs: jobsOf(values),
  };
}
