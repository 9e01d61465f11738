/**
 * A space's own log, from peers that share no programme with it any more: what a restored node lost
 * may say that it left or closed, and nobody else can tell it.
 */

import {
  encodeSync,
  isShelf,
  ProtocolError,
  parseSync,
  type SpaceId,
  SYNC_QUESTION_BYTES_MAX,
  type SyncHeader,
  type SyncWant,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { Recovery } from '../log/recovery.js';
import type { Replica } from '../log/replica.js';
import { Mutex } from '../mutex.js';
import type { Exchange } from './exchange.js';
import { failureOf } from './failure.js';
import type { Filling } from './filling.js';
import { GivenBytes } from './given-bytes.js';
import type { OwnLogWatch } from './own-log-watch.js';
import type { PeerAddress, PeerClient } from './peer-client.js';

/** Messages to one peer at most: a log of a million entries takes some hundreds. */
const ROUNDS_MAX = 2000;

interface Parts {
  readonly replica: Replica;
  readonly filling: Filling;
  readonly exchange: Exchange;
  readonly recovery: Recovery;
  readonly client: PeerClient;
  readonly watch: OwnLogWatch;
}

/** Both sides of it. */
export class OwnLogReturn {
  readonly #context: Context;
  readonly #parts: Parts;
  readonly #given = new GivenBytes();
  readonly #turns = new Mutex();

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * Answers a caller with which no programme is shared: of its own log what is held here, and the
   * proof that it has forked.
   * @throws NodeError FORBIDDEN if it asks or brings anything else; RATE_LIMITED
   */
  async give(caller: SpaceId, body: Uint8Array): Promise<Uint8Array> {
    const want = this.#wantOf(caller, body);
    // One after the other: of many questions at once none passes before the last one is counted.
    return this.#turns.run(async () => {
      const now = this.#context.now();
      this.#given.check(caller, now);
      const answer = await this.#answer(caller, want);
      this.#given.note(caller, answer.length, now);
      return answer;
    });
  }

  async #answer(caller: SpaceId, want: SyncWant): Promise<Uint8Array> {
    const { exchange, filling } = this.#parts;
    const { ranges, lines, heartbeats, forks } = await filling.fill([want], { forks: [want] });
    const answer: SyncHeader = {
      ...{ sync: 1, digests: [], ...exchange.echo(caller), ranges, heartbeats },
      ...(forks.length > 0 && { forks }),
    };
    return encodeSync(answer, lines);
  }

  #wantOf(caller: SpaceId, body: Uint8Array): SyncWant {
    const isHeld = this.#parts.replica.latest(caller) !== null;
    const isRead = isHeld && body.length <= SYNC_QUESTION_BYTES_MAX;
    const want = isRead ? wantOf(headerOf(body), caller) : null;
    // SYNC-4: entries go to nodes of the same programme only, and those of its own log to a space
    // that asks for nothing else.
    if (want === null) {
      throw new NodeError('FORBIDDEN', 'sync: expected a space of a shared programme', {
        remedy: 'Join a programme of this node first.',
      });
    }
    return want;
  }

  /** Asks a peer that has sent us away what it holds of our log, and takes it. Never fails. */
  async ask(peer: PeerAddress): Promise<void> {
    try {
      const shown = await this.#takeAll(peer);
      const { recovery, watch } = this.#parts;
      if (recovery.isNeeded) await recovery.heard(peer.space, await watch.holdsAllOf(shown));
    } catch (error) {
      const { logger } = this.#context.ports;
      logger.info('own-log-not-told', { peer: peer.space, ...failureOf(error) });
    }
  }

  /** Takes all that it has; gives the checkpoint that it shows at the end. */
  async #takeAll(peer: PeerAddress): Promise<string | undefined> {
    const { exchange, replica, client } = this.#parts;
    const { log } = this.#context.identity;
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const from = replica.log(log)?.head.size ?? 0;
      const question = encodeSync({ sync: 1, digests: [], wants: [{ ...log, from }] });
      const answer = parseSync(await client.send(peer, '/covisa/v1/sync', question));
      const { entries } = await exchange.take(peer.space, answer);
      if (entries === 0) return answer.header.echo;
    }
    return undefined;
  }
}

/** What a message wants of the caller's own log, if it does nothing else; null if it does. */
function wantOf(header: SyncHeader | null, caller: SpaceId): SyncWant | null {
  if (header === null) return null;
  const { sync: _, digests, wants = [], ...more } = header;
  const [want, ...others] = wants;
  const isMore = digests.length + others.length + Object.keys(more).length > 0;
  if (isMore || want?.space !== caller) return null;
  return isShelf(want) || want.bare || want.fork ? null : want;
}

function headerOf(body: Uint8Array): SyncHeader | null {
  try {
    return parseSync(body).header;
  } catch (error) {
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}
