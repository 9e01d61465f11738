/** The foreign verifiers as processes: where their tools are found, built and run. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../source-files.js';
import type { Answer } from './reference.js';

/** Set by CI: a tool that is missing is a failure, not a reason to skip. */
const isRequired = process.env.COVISA_FOREIGN === 'required';
const PYTHONS = ['/usr/bin/python3', 'python3'];
const GO = 'go';
const GO_PATH = '/usr/share/gocode';
const OUTPUT_BYTES_MAX = 64_000_000;

/** A verifier in another language: its adapter and its command for a live node. */
export interface ForeignVerifier {
  readonly name: string;
  /** The program with its first arguments; made in `folder` where it has to be built. */
  command(folder: string): readonly [string, ...string[]];
  /** What follows it: nothing for the adapter, for a node its address. */
  readonly adapter: readonly string[];
  node(url: string): readonly string[];
  /** What is missing here, or null. */
  missing(): string | null;
}

/** Without a proxy, since all is on this machine, and without others' settings of Go. */
function environment(): NodeJS.ProcessEnv {
  const go = { GO111MODULE: 'off', GOPATH: GO_PATH, GOFLAGS: '' };
  return { ...process.env, ...go, NO_PROXY: '*', no_proxy: '*', PYTHONDONTWRITEBYTECODE: '1' };
}

function succeeds(program: string, argv: readonly string[]): boolean {
  return spawnSync(program, argv, { stdio: 'ignore', env: environment() }).status === 0;
}

function python(): string | undefined {
  return PYTHONS.find((one) => succeeds(one, ['-c', 'import cbor2, cryptography']));
}

const pythonFolder = join(ROOT, 'examples/verify-in-python');
const goFolder = join(ROOT, 'examples/verify-in-go');

/** Written from the specification with Debian's packages alone. */
export const FOREIGN_VERIFIERS: readonly ForeignVerifier[] = [
  {
    name: 'verify-in-python',
    command: () => [python() ?? 'python3'],
    adapter: [join(pythonFolder, 'adapter.py')],
    node: (url) => [join(pythonFolder, 'verify.py'), 'node', url],
    missing: () =>
      python() === undefined ? 'python3 with its packages cbor2 and cryptography' : null,
  },
  {
    name: 'verify-in-go',
    command: (folder) => {
      const program = join(folder, 'verify-in-go');
      const options = { cwd: goFolder, env: environment(), encoding: 'utf8' } as const;
      const built = spawnSync(GO, ['build', '-o', program, '.'], options);
      if (built.status !== 0) throw new Error(`go build: ${built.stderr}`);
      return [program];
    },
    adapter: [],
    node: (url) => ['node', url],
    missing: () => {
      if (!succeeds(GO, ['version'])) return 'Go (Debian: golang-go)';
      const isThere = existsSync(join(GO_PATH, 'src/golang.org/x/mod/sumdb/tlog'));
      return isThere ? null : "Go's packages (Debian: golang-golang-x-mod-dev)";
    },
  },
];

/** Skips with a word what needs a tool that is missing here; in CI it fails. */
export function needs(test: Mocha.Context, verifier: ForeignVerifier): void {
  const missing = verifier.missing();
  if (missing === null) return;
  if (isRequired) throw new Error(`${verifier.name}: expected ${missing}`);
  console.log(`        skipped: ${verifier.name} needs ${missing}`);
  test.skip();
}

/** One question to an adapter. */
export interface Question {
  readonly operation: string;
  readonly input: unknown;
}

/** What a program printed, and how it ended. */
export async function run(
  [program, ...first]: readonly [string, ...string[]],
  argv: readonly string[],
  input = '',
): Promise<{ readonly status: number | null; readonly out: string }> {
  const child = spawn(program, [...first, ...argv], { env: environment() });
  let [out, notes] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (out.length > OUTPUT_BYTES_MAX) child.kill();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    notes += text;
  });
  child.stdin.on('error', () => undefined).end(input);
  const [status] = await once(child, 'close');
  return { status, out: out + notes };
}

/** The answers of an adapter to some questions, in their order. */
export async function ask(
  command: readonly [string, ...string[]],
  { adapter }: ForeignVerifier,
  questions: readonly Question[],
): Promise<readonly Answer[]> {
  const lines = questions.map((question, id) => JSON.stringify({ id, ...question }));
  const { status, out } = await run(command, adapter, `${lines.join('\n')}\n`);
  if (status !== 0) throw new Error(`adapter: expected status 0, got ${status}: ${out}`);
  const answers = new Map<number, Answer>();
  for (const line of out.trimEnd().split('\n')) {
    const { id, ...answer } = JSON.parse(line);
    answers.set(id, answer);
  }
  if (answers.size !== questions.length) throw new Error(`adapter: ${answers.size} answers`);
  return questions.map((_, id) => answers.get(id) ?? { unsupported: true });
}
