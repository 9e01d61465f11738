/** A message as this space writes it, and what it does not write. */

import {
  addDays,
  type CalendarDate,
  INTRODUCTION_KEPT_DAYS,
  type Message,
  type MessageContent,
  type Seconds,
  utcDate,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';

/** What stands around the content of a message. */
export type Around = Pick<Message, 'id' | 'from' | 'to' | 'time' | 'programme' | 'replyTo'>;

/**
 * The first day that is not over everywhere on earth at `now`: introductions that end before it are
 * erased (MSG-16).
 */
export function introductionsSince(now: Seconds): CalendarDate {
  return addDays(utcDate(now), -INTRODUCTION_KEPT_DAYS);
}

/**
 * @throws NodeError CONFLICT where an answer names no message that it answers, DAY_OVER for an
 * introduction that both sides would erase at once
 */
export function messageOf(content: MessageContent, around: Around): Message {
  if (content.kind === 'introduction' && content.last < introductionsSince(around.time)) {
    throw new NodeError('DAY_OVER', `introduction: ${content.last} is over`, {
      remedy: 'Name a day to come.',
    });
  }
  if (content.kind !== 'answer') return { ...around, ...content };
  const { replyTo } = around;
  if (replyTo === undefined) {
    throw new NodeError('CONFLICT', 'replyTo: expected the message that is answered, got none');
  }
  return { ...around, ...content, replyTo };
}
