/** A message as it is typed, and as the node takes it. Pure. */

import {
  type CalendarDate,
  daysBetween,
  MESSAGE_DAYS_MAX,
  MESSAGE_PEOPLE_MAX,
  MESSAGE_TEXT_CHARACTERS_MAX,
  type MessageAnswer,
  type MessageContent,
  type MessageKind,
  parseCalendarDate,
} from '@covisa/protocol';

/** What is typed, of any kind: each kind reads its own fields. */
export interface MessageDraft {
  readonly text: string;
  /** `YYYY-MM-DD`, or nothing: of an incident; the first and last days of an introduction. */
  readonly date: string;
  readonly first: string;
  /** Empty: the first day only. */
  readonly last: string;
  readonly people: string;
  readonly needs: string;
  /** Whether the member agreed that the name is sent. */
  readonly isNamed: boolean;
  readonly displayName: string;
  readonly answer: MessageAnswer | null;
  /** Empty: whichever both spaces belong to. */
  readonly programme: string;
}

export type MessageProblem =
  | 'text'
  | 'textLong'
  | 'needsLong'
  | 'date'
  | 'first'
  | 'last'
  | 'over'
  | 'people'
  | 'displayName'
  | 'answer';

const NAME_CHARACTERS_MAX = 40;

/** Nothing typed yet. */
export const EMPTY_DRAFT: MessageDraft = {
  text: '',
  date: '',
  first: '',
  last: '',
  people: '1',
  needs: '',
  isNamed: false,
  displayName: '',
  answer: null,
  programme: '',
};

/**
 * A text as messages take it: lines end as they do everywhere, and what nobody can see (control
 * characters, marks that turn the direction of writing around) is left out.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(/[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}

function characters(text: string): number {
  return [...text].length;
}

function dateOf(text: string): CalendarDate | null {
  try {
    return parseCalendarDate(text);
  } catch {
    return null;
  }
}

/**
 * What was typed as a message of a kind; or all fields that are wrong. `today` is this space's
 * date, `YYYY-MM-DD`.
 */
export function parseDraft(
  kind: MessageKind,
  draft: MessageDraft,
  today: string,
): { readonly content: MessageContent } | { readonly wrong: readonly MessageProblem[] } {
  switch (kind) {
    case 'introduction':
      return introduction(draft, today);
    case 'answer':
      return answer(draft);
    case 'incident':
      return incident(draft);
    case 'note':
    case 'notice': {
      const text = cleanText(draft.text);
      const wrong = wrongText(text);
      return wrong.length > 0 ? { wrong } : { content: { kind, text } };
    }
  }
}

function wrongText(text: string): readonly MessageProblem[] {
  if (text === '') return ['text'];
  return characters(text) > MESSAGE_TEXT_CHARACTERS_MAX ? ['textLong'] : [];
}

function incident(draft: MessageDraft) {
  const [text, date] = [cleanText(draft.text), dateOf(draft.date)];
  const wrong = wrongText(text);
  if (date === null) return { wrong: ['date' as const, ...wrong] };
  return wrong.length > 0 ? { wrong } : { content: { kind: 'incident' as const, date, text } };
}

function answer(draft: MessageDraft) {
  const text = cleanText(draft.text);
  const isNeeded = draft.answer === 'note';
  const wrong = text === '' && !isNeeded ? [] : wrongText(text);
  if (draft.answer === null) return { wrong: ['answer' as const, ...wrong] };
  if (wrong.length > 0) return { wrong };
  const content = { kind: 'answer' as const, answer: draft.answer };
  return { content: { ...content, ...(text !== '' && { text }) } };
}

function introduction(draft: MessageDraft, today: string) {
  const first = dateOf(draft.first);
  const last = draft.last === '' ? first : dateOf(draft.last);
  const people = /^\d{1,3}$/u.test(draft.people.trim()) ? Number(draft.people) : 0;
  const needs = cleanText(draft.needs);
  const name = cleanText(draft.displayName).replace(/\n/gu, ' ');
  const isWrong = {
    first: first === null,
    last: first !== null && (last === null || !isSpan(first, last)),
    // Both sides erase an introduction after its last day; elsewhere it may still be yesterday.
    over: last !== null && daysBetween(last, parseCalendarDate(today)) > 1,
    people: people < 1 || people > MESSAGE_PEOPLE_MAX,
    needsLong: characters(needs) > MESSAGE_TEXT_CHARACTERS_MAX,
    displayName: draft.isNamed && (name === '' || characters(name) > NAME_CHARACTERS_MAX),
  };
  const names = ['first', 'last', 'over', 'people', 'needsLong', 'displayName'] as const;
  const wrong = names.filter((problem) => isWrong[problem]);
  if (first === null || last === null || wrong.length > 0) return { wrong };
  return {
    content: {
      ...{ kind: 'introduction' as const, first, last, people },
      ...(needs !== '' && { needs }),
      ...(draft.isNamed && { displayName: name }),
    },
  };
}

function isSpan(first: CalendarDate, last: CalendarDate): boolean {
  const days = daysBetween(first, last);
  return days >= 0 && days <= MESSAGE_DAYS_MAX;
}
