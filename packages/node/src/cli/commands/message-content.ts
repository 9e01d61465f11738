/** What `covisa message send` writes, by its options. */

import { type MESSAGE_ANSWERS, type MessageContent, parseCalendarDate } from '@covisa/protocol';
import { usageError } from '../failure.js';

type Kind = MessageContent['kind'];

export interface ContentOptions {
  readonly kind: Kind;
  readonly text?: string;
  readonly first?: string;
  readonly last?: string;
  readonly people?: number;
  readonly needs?: string;
  readonly displayName?: string;
  readonly answer?: (typeof MESSAGE_ANSWERS)[number];
  readonly replyTo?: string;
  readonly date?: string;
}

/** The options that only some kinds take. */
const TAKEN_BY = {
  text: ['--text', ['note', 'answer', 'incident', 'notice']],
  first: ['--first', ['introduction']],
  last: ['--last', ['introduction']],
  people: ['--people', ['introduction']],
  needs: ['--needs', ['introduction']],
  displayName: ['--display-name', ['introduction']],
  answer: ['--answer', ['answer']],
  date: ['--date', ['incident']],
} as const satisfies Partial<
  Record<keyof ContentOptions, readonly [string, readonly [Kind, ...Kind[]]]>
>;

function one(kind: Kind): string {
  return `${/^[ai]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

/** What is not sent is not taken: nothing of a message is dropped without a word. */
function checkTaken(options: ContentOptions): void {
  const { kind } = options;
  for (const [name, [option, kinds]] of Object.entries(TAKEN_BY)) {
    const isTaken = (kinds as readonly Kind[]).includes(kind);
    if (options[name as keyof typeof TAKEN_BY] === undefined || isTaken) continue;
    throw usageError(`${option}: ${notTaken(kind, option, kinds[0])}`);
  }
}

function notTaken(kind: Kind, option: string, other: Kind): string {
  if (option === '--text') return `${one(kind)} has --needs, not --text.`;
  if (option === '--needs') return `${one(kind)} has --text, not --needs.`;
  return `${one(kind)} has none; it is for ${one(other)} (--kind ${other}).`;
}

function needed<T>(value: T | undefined, option: string, kind: string): T {
  if (value !== undefined && value !== '') return value;
  throw usageError(`${option}: is needed for ${kind}. See covisa message send --help.`);
}

/**
 * The content that the options make.
 * @throws CommandError USAGE where one is missing, or one is given that the kind does not take
 */
export function contentOf(options: ContentOptions): MessageContent {
  checkTaken(options);
  const { kind, text, first, last = first, people = 1, needs, displayName } = options;
  switch (kind) {
    case 'introduction':
      return {
        ...{ kind, people },
        first: parseCalendarDate(needed(first, '--first', 'an introduction')),
        last: parseCalendarDate(needed(last, '--last', 'an introduction')),
        ...(needs !== undefined && { needs }),
        ...(displayName !== undefined && { displayName }),
      };
    case 'answer': {
      const answer = needed(options.answer, '--answer', 'an answer');
      if (options.replyTo === undefined) {
        throw usageError(
          '--reply-to: an answer names the message that it answers. covisa message read <space> shows the id of each.',
        );
      }
      return { kind, answer, ...(text !== undefined && { text }) };
    }
    case 'incident': {
      const day = parseCalendarDate(needed(options.date, '--date', 'an incident'));
      return { kind, date: day, text: needed(text, '--text', 'an incident') };
    }
    case 'note':
    case 'notice':
      return { kind, text: needed(text, '--text', `a ${kind}`) };
  }
}
