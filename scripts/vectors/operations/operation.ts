/** How an operation reads its input, and the shapes that many of them share. */

import { parseBase64url, type Shape, shape } from '@covisa/protocol';

/** One operation: a JSON value in, a value out that `toJson` can write. */
export type Operation = (input: unknown) => unknown;

/** Operations by name. */
export type Operations = Readonly<Record<string, Operation>>;

/** An operation from the shape of its input. */
export function operation<T>(input: Shape<T>, run: (input: T) => unknown): Operation {
  return (value) => run(input.parse(value));
}

/** Any text. */
export const anyText = shape.text({ max: 5_000_000 });
/** Any bytes, in base64url. */
export const bytes: Shape<Uint8Array> = {
  parse: (value, path) => parseBase64url(anyText.parse(value, path)),
  schema: anyText.schema,
};
/** Any whole number that is not negative. */
export const count = shape.integer(0);
/** A list of anything, as long as need be. */
export function many<T>(item: Shape<T>): Shape<readonly T[]> {
  return shape.list(item, 100_000);
}

/** A value that the library takes as it is typed: the caller's own data, which nothing parses. */
export function asTyped<T>(): Shape<T> {
  return { parse: (value) => value as T, schema: {} };
}
