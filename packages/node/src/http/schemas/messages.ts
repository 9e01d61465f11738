/** What owners may ask about messages: the shape of every request. */

import {
  calendarDate,
  messageContent,
  messageId,
  programmeId,
  shape,
  spaceId,
} from '@covisa/protocol';

const { bool, closed, literal, nullable, optional } = shape;

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
export const senderRefusal = closed({ refused: bool });
export const threadPath = closed({ space: spaceId });
export const expectedQuery = closed({ date: optional(calendarDate) });
