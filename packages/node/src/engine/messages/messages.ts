/** Messages between owners: the service over inbox, outbox and threads, and its timer. */

import {
  type CalendarDate,
  encodeBase64url,
  encodeMessage,
  encodeUtf8,
  MESSAGE_AGE_SECONDS_MAX,
  MESSAGE_KEPT_SECONDS,
  type ProgrammeId,
  type Seconds,
  type SpaceId,
} from '@covisa/protocol';
import type { MessageHead, StoredMessage } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Timer } from '../../ports.js';
import type { Context } from '../context.js';
import { failureOf } from '../gossip/failure.js';
import type { Membership } from '../gossip/membership.js';
import type { PeerClient } from '../gossip/peer-client.js';
import type { Peers } from '../gossip/peers.js';
import type {
  ExpectedIntroduction,
  MessageName,
  MessageOrder,
  Messages,
  MessageThread,
  MessageView,
} from '../services.js';
import type { SteadyClock } from '../steady-clock.js';
import type { View } from '../view.js';
import { Collecting } from './collecting.js';
import { Envelopes, expectedUntil } from './envelopes.js';
import { Inbox } from './inbox.js';
import { noticeLetter } from './notice-letter.js';
import { Outbox } from './outbox.js';
import { RefusedSenders } from './refused-senders.js';
import { Threads } from './threads.js';
import { introductionsSince, messageOf } from './written.js';

/** How often a node without an address asks each peer for its messages. */
const COLLECT_SECONDS = 600;
/** Peers that it asks at once. */
const COLLECT_PEERS = 8;
/** How long an erased message is remembered: longer than it could be handed over again. */
const ERASED_SECONDS = MESSAGE_AGE_SECONDS_MAX + 86_400;

interface Parts {
  readonly view: View;
  readonly membership: Membership;
  readonly peers: Peers;
  readonly client: PeerClient;
  readonly steadyClock: SteadyClock;
}

/** The service. */
export class MessageService implements Messages {
  readonly #context: Context;
  readonly #parts: Parts;
  readonly #envelopes: Envelopes;
  readonly #refused: RefusedSenders;
  readonly #inbox: Inbox;
  readonly #outbox: Outbox;
  readonly #collecting: Collecting;
  readonly #threads: Threads;
  readonly #collectedAt = new Map<SpaceId, number>();
  #timer: Timer | null = null;
  #running: Promise<void> = Promise.resolve();
  #isStopped = true;

