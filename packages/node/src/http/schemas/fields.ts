/** Single fields that the requests of several routes have in common. */

import { shape } from '@covisa/protocol';

const { text } = shape;

/** Longer than any token may be: what is wrong with a token is told by the protocol's own codes. */
export const token = text({ min: 0, max: 4096, what: 'a token' });
/** What this node calls one of its members, checks or visits. */
export const recordId = text({ min: 1, max: 64, pattern: /^[A-Za-z0-9_-]+$/, what: 'an id' });
/** A password that is to be set. */
export const newPassword = text({ min: 10, max: 200, what: 'a password' });
/** Of a member: also what the cells of an imported list must be. */
export const memberFields = {
  name: text({ min: 1, max: 200, what: 'a name' }),
  displayName: text({ min: 1, max: 24, what: 'a display name' }),
  contact: text({ min: 1, max: 254, what: 'a contact' }),
  plan: text({ min: 1, max: 16, what: 'a plan' }),
} as const;
/** Characters of a list of members: bounds the work on one. */
export const CSV_CHARACTERS_MAX = 1_000_000;
