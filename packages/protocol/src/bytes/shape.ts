/**
 * Shapes: one description of a JSON value that both parses it and writes its JSON Schema (2020-12),
 * so that the code, the schema and the published document cannot drift apart. What a value *means*
 * is checked elsewhere.
 */

import { type ErrorCode, ProtocolError } from '../errors.js';
import { codePointsOf } from './code-points.js';

/** A JSON Schema, as data. */
export type JsonSchema = { readonly [key: string]: unknown };

/** One description of a JSON value. */
export interface Shape<T> {
  /**
   * The value, if it fits.
   * @throws ProtocolError SHAPE_INVALID with the path of the first misfit
   */
  readonly parse: (value: unknown, path?: string) => T;
  readonly schema: JsonSchema;
}

/** The type that a shape describes. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

function misfit(path: string, expected: string, value: unknown): ProtocolError {
  const got = value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value;
  const message = `${path === '' ? 'document' : path}: expected ${expected}, got ${got}`;
  return new ProtocolError('SHAPE_INVALID', message, { path });
}

interface TextRule {
  readonly min?: number;
  /** Unicode code points, as JSON Schema counts them. */
  readonly max: number;
  /** Anchored at both ends by its author. */
  readonly pattern?: RegExp;
  readonly what?: string;
}

/** A text with bounds (in code points) and, perhaps, a pattern. Lone surrogates are refused. */
export function text<T extends string = string>(rule: TextRule): Shape<T> {
  const { min = 0, max, pattern, what = 'a text' } = rule;
  const bounds = `${what} of ${min} to ${max} characters`;
  return {
    parse(value, path = '') {
      if (typeof value !== 'string') throw misfit(path, bounds, value);
      const units = value.length;
      if (units > max * 2 || !value.isWellFormed()) throw misfit(path, bounds, 'another text');
      const length = units > max || units < min * 2 ? codePointsOf(value) : units;
      if (length < min || length > max) throw misfit(path, bounds, value);
      if (pattern && !pattern.test(value)) throw misfit(path, what, 'another text');
      return value as T;
    },
    schema: {
      type: 'string',
      ...(min > 0 && { minLength: min }),
      maxLength: max,
      ...(pattern && { pattern: pattern.source }),
    },
  };
}

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number = Number.MAX_SAFE_INTEGER): Shape<number> {
  return {
    parse(value, path = '') {
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min || value > max) {
        throw misfit(path, `a whole number from ${min} to ${max}`, value);
      }
      return value;
    },
    schema: { type: 'integer', minimum: min, maximum: max },
  };
}

/** A finite number from `min` to `max`. */
export function number(min: number, max: number): Shape<number> {
  return {
    parse(value, path = '') {
      if (typeof value !== 'number' || !(value >= min && value <= max)) {
        throw misfit(path, `a number from ${min} to ${max}`, value);
      }
      return value;
    },
    schema: { type: 'number', minimum: min, maximum: max },
  };
}

/** True or false. */
export const bool: Shape<boolean> = {
  parse(value, path = '') {
    if (typeof value !== 'boolean') throw misfit(path, 'true or false', value);
    return value;
  },
  schema: { type: 'boolean' },
};

/** One of some literal values. */
export function literal<const T extends readonly (string | number | boolean | null)[]>(
  ...values: T
): Shape<T[number]> {
  return {
    parse(value, path = '') {
      for (const known of values) if (known === value) return known;
      throw misfit(path, `one of ${values.map((v) => JSON.stringify(v)).join(', ')}`, value);
    },
    schema: values.length === 1 ? { const: values[0] } : { enum: [...values] },
  };
}

/** A list with bounds on its length. */
export function list<T>(item: Shape<T>, max: number, min = 0): Shape<readonly T[]> {
  return {
    parse(value, path = '') {
      if (!Array.isArray(value)) throw misfit(path, 'a list', value);
      if (value.length < min || value.length > max)
        throw misfit(path, `${min} to ${max} items`, value);
      return value.map((one, index) => item.parse(one, `${path}/${index}`));
    },
    schema: { type: 'array', items: item.schema, ...(min > 0 && { minItems: min }), maxItems: max },
  };
}

/** A list of fixed length whose items have a shape each. */
export function tuple<const S extends readonly Shape<unknown>[]>(
  ...items: S
): Shape<{ readonly [I in keyof S]: Shaped<S[I]> }> {
  return {
    parse(value, path = '') {
      if (!Array.isArray(value) || value.length !== items.length)
        throw misfit(path, `a list of ${items.length} items`, value);
      const parsed = items.map((item, index) => item.parse(value[index], `${path}/${index}`));
      return parsed as { [I in keyof S]: Shaped<S[I]> };
    },
    schema: {
      type: 'array',
      prefixItems: items.map((item) => item.schema),
      minItems: items.length,
      items: false,
    },
  };
}

/** The value of `shape`, or null. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return {
    parse: (value, path = '') => (value === null ? null : shape.parse(value, path)),
    schema: { anyOf: [{ type: 'null' }, shape.schema] },
  };
}

declare const optionalMark: unique symbol;
/** The shape of a member that may be missing. */
export interface OptionalShape<T> extends Shape<T> {
  readonly [optionalMark]: true;
}
const optionals = new WeakSet<object>();

