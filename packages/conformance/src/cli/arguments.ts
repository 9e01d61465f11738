/** The command's arguments. */

import { parseArgs } from 'node:util';

/** A report's form. */
export type ReportFormat = 'text' | 'json' | 'junit';

/** What both kinds of runs have in common. */
interface Common {
  readonly format: ReportFormat;
  /** A file for the report; null: standard output. */
  readonly output: string | null;
  /** Only tests whose title or chapter holds this text; null: all. */
  readonly only: string | null;
  /** For one vector, or for one test of a node. */
  readonly timeoutMilliseconds: number;
}

/** Vectors through an adapter. */
export interface AdapterArguments extends Common {
  readonly kind: 'adapter';
  /** As a shell reads it. */
  readonly command: string;
  /** The folder of the vectors; null: the package's own. */
  readonly vectors: string | null;
}

/** A running node. */
export interface NodeArguments extends Common {
  readonly kind: 'node';
  readonly url: URL;
  readonly allowPrivate: boolean;
  /** A link of the node to one of its programmes. */
  readonly invite: string | null;
  /** An owner's token of the node's API. */
  readonly token: string | null;
}

/** The command was called in a way that it cannot be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What `--help` says. */
export const HELP = `Usage: covisa-conformance --adapter "<command>" [--vectors <folder>]
       covisa-conformance --url <node> [--allow-private] [--invite <link>] [--token <token>]

  --adapter <command>   run all vectors through this command (see the vectors' README)
  --vectors <folder>    the vectors; default: those of this package
  --url <node>          test the node at this address, http or https, without a path
  --allow-private       the address may be of a private network, or of this machine
  --invite <link>       a link of the node to a programme, to which the suite may apply
  --token <token>       an owner's API token of the node: the suite founds programmes, endorses its
                        own test spaces and adds a member. Only for a node that is there for tests
  --only <text>         only tests whose title or chapter holds this text
  --report <form>       text (default), json or junit
  --output <file>       write the report there
  --timeout <ms>        for one vector (default 10000) or one test (default 60000)

Exit status: 0 nothing failed, 1 something failed, 2 wrong usage.
`;

const OPTIONS = {
  adapter: { type: 'string' },
  vectors: { type: 'string' },
  url: { type: 'string' },
  'allow-private': { type: 'boolean' },
  invite: { type: 'string' },
  token: { type: 'string' },
  only: { type: 'string' },
  report: { type: 'string' },
  output: { type: 'string' },
  timeout: { type: 'string' },
  help: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof read>;

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

function formatOf(text = 'text'): ReportFormat {
  if (text === 'text' || text === 'json' || text === 'junit') return text;
  throw new UsageError(`--report: expected text, json or junit, got ${text}`);
}

function timeoutOf(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (/^[1-9]\d{0,6}$/u.test(text)) return Number(text);
  throw new UsageError(`--timeout: expected milliseconds, got ${text}`);
}

function originOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url !== null && url.href === `${url.origin}/`;
  if (isOrigin && /^https?:$/u.test(url.protocol)) return url;
  throw new UsageError(`--url: expected an http or https address without a path, got ${text}`);
}

function refuse(values: Values, names: readonly (keyof Values)[], other: string): void {
  const wrong = names.find((name) => values[name] !== undefined);
  if (wrong !== undefined) throw new UsageError(`--${wrong}: not with ${other}`);
}

/** What is to be done; null: only the help was asked for. @throws UsageError */
export function parseArguments(args: readonly string[]): AdapterArguments | NodeArguments | null {
  const values = read(args);
  if (values.help === true) return null;
  const { adapter, url } = values;
  const { output = null, only = null } = values;
  const common = { format: formatOf(values.report), output, only };
  if (adapter !== undefined) {
    refuse(values, ['url', 'allow-private', 'invite', 'token'], '--adapter');
    const timeoutMilliseconds = timeoutOf(values.timeout, 10_000);
    const vectors = values.vectors ?? null;
    return { kind: 'adapter', command: adapter, vectors, timeoutMilliseconds, ...common };
  }
  if (url === undefined) throw new UsageError('expected --adapter <command> or --url <node>');
  refuse(values, ['vectors'], '--url');
  return {
    kind: 'node',
    url: originOf(url),
    allowPrivate: values['allow-private'] === true,
    invite: values.invite ?? null,
    token: values.token ?? null,
    timeoutMilliseconds: timeoutOf(values.timeout, 60_000),
    ...common,
  };
}
