/** Takes the messages of other spaces: who may write, how much, and each once. */

import {
  MESSAGES_HELD_MAX,
  MESSAGES_PER_DAY_MAX,
  type OpenedMessage,
  type SpaceId,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { Membership } from '../gossip/membership.js';
import { Mutex } from '../mutex.js';
import { type Envelopes, expectedUntil } from './envelopes.js';
import type { RefusedSenders } from './refused-senders.js';

const DAY_SECONDS = 86_400;

interface Parts {
  readonly envelopes: Envelopes;
  readonly membership: Membership;
  readonly refused: RefusedSenders;
  /** A space has written, and nothing else of it is unread. */
  readonly announce: (sender: SpaceId) => void;
}

/** The inbox. */
export class Inbox {
  readonly #context: Context;
  readonly #parts: Parts;
  readonly #turns = new Mutex();

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * Takes a sealed message; gives its id. The same message again is taken for the first.
   * @throws NodeError FORBIDDEN, MESSAGES_REFUSED, MESSAGES_FULL; ProtocolError MESSAGE_UNREADABLE,
   * MESSAGE_INVALID, MESSAGE_FORGED, MESSAGE_STALE
   */
  async take(sender: SpaceId, sealed: Uint8Array): Promise<string> {
    const { membership, refused, envelopes } = this.#parts;
    if (membership.sharedWith(sender).length === 0) throw notShared();
    // MSG-13: an owner may refuse the messages of any space: nothing of them is kept.
    if ((await refused.all()).includes(sender)) {
      throw new NodeError('MESSAGES_REFUSED', 'message: this space takes none of yours', {
        remedy: 'Talk to the owner in another way.',
      });
    }
    const opened = await envelopes.open(sealed, sender);
    // MSG-10: sender and recipient both belong to the programme that the message names.
    if (!membership.sharedWith(sender).includes(opened.message.programme)) throw notShared();
    return this.#turns.run(() => this.#store(sender, opened));
  }

  async #store(sender: SpaceId, { message, document }: OpenedMessage): Promise<string> {
    const { store } = this.#context.ports;
    const place = { direction: 'in', space: sender, id: message.id } as const;
    // MSG-11: of one sender an id is taken once, and acknowledged each time, also when the message
    // was erased since: a replay shows nothing twice.
    if ((await store.message(place)) !== null) return message.id;
    const isFirstUnread = await this.#admit(sender);
    await store.putMessages([
      {
        ...place,
        recorded: this.#context.now(),
        state: 'unread',
        expectedUntil: expectedUntil(message),
        retryAt: null,
        document,
        attempts: 0,
        lastError: null,
        delivered: null,
      },
    ]);
    if (isFirstUnread) this.#parts.announce(sender);
    return message.id;
  }

  /** Whether nothing of the sender is unread. @throws NodeError MESSAGES_FULL */
  async #admit(sender: SpaceId): Promise<boolean> {
    const now = this.#context.now();
    const heads = await this.#context.ports.store.messageHeads(sender);
    const came = heads.filter(({ direction }) => direction === 'in');
    const today = came.filter(({ recorded }) => recorded > now - DAY_SECONDS);
    const held = came.filter(({ state }) => state !== 'erased');
    // MSG-12: of one sender at most 40 messages are taken in 24 hours, and 1,000 are held.
    if (today.length >= MESSAGES_PER_DAY_MAX || held.length >= MESSAGES_HELD_MAX) {
      throw new NodeError('MESSAGES_FULL', 'message: too many of yours are here already', {
        remedy: 'It is tried again later; the owner may have to delete some.',
      });
    }
    return came.every(({ state }) => state !== 'unread');
  }
}

/** The refusal of a space with which no programme is shared. */
export function notShared(): NodeError {
  return new NodeError('FORBIDDEN', 'message: expected a space of a shared programme', {
    remedy: 'Join a programme of this node first.',
  });
}
