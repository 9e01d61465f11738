/** Runs vectors and tests in the copy, each run in a process of its own that is bounded in time. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { shape } from '@covisa/protocol';
import type { Killers } from './killers.js';

const VECTORS_MILLISECONDS_MAX = 60_000;
/** Of one test: more than it has by itself, since other things may run beside it. */
const TEST_MILLISECONDS_MAX = 60_000;
const TESTS_MILLISECONDS_MAX = 180_000;
const ALL_TESTS_MILLISECONDS_MAX = 900_000;

/** What mocha says of a test that took too long. */
const TIMEOUT = /^Timeout of /u;

const failed = shape.open({
  fullTitle: shape.text({ max: 2_000 }),
  err: shape.open({ message: shape.optional(shape.text({ max: 100_000 })) }),
});
const results = shape.open({ failures: shape.list(failed, 10_000) });

interface Run {
  readonly output: string;
  /** `null`: it did not end in time. */
  readonly status: number | null;
}

async function run(
  folder: string,
  args: readonly string[],
  timeout: number,
  input = '',
): Promise<Run> {
  const process_ = spawn(process.execPath, args, {
    cwd: folder,
    timeout,
    killSignal: 'SIGKILL',
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const stop = (): void => endGroup(process_.pid);
  process.once('exit', stop);
  const chunks: string[] = [];
  process_.stdout.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  // A process that ends before it has read its input is no fault of ours.
  process_.stdin.on('error', () => undefined).end(input);
  const [status] = (await once(process_, 'exit')) as [number | null];
  stop();
  process.off('exit', stop);
  return { output: chunks.join(''), status };
}

/** What a test started and left behind goes with it. */
function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing was left.
  }
}

/** The vector that is answered otherwise than it says, or `null`. */
async function failingVector(folder: string, paths: readonly string[]): Promise<string | null> {
  if (paths.length === 0) return null;
  const runner = join(folder, 'scripts/dist/mutations/vectors-runner.js');
  const { output, status } = await run(
    folder,
    [runner],
    VECTORS_MILLISECONDS_MAX,
    `${paths.join('\n')}\n`,
  );
  if (status === null) return 'a vector is not answered in time';
  if (status !== 0) return 'the vectors break off';
  return output === '' ? null : `\`${output.replace('spec/vectors/', '')}\``;
}

/** Where a test file stands once it is built. */
function builtTest(path: string): string {
  const folder = path.replace(/^(packages\/[^/]+\/|)test\//u, (_, start: string) =>
    start === '' ? 'test/dist-test/' : `${start}dist-test/`,
  );
  return folder.replace(/\.tsx?$/u, '.js');
}

/** What fails, and whether only time ran out: that may be a busy machine's doing. */
interface Failure {
  readonly what: string;
  readonly isLate: boolean;
}

function firstFailure(file: string): Failure {
  try {
    const [first] = results.parse(JSON.parse(readFileSync(file, 'utf8'))).failures;
    if (first) return { what: first.fullTitle, isLate: TIMEOUT.test(first.err.message ?? '') };
  } catch {
    // There is no such file, or half of one.
  }
  return { what: 'breaks off', isLate: false };
}

/** The title of the first test that fails, or `null`; only those with `grep` in their titles. */
async function failingTest(
  folder: string,
  paths: readonly string[],
  grep: string | null,
  timeout = TESTS_MILLISECONDS_MAX,
): Promise<string | null> {
  if (paths.length === 0) return null;
  let failure = await failureOf(folder, paths, grep, timeout);
  if (failure?.isLate) failure = await failureOf(folder, paths, grep, timeout);
  if (failure === null) return null;
  const what = failure.isLate ? `${failure.what}, which does not end in time` : failure.what;
  return paths.length === 1 ? `${what} (\`${paths[0]}\`)` : what;
}

async function failureOf(
  folder: string,
  paths: readonly string[],
  grep: string | null,
  timeout: number,
): Promise<Failure | null> {
  const file = join(folder, 'failures.json');
  const report = ['--reporter', 'json', '--reporter-option', `output=${file}`];
  const only = grep === null ? [] : ['--grep', `\\b${grep}\\b`];
  const mocha = join(folder, 'node_modules/mocha/bin/mocha.js');
  const patience = ['--timeout', String(TEST_MILLISECONDS_MAX)];
  const args = [
    mocha,
    ...paths.map(builtTest),
    '--bail',
    '--exit',
    ...patience,
    ...report,
    ...only,
  ];
  const { status } = await run(folder, args, timeout);
  const failure = firstFailure(file);
  rmSync(file, { force: true });
  if (status === 0) return null;
  return status === null ? { what: 'a test', isLate: true } : failure;
}

/** What shows that a check is gone: a vector or a test, or `null` if nothing does. */
export async function killerOf(
  folder: string,
  id: string,
  killers: Killers,
): Promise<string | null> {
  const vector = await failingVector(folder, killers.vectors);
  if (vector !== null) return vector;
  const tries = [
    ...killers.tests.map((path) => ({ path, grep: id })),
    ...[...killers.tests, ...killers.nearTests].map((path) => ({ path, grep: null })),
  ];
  for (const { path, grep } of tries) {
    const test = await failingTest(folder, [path], grep);
    if (test !== null) return test;
  }
  return null;
}

/** A test of the whole package that fails; for whoever looks for a test whose title lacks an id. */
export function wideKillerOf(folder: string, path: string): Promise<string | null> {
  const [, name] = path.split('/');
  return failingTest(folder, [`packages/${name}/test/**/*.test.ts`], null);
}

/** What fails although nothing was changed: a sentence each. */
export async function failingBefore(
  folder: string,
  all: readonly Killers[],
): Promise<readonly string[]> {
  const vectors = [...new Set(all.flatMap((one) => one.vectors))];
  const tests = [...new Set(all.flatMap((one) => [...one.tests, ...one.nearTests]))];
  const found = [
    await failingVector(folder, vectors),
    await failingTest(folder, tests, null, ALL_TESTS_MILLISECONDS_MAX),
  ];
  return found.filter((one) => one !== null);
}
