/**
 * What reception may ask: the shape of every request. The edge (validate.ts) compiles each shape's
 * JSON Schema with Ajv and types the value by the shape itself, so schema and type cannot drift
 * apart. What a request *means* the engine checks.
 */

import { calendarDate, REFUSAL_REASONS, seconds, shape, spaceId, venueId } from '@covisa/protocol';
import { recordId, token } from './fields.js';

const { bool, closed, integer, literal, nullable, optional, text } = shape;

/** What may be said of any check. */
const circumstances = {
  venue: optional(nullable(venueId)),
  halfDay: optional(bool),
  /** Persons who came along. */
  party: optional(integer(0, 50)),
  /** Whether the visit was announced. */
  notice: optional(bool),
  /** The date of a forgotten visit that is entered later. */
  date: optional(nullable(calendarDate)),
  /** When a code was scanned that was kept while the node was out of reach. */
  scannedAt: optional(nullable(seconds)),
};
export const checkRequest = closed({ token, ...circumstances });
export const spokenCheckRequest = closed({
  home: spaceId,
  code: text({ min: 1, max: 40, what: 'a spoken code' }),
  ...circumstances,
});
export const refusalRequest = closed({
  reason: literal(...REFUSAL_REASONS),
  note: optional(nullable(text({ min: 0, max: 500 }))),
});
export const welcomeRequest = closed({
  wifi: nullable(
    closed({
      /** IEEE 802.11: at most 32 bytes. */
      ssid: text({ min: 1, max: 32 }),
      /** WPA2: 8 to 63 characters; empty for an open network. */
      password: text({ min: 0, max: 63 }),
      hidden: bool,
    }),
  ),
  note: nullable(text({ min: 1, max: 500 })),
});
export const deskSettingsRequest = closed({ selfCheckIn: bool });
export const deskQuery = closed({ venue: optional(venueId) });
export const visitRequest = closed({
  check: recordId,
  kind: literal('free', 'paid', 'courtesy'),
  /** Minor units of the host's currency. */
  amount: optional(nullable(integer(0, 1_000_000_000))),
  note: optional(nullable(text({ min: 0, max: 500 }))),
});
