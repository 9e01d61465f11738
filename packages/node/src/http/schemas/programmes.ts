/**
 * What owners of their programmes may ask: the shape of every request. The edge (validate.ts)
 * compiles each shape's JSON Schema with Ajv and types the value by the shape itself, so schema
 * and type cannot drift apart. What a request *means* the engine checks.
 */

import { programmeId, rosterHash, shape, shortName, spaceId, terms } from '@covisa/protocol';

const { bool, closed, integer, list, nullable, optional, text } = shape;

const spaces = list(spaceId, 200);
const purpose = text({ min: 0, max: 500 });
const threshold = integer(1, 100_000);
const endorsements = integer(1, 100);
const link = text({ min: 10, max: 400, pattern: /^https?:\/\/\S+$/, what: 'a link' });
/** A space id, or the address of a node. */
const founder = text({ min: 8, max: 200, pattern: /^\S+$/, what: 'a space id or an address' });

export const founding = closed({
  name: shortName,
  purpose,
  /** Missing: the default terms. */
  terms: optional(terms),
  founders: list(founder, 50),
  /** Missing: by the default rule. */
  threshold: optional(threshold),
  endorsements: optional(endorsements),
});
export const joinRequest = closed({ link });
export const endorseRequest = closed({ space: spaceId });
export const amendment = closed({
  seatAdmitted: optional(bool),
  add: optional(spaces),
  remove: optional(spaces),
  leaveOutSilent: optional(bool),
  terms: optional(terms),
  name: optional(shortName),
  purpose: optional(purpose),
  /** Null: back to the default rule. */
  threshold: optional(nullable(threshold)),
  endorsements: optional(endorsements),
});
export const signRequest = closed({ roster: nullable(rosterHash) });
/** One of several rosters that hold: the one to follow. */
export const chooseRequest = closed({ roster: rosterHash });
export const programmePath = closed({ id: programmeId });
