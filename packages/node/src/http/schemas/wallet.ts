/**
 * What wallets and hosts may ask: the shape of every request. The edge (validate.ts) compiles each
 * shape's JSON Schema with Ajv and types the value by the shape itself, so schema and type cannot
 * drift apart. What a request *means* the engine checks.
 */

import {
  calendarDate,
  incarnation,
  key32,
  LOG_SIZE_MAX,
  OBJECTION_CHARACTERS_MAX,
  programmeId,
  shape,
  spaceId,
  venueId,
} from '@covisa/protocol';
import { token } from './fields.js';

const { bool, closed, integer, text } = shape;

export const claimRequest = closed({
  code: text({ min: 8, max: 64, pattern: /^[A-Za-z0-9_-]+$/, what: 'a claim code' }),
  holderKey: key32,
});
export const tokenRequest = closed({ token });
export const receiptRequest = closed({
  token,
  host: spaceId,
  incarnation,
  index: integer(0, LOG_SIZE_MAX),
});
export const objectionRequest = closed({
  token,
  host: spaceId,
  date: calendarDate,
  note: text({ min: 0, max: OBJECTION_CHARACTERS_MAX }),
});
export const grantRequest = closed({
  token,
  k: integer(0, 0xffff_ffff),
  date: calendarDate,
  venue: venueId,
  programme: programmeId,
  halfDay: bool,
});
export const arrivalRequest = closed({ token, venue: venueId });
export const spokenCollectRequest = closed({ code: text({ min: 1, max: 40 }) });
