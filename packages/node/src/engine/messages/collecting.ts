/**
 * How a node that nobody can call comes by its messages: it asks each peer for those that wait
 * there, and says which it holds. Both sides of that exchange.
 */

import {
  encodeBase64url,
  encodeUtf8,
  MESSAGES_COLLECTED_MAX,
  messageId,
  ProtocolError,
  parseBase64url,
  parseUtf8,
  type SpaceId,
  shape,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import { failureOf } from '../gossip/failure.js';
import type { Membership } from '../gossip/membership.js';
import type { PeerAddress, PeerClient } from '../gossip/peer-client.js';
import type { Envelopes } from './envelopes.js';
import { type Inbox, notShared } from './inbox.js';
import { FINAL_CODES, isPutOff, type Outbox } from './outbox.js';

const COLLECT_PATH = '/covisa/v1/messages/collect';
/** Rounds of one collection: what is left waits for the next. */
const ROUNDS_MAX = 64;
/** Of one message in base64url, with what stands around it. */
const MESSAGE_CHARACTERS_MAX = 44_000;
const ANSWER_BYTES_MAX = MESSAGES_COLLECTED_MAX * (MESSAGE_CHARACTERS_MAX + 100);

const { closed, list, open, text } = shape;

/** What a space says that asks for its messages: those that it holds now, and those it refused. */
export const collection = closed({
  have: list(messageId, MESSAGES_COLLECTED_MAX),
  refused: shape.optional(
    list(
      closed({ id: messageId, code: text({ min: 1, max: 60, pattern: /^[A-Z_]+$/ }) }),
      MESSAGES_COLLECTED_MAX,
    ),
  ),
});
type Collection = shape.Shaped<typeof collection>;

const given = open({
  messages: list(
    open({ id: messageId, sealed: text({ min: 1, max: MESSAGE_CHARACTERS_MAX }) }),
    MESSAGES_COLLECTED_MAX,
  ),
});

interface Parts {
  readonly envelopes: Envelopes;
  readonly membership: Membership;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly client: PeerClient;
}

/** Gives out and collects. */
export class Collecting {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** @throws NodeError FORBIDDEN; ProtocolError JSON_INVALID, SHAPE_INVALID */
  async giveOut(caller: SpaceId, body: Uint8Array): Promise<Uint8Array> {
    const { membership, outbox, envelopes } = this.#parts;
    if (membership.sharedWith(caller).length === 0) throw notShared();
    const said = collection.parse(parseJson(body));
    await this.#hear(caller, said);
    // MSG-15: a space is given the messages that are meant for it, and no others; one is delivered
    // when the space has said that it holds it.
    const waiting = await outbox.waitingFor(caller);
    const due = waiting.filter((one) => !isPutOff(one, this.#context.now()));
    const messages: { id: string; sealed: string }[] = [];
    for (const { id, document } of due.slice(0, MESSAGES_COLLECTED_MAX)) {
      if (document === null) continue;
      messages.push({ id, sealed: encodeBase64url(await envelopes.seal(document, caller)) });
    }
    return encodeUtf8(JSON.stringify({ messages }));
  }

  async #hear(caller: SpaceId, { have, refused = [] }: Collection): Promise<void> {
    const { outbox } = this.#parts;
    const waiting = await outbox.waitingFor(caller);
    await outbox.acknowledged(waiting.filter(({ id }) => have.includes(id)));
    for (const { id, code } of refused) {
      const meant = waiting.filter((one) => one.id === id);
      const isFinal = FINAL_CODES.has(code);
      await outbox.failed(meant, { code: 'PEER_REFUSED', peerCode: code, isFinal });
    }
  }

  /** Fetches what waits for this space at a peer. Never fails. */
  async collect(peer: PeerAddress): Promise<void> {
    let said: Collection = { have: [] };
    try {
      for (let round = 0; round < ROUNDS_MAX; round++) {
        const messages = await this.#ask(peer, said);
        if (messages.length === 0) return;
        said = await this.#take(peer.space, messages);
      }
    } catch (error) {
      const { logger } = this.#context.ports;
      logger.info('messages-not-collected', { peer: peer.space, ...failureOf(error) });
    }
  }

  async #ask(peer: PeerAddress, said: Collection) {
    const answer = await this.#parts.client.send(
      peer,
      COLLECT_PATH,
      encodeUtf8(JSON.stringify(said)),
      { contentType: 'application/json', bytesMax: ANSWER_BYTES_MAX },
    );
    return given.parse(parseJson(answer)).messages;
  }

  async #take(
    sender: SpaceId,
    messages: readonly { readonly id: string; readonly sealed: string }[],
  ): Promise<Collection> {
    const have: string[] = [];
    const refused: { id: string; code: string }[] = [];
    for (const { id, sealed } of messages) {
      try {
        await this.#parts.inbox.take(sender, parseBase64url(sealed));
        have.push(id);
      } catch (error) {
        // What this node cannot do just now, such as write to a full disk, is no answer.
        if (!(error instanceof NodeError || error instanceof ProtocolError)) throw error;
        refused.push({ id, code: error.code });
      }
    }
    return { have, refused };
  }
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(parseUtf8(body));
  } catch (cause) {
    throw new ProtocolError('JSON_INVALID', 'body: expected JSON', { cause });
  }
}
