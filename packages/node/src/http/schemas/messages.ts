/** What owners may ask about messages: the shape of every request. */

import {
  calendarDate,
  messageContent,
  messageId,
  programmeId,
  shape,
  spaceId,
} from '@covisa/protocol';

const { bool, closed, list, literal, nullable, optional } = shape;

/** More than a space's messages to another that are held, in and out. */
const SEEN_MAX = 10_000;

export const messageRequest = closed({
  /** Null for a notice to all. */
  to: nullable(spaceId),
  programme: optional(nullable(programmeId)),
  replyTo: optional(nullable(messageId)),
  content: messageContent,
});
export const messageErasure = closed({
  direction: literal('in', 'out'),
  space: spaceId,
  id: messageId,
});
/** The messages that the owner saw; missing: all. */
export const messagesSeen = closed({ ids: optional(list(messageId, SEEN_MAX)) });
export const senderRefusal = closed({ refused: bool });
export const threadPath = closed({ space: spaceId });
export const expectedQuery = closed({ date: optional(calendarDate) });
