/**
 * Ajv at the edge (JSON Schema 2020-12, strict): checks a request part against its shape's schema
 * before anything reads it, then lets the shape type it. Each schema is compiled once, when it is
 * first needed: commands that serve nothing do not wait for it.
 */

import { ProtocolError, type shape } from '@covisa/protocol';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { RequestInvalid } from './errors.js';

/** Checks and types a part of a request. @throws RequestInvalid */
export type Validator<T> = (value: unknown) => T;

/** Characters of a path that are shown: a hostile member name may be long. */
const PATH_CHARACTERS_MAX = 120;

const ajv = new Ajv2020({ strict: true, allErrors: false, ownProperties: true });

/** The validator of a shape; `what` names the part in messages, for example `body`. */
export function validator<T>(described: shape.Shape<T>, what: string): Validator<T> {
  let compiled: ValidateFunction | null = null;
  return (value) => {
    compiled ??= ajv.compile(described.schema);
    const fits = compiled;
    // EDGE-2: body, path and query fit their schemas, and have no members that these do not name.
    if (!fits(value)) throw misfit(what, fits.errors?.[0]);
    try {
      return described.parse(value);
    } catch (cause) {
      // A shape may be stricter than its schema can say, for example about lone surrogates.
      if (!(cause instanceof ProtocolError) || cause.code !== 'SHAPE_INVALID') throw cause;
      throw new RequestInvalid(`${what}: ${cause.message}`, cause.path ?? '', cause);
    }
  };
}

function misfit(what: string, error: ErrorObject | undefined): RequestInvalid {
  const named = nameIn(error);
  const path = `${error?.instancePath ?? ''}${named === null ? '' : `/${named}`}`;
  const shown = path.length > PATH_CHARACTERS_MAX ? `${path.slice(0, PATH_CHARACTERS_MAX)}…` : path;
  return new RequestInvalid(`${what}${shown}: ${expectation(error)}`, shown);
}

function nameIn(error: ErrorObject | undefined): string | null {
  if (error?.keyword === 'additionalProperties') return String(error.params.additionalProperty);
  if (error?.keyword === 'required') return String(error.params.missingProperty);
  return null;
}

function expectation(error: ErrorObject | undefined): string {
  switch (error?.keyword) {
    case 'additionalProperties':
      return 'no such member';
    case 'required':
      return 'a member that is required is missing';
    case 'const':
      return `expected ${JSON.stringify(error.params.allowedValue)}`;
    case 'enum':
      return `expected one of ${JSON.stringify(error.params.allowedValues)}`;
    default:
      return error?.message ?? 'does not fit';
  }
}