/**
 * A member that may be missing. Missing is the only way to say so: null and undefined are refused.
 */
export function optional<T>(shape: Shape<T>): OptionalShape<T> {
  const marked = { parse: shape.parse, schema: shape.schema } as OptionalShape<T>;
  optionals.add(marked);
  return marked;
}

type Members = { readonly [name: string]: Shape<unknown> };
type OptionalName<M extends Members> = {
  [K in keyof M]: M[K] extends OptionalShape<unknown> ? K : never;
}[keyof M];
/** The type of an object with these members. */
type ObjectOf<M extends Members> = {
  readonly [K in Exclude<keyof M, OptionalName<M>>]: Shaped<M[K]>;
} & { readonly [K in OptionalName<M>]?: Shaped<M[K]> };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The reader of an object's members, which are listed once. */
function membersParser<M extends Members>(members: M) {
  const known = Object.entries(members);
  return (value: unknown, path: string): ObjectOf<M> => {
    if (!isObject(value)) throw misfit(path, 'an object', value);
    const parsed: Record<string, unknown> = {};
    for (const [name, shape] of known) {
      if (Object.hasOwn(value, name)) parsed[name] = shape.parse(value[name], `${path}/${name}`);
      else if (!optionals.has(shape))
        throw misfit(`${path}/${name}`, 'a member that is required', undefined);
    }
    return parsed as ObjectOf<M>;
  };
}

function objectSchema(members: Members, extra: JsonSchema): JsonSchema {
  const required = Object.keys(members).filter((name) => !optionals.has(members[name] ?? {}));
  const properties = Object.fromEntries(
    Object.entries(members).map(([name, shape]) => [name, shape.schema]),
  );
  return { type: 'object', properties, ...(required.length > 0 && { required }), ...extra };
}

/** An object of which unknown members are passed over: for what later versions may extend. */
export function open<M extends Members>(members: M): Shape<ObjectOf<M>> {
  const parseMembers = membersParser(members);
  return {
    parse: (value, path = '') => parseMembers(value, path),
    schema: objectSchema(members, {}),
  };
}

/**
 * An object of which unknown members are refused: for rules, which nobody may half understand, and
 * for requests.
 */
export function closed<M extends Members>(members: M): Shape<ObjectOf<M>> {
  const parseMembers = membersParser(members);
  return {
    parse(value, path = '') {
      const parsed = parseMembers(value, path);
      const other = Object.keys(value as object).find((name) => !Object.hasOwn(members, name));
      if (other !== undefined) throw misfit(`${path}/${other}`, 'no such member', undefined);
      return parsed;
    },
    schema: objectSchema(members, { additionalProperties: false }),
  };
}

/** An object in which these optional members stand together, or none of them does. */
export function together<T extends object>(
  shape: Shape<T>,
  ...names: readonly (string & keyof T)[]
): Shape<T> {
  const dependentRequired = Object.fromEntries(names.map((name) => [name, names]));
  return {
    parse(value, path = '') {
      const parsed = shape.parse(value, path);
      const missing = names.filter((name) => !Object.hasOwn(parsed, name));
      if (missing.length === 0 || missing.length === names.length) return parsed;
      throw misfit(`${path}/${missing[0]}`, `all or none of ${names.join(', ')}`, undefined);
    },
    schema: { ...shape.schema, dependentRequired },
  };
}

/** An object with any names that fit `names`, all of one shape. */
export function record<T>(
  names: RegExp,
  item: Shape<T>,
  max: number,
): Shape<{ readonly [name: string]: T }> {
  return {
    parse(value, path = '') {
      if (!isObject(value)) throw misfit(path, 'an object', value);
      const entries = Object.entries(value);
      if (entries.length > max) throw misfit(path, `at most ${max} members`, value);
      return Object.fromEntries(
        entries.map(([name, one]) => {
          if (!names.test(name)) throw misfit(`${path}/${name}`, 'another name', undefined);
          return [name, item.parse(one, `${path}/${name}`)];
        }),
      );
    },
    schema: {
      type: 'object',
      propertyNames: { pattern: names.source },
      additionalProperties: item.schema,
      maxProperties: max,
    },
  };
}

/** The first of some shapes that fits. */
export function either<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return {
    parse(value, path = '') {
      try {
        return first.parse(value, path);
      } catch {
        return second.parse(value, path);
      }
    },
    schema: { anyOf: [first.schema, second.schema] },
  };
}

/** Runs a shape's parse under another code, for documents that have a code of their own. */
export function parseAs<T>(code: ErrorCode, shape: Shape<T>, value: unknown): T {
  try {
    return shape.parse(value);
  } catch (cause) {
    if (!(cause instanceof ProtocolError)) throw cause;
    throw new ProtocolError(code, cause.message, {
      ...(cause.path !== undefined && { path: cause.path }),
      cause,
    });
  }
}
