/** What spaces write to each other: the shape of each kind of message. */

import { calendarDate, programmeId, seconds, spaceId } from '../bytes/fields.js';
import {
  closed,
  integer,
  literal,
  optional,
  type Shape,
  type Shaped,
  text,
} from '../bytes/shape.js';
import { ProtocolError } from '../errors.js';
import { MESSAGE_PEOPLE_MAX, MESSAGE_TEXT_CHARACTERS_MAX } from '../limits.js';

/**
 * MSG-2: the texts of a message have no control characters but the newline, and none of those that
 * turn the direction of writing around: every page, mail and terminal shows what was written.
 */
const words = text({
  min: 1,
  max: MESSAGE_TEXT_CHARACTERS_MAX,
  pattern: /^(?:\n|[^\p{Cc}\u202a-\u202e\u2066-\u2069])*$/u,
  what: 'a text without control characters but newlines',
});

/** As in a visa's display name, in characters. */
const displayName = text({
  min: 1,
  max: 40,
  pattern: /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u,
  what: 'a name without control characters',
});

/** A message's id: 16 random bytes in base64url, 22 characters. */
export const messageId = text({
  min: 22,
  max: 22,
  pattern: /^[A-Za-z0-9_-]{21}[AQgw]$/,
  what: 'a message id',
});

/** What every message says. */
const envelope = {
  id: messageId,
  from: spaceId,
  to: spaceId,
  /** When it was written. */
  time: seconds,
  /** One that both spaces belong to. */
  programme: programmeId,
  /** The message of the other space that this one answers. */
  replyTo: optional(messageId),
} as const;

/** A member of `from` plans to come. */
const introductionContent = {
  kind: literal('introduction'),
  /** Days at the host, both inclusive. */
  first: calendarDate,
  last: calendarDate,
  people: integer(1, MESSAGE_PEOPLE_MAX),
  /** What they need: a desk by a window, a room for a call. */
  needs: optional(words),
  /** Only with the member's consent. */
  displayName: optional(displayName),
} as const;

/** What an answer says. `note`: come, and please read the text. */
export const MESSAGE_ANSWERS = ['welcome', 'full', 'note'] as const;
export type MessageAnswer = (typeof MESSAGE_ANSWERS)[number];

const answerContent = {
  kind: literal('answer'),
  answer: literal(...MESSAGE_ANSWERS),
  text: optional(words),
} as const;

const noteContent = { kind: literal('note'), text: words } as const;

/** Something that happened, on a day, that the other owner should know of. */
const incidentContent = {
  kind: literal('incident'),
  date: calendarDate,
  text: words,
} as const;

/** Sent to every space of the programme, each its own message. */
const noticeContent = { kind: literal('notice'), text: words } as const;

/** The shapes by kind, in the order of the specification. */
const messageShapes = {
  introduction: closed({ ...envelope, ...introductionContent }),
  answer: closed({ ...envelope, replyTo: messageId, ...answerContent }),
  note: closed({ ...envelope, ...noteContent }),
  incident: closed({ ...envelope, ...incidentContent }),
  notice: closed({ ...envelope, ...noticeContent }),
} as const;

export type MessageKind = keyof typeof messageShapes;
/** What stands in a message. */
export type Message = { [K in MessageKind]: Shaped<(typeof messageShapes)[K]> }[MessageKind];

/** The contents by kind, as who sends a message writes them. */
const contentShapes = {
  introduction: closed(introductionContent),
  answer: closed(answerContent),
  note: closed(noteContent),
  incident: closed(incidentContent),
  notice: closed(noticeContent),
} as const;

/** What is written, without who wrote it to whom, and when. */
export type MessageContent = {
  [K in MessageKind]: Shaped<(typeof contentShapes)[K]>;
}[MessageKind];

function byKind<T>(shapes: { readonly [K in MessageKind]: Shape<T> }): Shape<T> {
  return {
    parse(value, path = '') {
      const isObject = typeof value === 'object' && value !== null && 'kind' in value;
      const kind = isObject && typeof value.kind === 'string' ? value.kind : '';
      if (Object.hasOwn(shapes, kind)) return shapes[kind as MessageKind].parse(value, path);
      const message = `${path}/kind: expected a kind of message`;
      throw new ProtocolError('SHAPE_INVALID', message, { path: `${path}/kind` });
    },
    schema: { oneOf: Object.values(shapes).map(({ schema }) => schema) },
  };
}

/** A whole message, before it is signed and sealed. */
export const message = byKind<Message>(messageShapes);
/** What is written in one. */
export const messageContent = byKind<MessageContent>(contentShapes);
