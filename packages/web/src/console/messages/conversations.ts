/** With whom the owner can write, and with whom messages passed: which come first. Pure. */

import type { MessageAnswer, ProgrammeId, SpaceId } from '@covisa/protocol';
import type { MessageThreadView, MessageView } from '../../api/message-views.js';
import type { ProgrammeView, StandingView } from '../../api/programme-views.js';

/** A programme by its name. */
export interface SharedProgramme {
  readonly id: ProgrammeId;
  readonly name: string;
}

/** What passes between this space and another. */
export interface Conversation {
  readonly space: SpaceId;
  readonly name: string | null;
  /** Those that both belong to; none: nothing can be written any more. */
  readonly programmes: readonly SharedProgramme[];
  /** Null: nothing has passed yet. */
  readonly thread: MessageThreadView | null;
}

/** Who belongs to a programme: those may write to each other. */
const BELONGING: ReadonlySet<StandingView> = new Set(['member', 'admitted', 'founder-pending']);

/** The other spaces of a programme that this space may write to. */
export function othersIn(programme: ProgrammeView, ours: SpaceId): ProgrammeView['spaces'] {
  if (!BELONGING.has(programme.standing)) return [];
  return programme.spaces.filter(
    ({ space, standing }) => space !== ours && BELONGING.has(standing),
  );
}

/** All conversations: the unread first, then the latest, then those not begun, by name. */
export function conversationsOf(
  threads: readonly MessageThreadView[],
  programmes: readonly ProgrammeView[],
  ours: SpaceId,
): readonly Conversation[] {
  const found = new Map<SpaceId, Conversation>();
  for (const thread of threads) {
    found.set(thread.space, { space: thread.space, name: thread.name, programmes: [], thread });
  }
  for (const programme of programmes) {
    for (const { space, name } of othersIn(programme, ours)) {
      const known = found.get(space) ?? { space, name, programmes: [], thread: null };
      const shared = [...known.programmes, { id: programme.id, name: programme.name }];
      found.set(space, { ...known, name: known.name ?? name, programmes: shared });
    }
  }
  return [...found.values()].sort(byAttention);
}

function byAttention(one: Conversation, other: Conversation): number {
  const unread = Number(unreadIn(other) > 0) - Number(unreadIn(one) > 0);
  if (unread !== 0) return unread;
  const latest = (other.thread?.latest ?? 0) - (one.thread?.latest ?? 0);
  return latest === 0 ? titleOf(one).localeCompare(titleOf(other)) : latest;
}

/** How many of its messages wait to be read. */
function unreadIn({ thread }: Conversation): number {
  return thread?.unread ?? 0;
}

/** Whether a message has passed and is held. */
export function isBegun({ thread }: Conversation): boolean {
  return thread !== null && thread.messages > 0;
}

/** The other space's name, or the beginning of its id where no name is known yet. */
export function titleOf({ space, name }: Pick<Conversation, 'space' | 'name'>): string {
  return name ?? `${space.slice(0, 8)}…`;
}

/** Whether a conversation is with a space whose name has all words of a search. */
export function isNamed(conversation: Conversation, search: string): boolean {
  const name = titleOf(conversation).toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((word) => name.includes(word));
}

/** The latest answer to a message by the side that did not write it; null: none yet. */
export function answerTo(
  message: Pick<MessageView, 'id' | 'direction'>,
  thread: readonly Pick<MessageView, 'direction' | 'replyTo' | 'content'>[],
): MessageAnswer | null {
  const answers = thread
    .filter(({ direction, replyTo }) => direction !== message.direction && replyTo === message.id)
    .flatMap(({ content }) => (content.kind === 'answer' ? content.answer : []));
  return answers.at(-1) ?? null;
}
