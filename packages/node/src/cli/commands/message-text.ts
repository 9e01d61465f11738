/** A message as the command line shows it. */

import type { MessageView } from '../../engine/services.js';
import type { Json } from '../client.js';
import { instant, plain } from '../text.js';

export type ViewJson = Json<MessageView>;

/** What the other side says for people, where a code alone would not. */
const REASONS: Readonly<Record<string, string>> = {
  'PEER_REFUSED: MESSAGES_REFUSED': 'this space takes no messages from you',
  'PEER_REFUSED: MESSAGES_FULL': 'this space takes no more messages from you for now',
};

function reason(error: string): string {
  return Object.hasOwn(REASONS, error) ? (REASONS[error] ?? error) : plain(error);
}

/** How a message fared, in a few words. */
function fate({ state, attempts, lastError, delivered }: ViewJson): string {
  if (state === 'delivered') return `delivered ${instant(delivered) ?? ''}`;
  if (state !== 'waiting' && state !== 'failed') return state;
  const times = attempts === 1 ? '1 time' : `${attempts} times`;
  const tries = attempts === 0 ? '' : `, tried ${times}`;
  return `${state}${tries}${lastError === null ? '' : `: ${reason(lastError)}`}`;
}

function words(content: ViewJson['content']): readonly string[] {
  switch (content.kind) {
    case 'introduction': {
      const { first, last, people, displayName, needs } = content;
      const who = displayName === undefined ? '' : `, ${displayName}`;
      return [`${first} to ${last}, people: ${people}${who}`, needs ?? ''];
    }
    case 'answer':
      return [content.answer, content.text ?? ''];
    case 'incident':
      return [content.date, content.text];
    case 'note':
    case 'notice':
      return [content.text];
  }
}

/** A message with how it fared. */
export function messageText(message: ViewJson): string {
  const { direction, time, content, id } = message;
  const arrow = direction === 'in' ? '<-' : '->';
  const head = `${arrow} ${instant(time) ?? ''}  ${content.kind}  ${fate(message)}  ${id}`;
  const lines = words(content).flatMap((text) => text.split('\n'));
  return [head, ...lines.filter((line) => line !== '').map((line) => `   ${plain(line)}`)].join(
    '\n',
  );
}
