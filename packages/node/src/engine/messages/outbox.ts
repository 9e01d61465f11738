/**
 * Delivers the messages of this space: tries, waits, tries again, gives up after thirty days. Who
 * cannot be called fetches its messages itself (collecting.ts).
 */

import {
  MESSAGE_LIFETIME_SECONDS,
  parseUtf8,
  type Seconds,
  type SpaceId,
  shape,
} from '@covisa/protocol';
import type { MessageHead, StoredMessage } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import { type Failure, failureOf, failureText } from '../gossip/failure.js';
import { type PeerAddress, type PeerClient, PeerRefusal } from '../gossip/peer-client.js';
import type { Peers } from '../gossip/peers.js';
import { isDue } from '../retry.js';
import type { Envelopes } from './envelopes.js';

const MESSAGE_PATH = '/covisa/v1/messages';
const MESSAGE_TYPE = 'application/covisa-message';
/** The longest wait before a message is tried again. */
const BACK_OFF_SECONDS_MAX = 6 * 3600;
/** Spaces to which messages are brought at once. */
const AT_ONCE = 8;
const ANSWER_BYTES_MAX = 4096;
/** What a recipient says for good: the same message would be refused again. */
export const FINAL_CODES: ReadonlySet<string> = new Set([
  'MESSAGES_REFUSED',
  'MESSAGE_INVALID',
  'MESSAGE_STALE',
]);
const REFUSED = 'PEER_REFUSED';

const receipt = shape.open({ received: shape.text({ min: 1, max: 64 }) });

/** Why a delivery failed, and whether it is worth another try. */
export type DeliveryFailure = Failure & { readonly isFinal: boolean };

interface Parts {
  readonly envelopes: Envelopes;
  readonly client: PeerClient;
  readonly peers: Peers;
}

/** Whether a recipient itself has put a message off: that it is in reach does not change that. */
export function isPutOff({ lastError, retryAt }: StoredMessage, now: Seconds): boolean {
  return (lastError ?? '').startsWith(REFUSED) && !isDue(retryAt, now, BACK_OFF_SECONDS_MAX);
}

