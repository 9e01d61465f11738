/**
 * What reception may ask: the shape of every request. The edge (validate.ts) compiles each shape's
 * JSON Schema with Ajv and types the value by the shape itself, so schema and type cannot drift
 * apart. What a request *means* the engine checks.
 */

import { shape, venueId } from '@covisa/protocol';
import { recordId, token } from './fields.js';

const { bool, closed, integer, literal, nullable, optional, text } = shape;

export const checkRequest = closed({
  token,
  venue: optional(nullable(venueId)),
  halfDay: optional(bool),
  /** Persons who came along. */
  party: optional(integer(0, 50)),
  /** Whether the visit was announced. */
  notice: optional(bool),
});
export const visitRequest = closed({
  check: recordId,
  kind: literal('free', 'paid', 'courtesy'),
  /** Minor units of the host's currency. */
  amount: optional(nullable(integer(0, 1_000_000_000))),
  note: optional(nullable(text({ min: 0, max: 500 }))),
});
