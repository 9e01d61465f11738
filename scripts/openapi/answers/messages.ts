/** What a node answers about messages between owners. */

import {
  calendarDate,
  MESSAGE_ANSWERS,
  messageContent,
  messageId,
  programmeId,
  seconds,
  shape,
  spaceId,
} from '@covisa/protocol';
import type { ExpectedIntroduction, MessageThread, MessageView } from '#node/engine/services.js';
import { base64url, count, exactly, many, textOrNull } from './parts.js';

const { bool, closed, literal, nullable } = shape;

export const messageReceipt = closed({ received: messageId });
export const givenOut = closed({ messages: many(closed({ id: messageId, sealed: base64url })) });
export const messageThread = exactly<MessageThread>()(
  closed({
    space: spaceId,
    name: textOrNull,
    messages: count,
    unread: count,
    waiting: count,
    failed: count,
    latest: seconds,
    isRefused: bool,
  }),
);
export const messageView = exactly<MessageView>()(
  closed({
    id: messageId,
    direction: literal('in', 'out'),
    space: spaceId,
    name: textOrNull,
    programme: programmeId,
    time: seconds,
    recorded: seconds,
    state: literal('waiting', 'delivered', 'failed', 'unread', 'read'),
    replyTo: textOrNull,
    content: messageContent,
    attempts: count,
    lastError: textOrNull,
    retryAt: nullable(seconds),
    delivered: nullable(seconds),
  }),
);
export const expectedIntroduction = exactly<ExpectedIntroduction>()(
  closed({
    id: messageId,
    home: spaceId,
    homeName: textOrNull,
    first: calendarDate,
    last: calendarDate,
    people: count,
    needs: textOrNull,
    displayName: textOrNull,
    answer: nullable(literal(...MESSAGE_ANSWERS)),
  }),
);
