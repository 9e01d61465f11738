/** Vectors: one scenario a file, as spec/vectors holds them. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is to come out: members, or a code of spec/errors.md. */
export type Expected = { readonly ok: object } | { readonly error: string };

/** One scenario. */
export interface Vector {
  /** The folder that it lies in. */
  readonly chapter: string;
  readonly title: string;
  readonly rules: readonly string[];
  readonly operation: string;
  readonly input: object;
  readonly expect: Expected;
}

/** A file that should hold a vector, and why it does not. */
export interface BrokenVector {
  readonly chapter: string;
  readonly title: string;
  readonly problem: string;
}

/** The folder of the vectors: packed with this package, else the repository's own. */
export function vectorsFolder(): string {
  const packed = fileURLToPath(new URL('../../vectors', import.meta.url));
  if (existsSync(packed)) return packed;
  return fileURLToPath(new URL('../../../../spec/vectors', import.meta.url));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function expected(value: unknown): Expected | null {
  if (!isObject(value) || Object.keys(value).length !== 1) return null;
  const { ok, error } = value;
  if (isObject(ok)) return { ok };
  return typeof error === 'string' ? { error } : null;
}

function problemOf(document: unknown): string | null {
  if (!isObject(document)) return 'expected an object';
  const { title, rules, operation, input } = document;
  if (typeof title !== 'string') return 'title: expected a text';
  if (!Array.isArray(rules) || !rules.every((rule) => typeof rule === 'string')) {
    return 'rules: expected a list of ids';
  }
  if (typeof operation !== 'string') return 'operation: expected a text';
  if (!isObject(input)) return 'input: expected an object';
  return expected(document.expect) === null ? 'expect: expected {ok} or {error}' : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The vector in a file's text. `path` is relative to the folder of all vectors. */
export function parseVector(path: string, text: string): Vector | BrokenVector {
  const parts = path.split(sep);
  const chapter = parts.slice(0, -1).join('/') || 'vectors';
  const document = parseJson(text);
  const problem = document === undefined ? 'expected JSON' : problemOf(document);
  if (problem !== null) return { chapter, title: parts.at(-1) ?? path, problem };
  const { title, rules, operation, input, expect } = document as Vector;
  return { chapter, title, rules, operation, input, expect };
}

/** All vectors below a folder, in the order of their paths; none if there is no such folder. */
export function readVectors(folder: string): readonly (Vector | BrokenVector)[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => parseVector(path, readFileSync(join(folder, path), 'utf8')));
}