  constructor(context: Context, parts: Parts) {
    const { view, membership } = parts;
    this.#context = context;
    this.#parts = parts;
    this.#envelopes = new Envelopes(context, view);
    this.#refused = new RefusedSenders(context.ports.store);
    this.#inbox = new Inbox(context, {
      ...{ envelopes: this.#envelopes, membership, refused: this.#refused },
      announce: (sender) => void this.#announce(sender),
    });
    this.#outbox = new Outbox(context, { ...parts, envelopes: this.#envelopes });
    this.#collecting = new Collecting(context, {
      ...{ envelopes: this.#envelopes, outbox: this.#outbox, inbox: this.#inbox },
      ...{ membership, client: parts.client },
    });
    this.#threads = new Threads(context, view, this.#refused);
    parts.peers.onContact((space) => this.#outbox.contact(space));
  }

  async start(): Promise<void> {
    this.#isStopped = false;
    await this.#outbox.start();
    this.#work(true);
    this.#arm();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    await this.#outbox.stop();
    await this.#running;
  }

  async take(caller: SpaceId, sealed: Uint8Array): Promise<Uint8Array> {
    const received = await this.#inbox.take(caller, sealed);
    return encodeUtf8(JSON.stringify({ received }));
  }

  giveOut(caller: SpaceId, body: Uint8Array): Promise<Uint8Array> {
    return this.#collecting.giveOut(caller, body);
  }

  unread(): Promise<number> {
    return this.#threads.unread();
  }

  threads(): Promise<readonly MessageThread[]> {
    return this.#threads.list();
  }

  thread(space: SpaceId): Promise<readonly MessageView[]> {
    return this.#threads.show(space);
  }

  expected(date: CalendarDate | null): Promise<readonly ExpectedIntroduction[]> {
    return this.#threads.expected(date);
  }

  refuse(space: SpaceId, isRefused: boolean): Promise<void> {
    return this.#refused.set(space, isRefused);
  }

  async send(order: MessageOrder): Promise<readonly MessageView[]> {
    const messages = this.#recipients(order).map(({ space, programme }) =>
      this.#write(space, programme, order),
    );
    await this.#outbox.add(messages);
    for (const { space } of messages) void this.#outbox.deliver(space);
    return messages.map((one) => this.#threads.view({ ...one, state: 'waiting' }));
  }

  async markRead(space: SpaceId, ids: readonly string[] | null): Promise<void> {
    const { store } = this.#context.ports;
    const held = await store.messagesWith(space);
    // What came since the owner looked was not seen.
    const seen = ids && new Set(ids);
    const unread = held.filter(({ state, id }) => state === 'unread' && (seen?.has(id) ?? true));
    await store.putMessages(unread.map((one) => ({ ...one, state: 'read' })));
  }

  async erase(name: MessageName): Promise<void> {
    const { store } = this.#context.ports;
    const held = await store.message(name);
    if (held === null || held.state === 'erased') {
      throw new NodeError('NOT_FOUND', `message ${name.id}: expected one that is held, got none`);
    }
    await this.#erase(held);
  }

  /** Of one that came the id is remembered, or a replay would bring it back. */
  async #erase(held: StoredMessage): Promise<void> {
    const { store } = this.#context.ports;
    if (held.direction === 'out') await store.dropMessages([held]);
    else {
      await store.putMessages([{ ...held, state: 'erased', document: null, expectedUntil: null }]);
    }
  }

  #recipients({ to, programme, content }: MessageOrder) {
    const { membership } = this.#parts;
    const { space: self } = this.#context.identity;
    if ((to === null) !== (content.kind === 'notice')) {
      throw new NodeError('CONFLICT', 'to: expected a space, or none for a notice to all');
    }
    if (to !== null) {
      const shared = to === self ? [] : membership.sharedWith(to);
      const found = shared.find((one) => programme === null || one === programme);
      if (found === undefined) throw noSuchRecipient('to: expected a space of a shared programme');
      return [{ space: to, programme: found }];
    }
    if (programme === null) throw noSuchRecipient('programme: expected the one of the notice');
    const spaces = [...membership.spacesOf(programme)].filter(
      (space) => space !== self && membership.sharedWith(space).includes(programme),
    );
    if (spaces.length === 0) throw noSuchRecipient('programme: expected one with other spaces');
    return spaces.map((space) => ({ space, programme }));
  }

  #write(to: SpaceId, programme: ProgrammeId, { content, replyTo }: MessageOrder) {
    const { ports, identity, now } = this.#context;
    const id = encodeBase64url(ports.random.bytes(16));
    const message = messageOf(content, {
      ...{ id, from: identity.space, to, time: now(), programme },
      ...(replyTo !== null && { replyTo }),
    });
    return {
      ...({ direction: 'out', space: to, id, recorded: now(), state: 'waiting' } as const),
      ...{ expectedUntil: expectedUntil(message), retryAt: null, attempts: 0, lastError: null },
      ...{ document: encodeMessage(message), delivered: null },
    };
  }

  /** Tells the owner by mail, where this node sends any. Never fails. */
  async #announce(sender: SpaceId): Promise<void> {
    const { ports, identity } = this.#context;
    const profile = this.#parts.view.space(identity.space)?.profile;
    if (ports.mail === null || profile?.mailbox === undefined) return;
    const name = this.#parts.view.space(sender)?.profile?.name ?? sender;
    try {
      await ports.mail.send({ to: profile.mailbox, ...noticeLetter(name, profile.languages) });
    } catch (error) {
      ports.logger.warn('message-mail-failed', { ...failureOf(error) });
    }
  }

  #arm(): void {
    const wait = this.#context.settings.syncIntervalSeconds * 1000;
    this.#timer = this.#context.ports.clock.after(wait, () => {
      if (this.#isStopped) return;
      this.#work(false);
      this.#arm();
    });
  }

  /** One round at a time; what fails is done in the next, and the log of events says why. */
  #work(isStart: boolean): void {
    this.#running = this.#running
      .then(() => (this.#isStopped ? undefined : this.#round(isStart)))
      .catch((error: unknown) => {
        this.#context.ports.logger.error('messages-failed', { ...failureOf(error) });
      });
  }

  async #round(isStart: boolean): Promise<void> {
    await this.#forget();
    await this.#outbox.run(isStart);
    if (this.#isStopped) return;
    if (this.#context.settings.publicUrl === null) await this.#collect();
  }

  /** Asks those peers that were not asked for longest. */
  async #collect(): Promise<void> {
    const now = this.#context.now();
    const askedAt = (space: SpaceId): number => this.#collectedAt.get(space) ?? 0;
    const due = this.#parts.peers
      .callable(now)
      .filter(({ space }) => askedAt(space) <= now - COLLECT_SECONDS)
      .sort((left, right) => askedAt(left.space) - askedAt(right.space))
      .slice(0, COLLECT_PEERS);
    for (const { space } of due) this.#collectedAt.set(space, now);
    await Promise.all(due.map((peer) => this.#collecting.collect(peer)));
  }

  /** Messages are erased after thirteen months; that one was erased is forgotten sooner. */
  async #forget(): Promise<void> {
    const { store } = this.#context.ports;
    const instant = await this.#parts.steadyClock.instant();
    if (instant === null) return;
    const isOver = ({ recorded, state }: MessageHead): boolean =>
      recorded <= instant - (state === 'erased' ? ERASED_SECONDS : MESSAGE_KEPT_SECONDS);
    const heads = await store.messageHeads(null);
    const over = heads.filter(isOver);
    if (over.length > 0) await store.dropMessages(over);
    await this.#forgetGuests(heads, instant);
  }

  async #forgetGuests(heads: readonly MessageHead[], instant: Seconds): Promise<void> {
    const { store } = this.#context.ports;
    // MSG-16: an introduction is kept until its last day is over everywhere on earth, and by
    // neither side longer.
    const since = introductionsSince(instant);
    for (const head of heads) {
      if (head.expectedUntil === null || head.expectedUntil >= since) continue;
      const held = await store.message(head);
      if (held !== null) await this.#erase(held);
    }
  }
}

function noSuchRecipient(message: string): NodeError {
  return new NodeError('NOT_FOUND', message, { remedy: '`covisa directory` shows the spaces.' });
}
