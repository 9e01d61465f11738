/**
 * What owners of their members may ask: the shape of every request. The edge (validate.ts)
 * compiles each shape's JSON Schema with Ajv and types the value by the shape itself, so schema
 * and type cannot drift apart. What a request *means* the engine checks.
 */

import { calendarDate, shape } from '@covisa/protocol';
import { CSV_CHARACTERS_MAX, memberFields } from './fields.js';

const { bool, closed, nullable, optional, text } = shape;

export const newMember = closed({
  name: memberFields.name,
  displayName: optional(nullable(memberFields.displayName)),
  contact: optional(nullable(memberFields.contact)),
  plan: memberFields.plan,
  since: optional(nullable(calendarDate)),
  paidUntil: optional(nullable(calendarDate)),
  isStatic: optional(bool),
});
export const memberChange = closed({
  name: optional(memberFields.name),
  displayName: optional(nullable(memberFields.displayName)),
  contact: optional(nullable(memberFields.contact)),
  plan: optional(memberFields.plan),
  paidUntil: optional(nullable(calendarDate)),
});
export const memberImport = closed({
  csv: text({ min: 0, max: CSV_CHARACTERS_MAX, what: 'a list of members' }),
  dryRun: bool,
});
