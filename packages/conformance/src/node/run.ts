/** Runs all tests against one node, one after the other. */

import { within } from '../platform/clock.js';
import type { Report, TestResult } from '../report/result.js';
import { Failure, Skip } from './expect.js';
import { type NodeOptions, Subject } from './subject.js';
import type { NodeTest } from './test.js';
import { CHAPTERS } from './tests/index.js';

type Judged = Pick<TestResult, 'outcome' | 'message'>;

async function judged(test: NodeTest, subject: Subject): Promise<Judged> {
  const { clock, timeoutMilliseconds } = subject.options;
  const message = `no end within ${timeoutMilliseconds} ms`;
  try {
    await within(clock, timeoutMilliseconds, message, () => test.run(subject));
    return { outcome: 'passed', message: null };
  } catch (error) {
    if (error instanceof Skip) return { outcome: 'skipped', message: error.message };
    if (error instanceof Failure) return { outcome: 'failed', message: error.message };
    // The network, a limit of the suite, or a fault in it: nothing that may pass unseen.
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { outcome: 'failed', message: what };
  }
}

async function runAll(subject: Subject): Promise<readonly TestResult[]> {
  const { clock, only } = subject.options;
  const results: TestResult[] = [];
  for (const { name, place, tests } of CHAPTERS) {
    for (const test of tests) {
      if (only !== null && !name.includes(only) && !test.title.includes(only)) continue;
      const started = clock.now();
      const { outcome, message } = await judged(test, subject);
      const milliseconds = clock.now() - started;
      const chapter = `${name} (${place})`;
      const { title, rules } = test;
      results.push({ chapter, title, rules, outcome, message, milliseconds });
    }
  }
  return results;
}

/** Tests a node. */
export async function testNode(options: NodeOptions): Promise<Report> {
  const subject = new Subject(options);
  try {
    return { subject: options.origin, results: await runAll(subject) };
  } finally {
    await subject.end();
  }
}
