/** Runs vectors through an adapter. */

import { isDeepStrictEqual } from 'node:util';
import type { TestResult } from '../report/result.js';
import { Adapter, type AdapterOptions } from './adapter.js';
import type { BrokenVector, Expected, Vector } from './vector.js';

/** Characters of a value in a message. */
const SHOWN_CHARACTERS_MAX = 300;

type Judged = Pick<TestResult, 'outcome' | 'message'>;

function failed(message: string): Judged {
  return { outcome: 'failed', message };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > SHOWN_CHARACTERS_MAX ? `${text.slice(0, SHOWN_CHARACTERS_MAX)}…` : text;
}

function parseLine(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

/** Besides the id an answer is one of `{ok}`, `{error}` and `{unsupported: true}`. */
function judge(expected: Expected, said: object): Judged {
  if (isDeepStrictEqual(said, { unsupported: true })) {
    return { outcome: 'unsupported', message: null };
  }
  if (isDeepStrictEqual(said, expected)) return { outcome: 'passed', message: null };
  return failed(`expected ${shown(expected)}, got ${shown(said)}`);
}

async function judgedBy(adapter: Adapter, id: number, vector: Vector): Promise<Judged> {
  const { operation, input, expect } = vector;
  const reply = await adapter.ask(JSON.stringify({ id, operation, input }));
  if ('problem' in reply) return failed(reply.problem);
  const { id: named, ...said } = parseLine(reply.line) ?? {};
  if (named === id) return judge(expect, said);
  // What it says after this cannot be told from an answer to the next vector: a fresh one is asked.
  adapter.end();
  return failed(`expected one JSON object with the id ${id}, got ${shown(reply.line)}`);
}

/** The results, in the order of the vectors. */
export async function runVectors(
  vectors: readonly (Vector | BrokenVector)[],
  options: AdapterOptions,
): Promise<readonly TestResult[]> {
  const { clock } = options;
  const adapter = new Adapter(options);
  const results: TestResult[] = [];
  try {
    for (const [id, vector] of vectors.entries()) {
      const started = clock.now();
      const { chapter, title } = vector;
      const judged =
        'problem' in vector
          ? failed(`the vector cannot be read: ${vector.problem}`)
          : await judgedBy(adapter, id, vector);
      const rules = 'problem' in vector ? [] : vector.rules;
      results.push({ chapter, title, rules, ...judged, milliseconds: clock.now() - started });
    }
  } finally {
    adapter.end();
  }
  return results;
}
