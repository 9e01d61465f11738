/**
 * What owners of their members may ask: the shape of every request. The edge (validate.ts)
 * compiles each shape's JSON Schema with Ajv and types the value by the shape itself, so schema
 * and type cannot drift apart. What a request *means* the engine checks.
 */

import { calendarDate, shape } from '@covisa/protocol';

const { bool, closed, nullable, optional, text } = shape;

export const newMember = closed({
  name: text({ min: 1, max: 200 }),
  displayName: optional(nullable(text({ min: 1, max: 24 }))),
  contact: optional(nullable(text({ min: 1, max: 254 }))),
  plan: text({ min: 1, max: 16 }),
  since: optional(nullable(calendarDate)),
  paidUntil: optional(nullable(calendarDate)),
  isStatic: optional(bool),
});
