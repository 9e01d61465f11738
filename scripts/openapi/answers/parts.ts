/** What the shapes of many answers have in common. Answers say no bounds: a caller sets its own. */

import { currency, type Rate, shape, spaceId } from '@covisa/protocol';

const { closed, integer, nullable } = shape;

/** A shape of T by its schema alone: nobody parses by it. */
function bySchema<T>(schema: shape.JsonSchema): shape.Shape<T> {
  return {
    schema,
    parse() {
      throw new TypeError('answer: its shape is for documents only');
    },
  };
}

/**
 * The shape, if what it describes is T to the compiler, no more and no less: so a type that changes
 * stops the build here.
 */
export function exactly<T>(): <S extends T>(
  described: shape.Shape<S> & ([T] extends [S] ? unknown : never),
) => shape.Shape<T> {
  return (described) => described;
}

/** Any text. */
export const anyText = bySchema<string>({ type: 'string' });
/** Any text, or none. */
export const textOrNull = nullable(anyText);
/** Bytes. */
export const base64url = bySchema<string>({ type: 'string', pattern: '^[A-Za-z0-9_-]*$' });
/** A count, an index or the like. */
export const count = integer(0);
/** A number that may be a half. */
export const amount = bySchema<number>({ type: 'number' });
export const rate = exactly<Rate>()(closed({ amount: integer(0, 100_000_000), currency }));
export const visitKind = shape.literal('free', 'paid', 'courtesy');
export const weight = shape.literal(1, 0.5);
export const spaces = many(spaceId);

/** A list of any length. */
export function many<T>(item: shape.Shape<T>): shape.Shape<readonly T[]> {
  return bySchema({ type: 'array', items: item.schema });
}

/** One of several shapes. */
export function oneOf<const S extends readonly shape.Shape<unknown>[]>(
  ...shapes: S
): shape.Shape<shape.Shaped<S[number]>> {
  return bySchema({ anyOf: shapes.map(({ schema }) => schema) });
}

/** An object of any members of one kind. */
export function dictionary<T>(item: shape.Shape<T>): shape.Shape<{ readonly [name: string]: T }> {
  return bySchema({ type: 'object', additionalProperties: item.schema });
}

/** A schema that was made elsewhere, for what T describes. */
export const asShape = bySchema;
/** `{}` */
export const nothing = closed({});
