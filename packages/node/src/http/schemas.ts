/**
 * What people and wallets may ask: the shape of every request. The edge (validate.ts) compiles each
 * shape's JSON Schema with Ajv and types the value by the shape itself, so schema and type cannot
 * drift apart. What a request *means* the engine checks.
 */

import {
  calendarDate,
  key32,
  offer,
  profileFields,
  programmeId,
  rosterHash,
  shape,
  spaceId,
  terms,
  venueId,
} from '@covisa/protocol';

const { bool, closed, integer, list, literal, nullable, optional, text } = shape;

/** Longer than any token may be: what is wrong with a token is told by the protocol's own codes. */
const token = text({ min: 0, max: 4096, what: 'a token' });
const spaces = list(spaceId, 200);
const programmeName = text({ min: 1, max: 80 });
const purpose = text({ min: 0, max: 500 });
const link = text({ min: 10, max: 400, pattern: /^https?:\/\/\S+$/, what: 'a link' });
/** A space id, or the address of a node. */
const founder = text({ min: 8, max: 200, pattern: /^\S+$/, what: 'a space id or an address' });
/** What this node calls one of its members, checks or visits. */
const recordId = text({ min: 1, max: 64, pattern: /^[A-Za-z0-9_-]+$/, what: 'an id' });
/** A whole number that stands in a URL. */
const digits = text({ min: 1, max: 15, pattern: /^\d+$/, what: 'a whole number' });

/** A request that says nothing: no body, or `{}`. */
export const nothing = closed({});

// Wallets and hosts: /covisa/v1/…
export const claimRequest = closed({
  code: text({ min: 8, max: 64, pattern: /^[A-Za-z0-9_-]+$/, what: 'a claim code' }),
  holderKey: key32,
});
export const tokenRequest = closed({ token });
export const grantRequest = closed({
  token,
  k: integer(0, 0xffff_ffff),
  date: calendarDate,
  venue: venueId,
  programme: programmeId,
  halfDay: bool,
});

// The node
export const testClockRequest = closed({ advanceSeconds: integer(0, 3_155_760_000) });
export const syncRequest = closed({ peer: nullable(spaceId) });
export const profileChange = closed({
  name: optional(profileFields.name),
  open: optional(profileFields.open),
  venues: optional(profileFields.venues),
  rate: optional(profileFields.rate),
  offer: optional(offer),
  languages: optional(profileFields.languages),
  mailbox: optional(profileFields.mailbox),
  site: optional(profileFields.site),
});

// Programmes
export const founding = closed({
  name: programmeName,
  purpose,
  /** Missing: the default terms. */
  terms: optional(terms),
  founders: list(founder, 50),
});
export const joinRequest = closed({ link });
export const endorseRequest = closed({ space: spaceId });
export const amendment = closed({
  seatAdmitted: optional(bool),
  add: optional(spaces),
  remove: optional(spaces),
  terms: optional(terms),
  name: optional(programmeName),
  purpose: optional(purpose),
});
export const signRequest = closed({ roster: nullable(rosterHash) });

// Members
export const newMember = closed({
  name: text({ min: 1, max: 200 }),
  displayName: optional(nullable(text({ min: 1, max: 24 }))),
  contact: optional(nullable(text({ min: 1, max: 254 }))),
  plan: text({ min: 1, max: 16 }),
  since: optional(nullable(calendarDate)),
  paidUntil: optional(nullable(calendarDate)),
  isStatic: optional(bool),
});

// The desk
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

// Queries and paths: all values are texts.
export const datesQuery = closed({ from: calendarDate, to: calendarDate });
export const statementQuery = closed({ with: spaceId, from: calendarDate, to: calendarDate });
export const logQuery = closed({
  space: optional(spaceId),
  from: optional(digits),
  count: optional(digits),
});
export const logVerifyQuery = closed({ space: optional(spaceId) });
export const programmePath = closed({ id: programmeId });
export const recordPath = closed({ id: recordId });
