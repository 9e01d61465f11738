/** What a vector is, how it is written, and in which file it stands. */

import { encodeBase64url } from '@covisa/protocol';

/** A value of JSON. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

/** What an operation answers. */
export type Expectation = { readonly ok: Json } | { readonly error: string };

/** One scenario: an operation, what goes in, and what has to come out. */
export interface Vector {
  /** A sentence; the file is named by it. */
  readonly title: string;
  /** The ids of the rules that it is about. */
  readonly rules: readonly string[];
  readonly operation: string;
  readonly input: Json;
  /** Intermediate values, for whoever is stuck. */
  readonly steps?: Json;
  readonly expect: Expectation;
}

/** Some bytes are of a kind that writes itself into JSON in its own way, so they are looked for. */
function withoutBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return encodeBase64url(value);
  if (Array.isArray(value)) return value.map(withoutBytes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutBytes(one)]));
}

/** A value as JSON: bytes become base64url, undefined members are left out. */
export function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(withoutBytes(value)));
}

/** How the vectors of one operation are written. Bytes may stand anywhere as bytes. */
export interface Writer {
  /** A vector that has an answer. */
  ok(title: string, rules: string, input: object, ok: object, steps?: object): Vector;
  /** A vector that is refused with a code. */
  error(title: string, rules: string, input: object, code: string, steps?: object): Vector;
}

function idsOf(rules: string): readonly string[] {
  return rules.split(' ').filter((id) => id !== '');
}

/** The writer of an operation; `rules` are ids with spaces between them. */
export function vectorsOf(operation: string): Writer {
  const write = (
    title: string,
    rules: string,
    input: object,
    expect: Expectation,
    steps?: object,
  ): Vector => ({
    title,
    rules: idsOf(rules),
    operation,
    input: toJson(input),
    ...(steps && { steps: toJson(steps) }),
    expect,
  });
  return {
    ok: (title, rules, input, ok, steps) => write(title, rules, input, { ok: toJson(ok) }, steps),
    error: (title, rules, input, code, steps) => write(title, rules, input, { error: code }, steps),
  };
}

/** `A visa holds.` stands in `a-visa-holds.json`. */
export function fileNameOf(title: string): string {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/gu, '-');
  return `${name.replace(/^-|-$/gu, '')}.json`;
}

/** The text of a vector's file. */
export function encodeVector(vector: Vector): string {
  return `${JSON.stringify(vector, null, 2)}\n`;
}
