/** Requests that say nothing, and the shapes of queries and paths. */

import { calendarDate, shape, spaceId } from '@covisa/protocol';
import { recordId } from './fields.js';

const { closed, optional, text } = shape;

/** A whole number that stands in a URL. */
const digits = text({ min: 1, max: 15, pattern: /^\d+$/, what: 'a whole number' });

/** A request that says nothing: no body, or `{}`. */
export const nothing = closed({});

// Queries and paths: all values are texts.
export const datesQuery = closed({ from: calendarDate, to: calendarDate });
export const statementQuery = closed({ with: spaceId, from: calendarDate, to: calendarDate });
export const logQuery = closed({
  space: optional(spaceId),
  from: optional(digits),
  count: optional(digits),
});
export const logVerifyQuery = closed({ space: optional(spaceId) });
export const receiptQuery = closed({ space: optional(spaceId), index: digits });
export const auditQuery = closed({ space: spaceId });
export const recordPath = closed({ id: recordId });