/** The outbox. */
export class Outbox {
  readonly #context: Context;
  readonly #parts: Parts;
  /** Spaces for which something waits. */
  readonly #waiting = new Set<SpaceId>();
  readonly #running = new Map<SpaceId, Promise<void>>();
  #isStopped = true;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** Looks which spaces something waits for; from now on it is brought. */
  async start(): Promise<void> {
    this.#isStopped = false;
    for (const { space } of await this.#heads()) this.#waiting.add(space);
  }

  /** Writes messages down: from now on they are delivered, whatever happens to this process. */
  async add(messages: readonly StoredMessage[]): Promise<void> {
    await this.#context.ports.store.putMessages(messages);
    for (const { space } of messages) this.#waiting.add(space);
  }

  /** Brings what is due, to some spaces at once. Never fails. */
  async run(isStart = false): Promise<void> {
    const now = this.#context.now();
    const due = (await this.#heads()).filter(
      ({ retryAt }) => isStart || isDue(retryAt, now, BACK_OFF_SECONDS_MAX),
    );
    const spaces = [...new Set(due.map(({ space }) => space))];
    const work = async (): Promise<void> => {
      while (!this.#isStopped) {
        const space = spaces.shift();
        if (space === undefined) return;
        await this.deliver(space);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** A space is there: what waits for it goes out at once. */
  contact(space: SpaceId): void {
    if (this.#waiting.has(space)) void this.deliver(space);
  }

  /** Brings a space what waits for it, one message after the other. Never fails. */
  deliver(space: SpaceId): Promise<void> {
    const running = this.#running.get(space);
    if (running) return running;
    if (this.#isStopped) return Promise.resolve();
    const done = this.#deliver(space)
      .catch((error: unknown) => {
        this.#context.ports.logger.error('messages-failed', { space, ...failureOf(error) });
      })
      .finally(() => this.#running.delete(space));
    this.#running.set(space, done);
    return done;
  }

  /** Starts no further delivery, and lets those end that run. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.#running.values());
  }

  /** What waits for a space; what has waited for too long does not any more. */
  async waitingFor(space: SpaceId): Promise<readonly StoredMessage[]> {
    const { store } = this.#context.ports;
    const held = await store.messagesWith(space);
    const waiting = held.filter(({ state }) => state === 'waiting');
    const since = this.#context.now() - MESSAGE_LIFETIME_SECONDS;
    // MSG-14: a message that was not delivered within 30 days has failed, and is not tried again.
    const late = waiting.filter(({ recorded }) => recorded <= since);
    await store.putMessages(late.map((one) => ({ ...one, state: 'failed', retryAt: null })));
    const left = waiting.filter((one) => !late.includes(one));
    if (left.length === 0) this.#waiting.delete(space);
    return left;
  }

  /** A space has said that it holds these. */
  async acknowledged(messages: readonly StoredMessage[]): Promise<void> {
    const delivered = this.#context.now();
    const done = { state: 'delivered', delivered, lastError: null, retryAt: null } as const;
    await this.#put(messages.map((one) => ({ ...one, ...done })));
  }

  /**
   * The delivery failed: it is tried again, later each time; or not, if the recipient said for good
   * that it takes none.
   */
  async failed(
    messages: readonly StoredMessage[],
    { isFinal, ...failure }: DeliveryFailure,
  ): Promise<void> {
    const { now, settings } = this.#context;
    const lastError = failureText(failure);
    const state = isFinal ? 'failed' : 'waiting';
    await this.#put(
      messages.map((one) => {
        const attempts = one.attempts + 1;
        const wait = settings.syncIntervalSeconds * 2 ** Math.min(attempts - 1, 12);
        const retryAt = isFinal ? null : now() + Math.min(wait, BACK_OFF_SECONDS_MAX);
        return { ...one, state, attempts, lastError, retryAt };
      }),
    );
  }

  /** What the owner has erased meanwhile stays erased. */
  async #put(messages: readonly StoredMessage[]): Promise<void> {
    const { store } = this.#context.ports;
    const held = await Promise.all(messages.map((one) => store.message(one)));
    await store.putMessages(messages.filter((_, i) => held[i]?.state === 'waiting'));
  }

  async #heads(): Promise<readonly MessageHead[]> {
    const heads = await this.#context.ports.store.messageHeads(null);
    return heads.filter(({ state }) => state === 'waiting');
  }

  async #deliver(space: SpaceId): Promise<void> {
    const waiting = await this.waitingFor(space);
    const peer = this.#parts.peers.address(space);
    // Who only calls out fetches them.
    if (peer === null) return;
    const now = this.#context.now();
    const due = waiting.filter((one) => !isPutOff(one, now));
    for (const [at, message] of due.entries()) {
      if (this.#isStopped) return;
      const failure = await this.#bring(peer, message);
      if (failure === null) continue;
      this.#context.ports.logger.info('message-waits', { space, ...failure });
      // Where nobody answers the others would wait for the same.
      const isRefusal = failure.peerCode !== undefined;
      await this.failed(isRefusal ? [message] : due.slice(at), failure);
      if (!isRefusal) return;
    }
    await this.waitingFor(space);
  }

  async #bring(peer: PeerAddress, message: StoredMessage): Promise<DeliveryFailure | null> {
    const { envelopes, client } = this.#parts;
    if (message.document === null) return null;
    try {
      const sealed = await envelopes.seal(message.document, peer.space);
      const answer = await client.send(peer, MESSAGE_PATH, sealed, {
        contentType: MESSAGE_TYPE,
        bytesMax: ANSWER_BYTES_MAX,
      });
      checkReceipt(answer, message.id);
    } catch (error) {
      return { ...failureOf(error), isFinal: isFinal(error) };
    }
    await this.acknowledged([message]);
    return null;
  }
}

/** What stands between the nodes cannot say it: only the recipient's own word counts. */
function isFinal(error: unknown): boolean {
  return error instanceof PeerRefusal && error.isSigned && FINAL_CODES.has(error.peerCode ?? '');
}

function checkReceipt(answer: Uint8Array, id: string): void {
  let received: string | null = null;
  try {
    received = receipt.parse(JSON.parse(parseUtf8(answer))).received;
  } catch (cause) {
    throw new NodeError('PEER_ANSWER_INVALID', 'message: expected a receipt', { cause });
  }
  if (received === id) return;
  throw new NodeError('PEER_ANSWER_INVALID', 'message: expected a receipt of this one');
}
