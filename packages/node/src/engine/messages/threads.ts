/** What the owner sees of the messages that are held: threads, single messages, who is expected. */

import {
  type CalendarDate,
  localDate,
  type Message,
  type MessageContent,
  parseMessage,
  type SpaceId,
} from '@covisa/protocol';
import type { StoredMessage } from '@covisa/store';
import type { Context } from '../context.js';
import type { ExpectedIntroduction, MessageThread, MessageView } from '../services.js';
import type { View } from '../view.js';
import type { RefusedSenders } from './refused-senders.js';

type Held = StoredMessage & { readonly document: Uint8Array; readonly state: MessageView['state'] };

function isHeld(message: StoredMessage): message is Held {
  return message.document !== null && message.state !== 'erased';
}

function contentOf(message: Message): MessageContent {
  const { id: _id, from: _from, to: _to, time: _time, programme: _in, ...rest } = message;
  const { replyTo: _replyTo, ...content } = rest;
  return content;
}

/** Reads what is held. */
export class Threads {
  readonly #context: Context;
  readonly #view: View;
  readonly #refused: RefusedSenders;

  constructor(context: Context, view: View, refused: RefusedSenders) {
    this.#context = context;
    this.#view = view;
    this.#refused = refused;
  }

  async unread(): Promise<number> {
    const heads = await this.#context.ports.store.messageHeads(null);
    return heads.filter(({ state }) => state === 'unread').length;
  }

  /** Latest first; a space whose messages are refused has one too. */
  async list(): Promise<readonly MessageThread[]> {
    const refused = await this.#refused.all();
    const threads = new Map<SpaceId, MessageThread>();
    for (const space of refused) threads.set(space, this.#empty(space, true));
    for (const { space, state, recorded } of await this.#context.ports.store.messageHeads(null)) {
      if (state === 'erased') continue;
      const known = threads.get(space) ?? this.#empty(space, false);
      threads.set(space, {
        ...known,
        messages: known.messages + 1,
        unread: known.unread + Number(state === 'unread'),
        waiting: known.waiting + Number(state === 'waiting'),
        failed: known.failed + Number(state === 'failed'),
        latest: Math.max(known.latest, recorded),
      });
    }
    return [...threads.values()].sort((left, right) => right.latest - left.latest);
  }

  async show(space: SpaceId): Promise<readonly MessageView[]> {
    const held = await this.#context.ports.store.messagesWith(space);
    return held.filter(isHeld).map((one) => this.view(one));
  }

  /** A message that is held. */
  view(held: Held): MessageView {
    const { document, expectedUntil: _until, ...rest } = held;
    const message = parseMessage(document);
    const { programme, time, replyTo = null } = message;
    const name = this.#name(held.space);
    return { ...rest, name, programme, time, replyTo, content: contentOf(message) };
  }

  async expected(date: CalendarDate | null): Promise<readonly ExpectedIntroduction[]> {
    const day = date ?? this.#today();
    const { store } = this.#context.ports;
    const found: ExpectedIntroduction[] = [];
    for (const held of await store.introductionsFrom(day)) {
      if (!isHeld(held)) continue;
      const { content } = this.view(held);
      if (content.kind !== 'introduction' || content.first > day) continue;
      const { first, last, people, needs = null, displayName = null } = content;
      found.push({
        ...{ id: held.id, home: held.space, homeName: this.#name(held.space) },
        ...{ first, last, people, needs, displayName, answer: await this.#answerTo(held) },
      });
    }
    return found;
  }

  async #answerTo({ space, id }: StoredMessage): Promise<ExpectedIntroduction['answer']> {
    const contents = (await this.show(space))
      .filter(({ direction, replyTo }) => direction === 'out' && replyTo === id)
      .flatMap(({ content }) => (content.kind === 'answer' ? content.answer : []));
    return contents.at(-1) ?? null;
  }

  #today(): CalendarDate {
    const venues = this.#view.space(this.#context.identity.space)?.profile?.venues;
    return localDate(this.#context.now(), venues?.[0]?.timeZone ?? 'UTC');
  }

  #empty(space: SpaceId, isRefused: boolean): MessageThread {
    const none = { messages: 0, unread: 0, waiting: 0, failed: 0, latest: 0 };
    return { space, name: this.#name(space), ...none, isRefused };
  }

  #name(space: SpaceId): string | null {
    return this.#view.space(space)?.profile?.name ?? null;
  }
}
