/** Single fields that the requests of several routes have in common. */

import { shape } from '@covisa/protocol';

const { text } = shape;

/** Longer than any token may be: what is wrong with a token is told by the protocol's own codes. */
export const token = text({ min: 0, max: 4096, what: 'a token' });
/** What this node calls one of its members, checks or visits. */
export const recordId = text({ min: 1, max: 64, pattern: /^[A-Za-z0-9_-]+$/, what: 'an id' });
/** A password that is to be set. */
export const newPassword = text({ min: 10, max: 200, what: 'a password' });
