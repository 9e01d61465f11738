/**
 * A test space with an address: it answers what the node asks, and notes what is wrong with it.
 */

import { gunzipSync } from 'node:zlib';
import {
  encodeSync,
  encodeUtf8,
  type FrontierLine,
  openMessage,
  parseSync,
  parseUtf8,
  SYNC_BYTES_MAX,
  type SyncHeader,
  type SyncMessage,
  type SyncRange,
  type SyncWant,
} from '@covisa/protocol';
import type { Heard, Listener, Reply } from '../platform/listener.js';
import { admittedWith } from './admitted.js';
import { type Around, checkRequest, signedReply } from './called-signing.js';
import { Skip } from './expect.js';
import { NO_DIGEST } from './forking.js';
import type { Peer } from './peer.js';
import type { Subject } from './subject.js';
import { profileOf, type TestSpace } from './test-space.js';

/** 16 bytes in base64url that nobody has named. */
const NO_NONCE = `${'A'.repeat(21)}w`;

/** How a called space may lie. */
export type CalledLie = 'other-key' | 'other-nonce';

/** How it may lie when the node brings it a message. */
export type MessageLie = 'other-key' | 'other-receipt' | 'refusal' | 'unsigned-refusal';

/** A space that the node can call. */
export class CalledSpace {
  /** What was wrong with each request; null: nothing. */
  readonly requests: (string | null)[] = [];
  lie: CalledLie | null = null;
  /** The sealed messages that the node has brought, and the content type of the latest. */
  readonly messages: Uint8Array[] = [];
  messageType: string | null = null;
  messageLie: MessageLie | null = null;
  /** What it was asked as a home, and how it answers; null: by a no. */
  readonly grantRequests: unknown[] = [];
  grant: ((request: unknown) => object) | null = null;
  /** Another history of a space's log, which this one holds in the place of the node's. */
  shown: TestSpace | null = null;
  /** Proofs that the node has asked for, to find where a log has forked. */
  searches = 0;
  /** What it makes of such a proof; null: nothing. */
  bend: ((range: SyncRange) => SyncRange) | null = null;
  readonly peer: Peer;
  readonly #subject: Subject;

  constructor(subject: Subject, peer: Peer) {
    this.#subject = subject;
    this.peer = peer;
  }

  /** The answer to a request of the node. */
  async answer(heard: Heard): Promise<Reply> {
    try {
      const reply = await this.#answer(heard);
      this.requests.push(null);
      return reply;
    } catch (error) {
      this.requests.push(error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  async #answer(heard: Heard): Promise<Reply> {
    const { space, peerKey } = await this.#subject.discovery();
    const now = this.#subject.now();
    const { id: recipient, keys } = this.peer.space;
    const nonce = checkRequest(heard, { space, peerKey, recipient, now });
    const isPacked = heard.headers['content-encoding'] === 'gzip';
    const content = isPacked
      ? gunzipSync(heard.body, { maxOutputLength: SYNC_BYTES_MAX })
      : heard.body;
    const around = { space: recipient, nonce, created: now, seed: keys.peer };
    if (heard.target === '/covisa/v1/messages') {
      this.messageType = heard.headers['content-type'] ?? null;
      return this.#message(new Uint8Array(content), around);
    }
    const seed = this.lie === 'other-key' ? this.#subject.options.random(32) : keys.peer;
    if (heard.target === '/covisa/v1/grant') {
      return this.#grant(new Uint8Array(content), { ...around, seed });
    }
    const body = await this.#sync(parseSync(new Uint8Array(content)));
    const named = this.lie === 'other-nonce' ? NO_NONCE : nonce;
    return signedReply(body, { ...around, nonce: named, seed });
  }

  /** The receipt of a message, or what the lie makes of it. */
  #message(sealed: Uint8Array, around: Around): Reply {
    this.messages.push(sealed);
    const lie = this.messageLie;
    const contentType = 'application/json';
    if (lie === 'refusal' || lie === 'unsigned-refusal') {
      const error = { code: 'MESSAGES_REFUSED', message: 'none of yours' };
      const seed = lie === 'refusal' ? around.seed : null;
      const body = encodeUtf8(JSON.stringify({ error }));
      return signedReply(body, { ...around, contentType, status: 403, seed });
    }
    const { id } = openMessage(sealed, this.peer.space.keys.box).message;
    const received = lie === 'other-receipt' ? NO_NONCE : id;
    const seed = lie === 'other-key' ? this.#subject.options.random(32) : around.seed;
    const body = encodeUtf8(JSON.stringify({ received }));
    return signedReply(body, { ...around, contentType, seed });
  }

  #grant(content: Uint8Array, around: Around): Reply {
    const request = JSON.parse(parseUtf8(content)) as unknown;
    this.grantRequests.push(request);
    const no = { granted: false, code: 'MEMBER_INACTIVE', sentence: 'Not any more.' };
    const body = encodeUtf8(JSON.stringify(this.grant?.(request) ?? no));
    return signedReply(body, { ...around, contentType: 'application/json' });
  }

  async #sync(message: SyncMessage): Promise<Uint8Array> {
    const { peer, shown } = this;
    const { header } = message;
    if (shown === null) await peer.take(message);
    const isEqual = peer.isEqual(message) && shown === null;
    const digests = [{ programme: peer.programme, digest: isEqual ? peer.digest() : NO_DIGEST }];
    const asksNothing = !header.wants?.length && header.frontier === undefined;
    if (isEqual && asksNothing) return encodeSync({ sync: 1, digests });
    const { wants = [], frontier: theirs = [], full = false } = header;
    const isFirst = wants.length === 0 && header.frontier === undefined && !header.ranges;
    const lacking = theirs.filter((line) => peer.lacks(line)).map((line) => peer.wantOf(line));
    const given = wants.flatMap((want) => this.#given(want) ?? []);
    const answer: SyncHeader = {
      ...{ sync: 1, digests, cursor: '1' },
      ...((isFirst || full) && { frontier: [...this.#frontier()] }),
      ...(full && { full: true }),
      ...(lacking.length > 0 && shown === null && { wants: lacking }),
      ranges: given.map(({ range }) => range),
    };
    return encodeSync(
      answer,
      given.map(({ lines }) => lines),
    );
  }

  #frontier(): readonly FrontierLine[] {
    const { shown } = this;
    if (shown === null) return this.peer.frontier();
    const others = this.peer.frontier().filter(({ space }) => space !== shown.id);
    return [...others, shown.frontierLine()];
  }

  /** What answers a want: the rest of a log, or barely what proves its root at a size. */
  #given({ space, from, bare = false, fork = false }: SyncWant) {
    const log = [this.peer.space, this.shown].find((one) => one?.id === space);
    if (!log || fork || from > log.size) return null;
    if (bare) this.searches += 1;
    const to = bare ? Math.max(from, 1) : log.size;
    const first = bare && from > 0 ? to : from;
    if (!bare && first === to) return null;
    const range = log.range(first, to, log.size);
    const isBent = bare && from > 0 && this.bend !== null;
    const lines = log.lines.slice(first, to);
    return { range: isBent ? (this.bend?.(range) ?? range) : range, lines };
  }
}

/** A space in a programme with the node, which the node can call. @throws Skip */
export function calledSpace(subject: Subject): Promise<CalledSpace> {
  return subject.once('a space that the node can call', async () => {
    const { listen } = subject.options;
    if (listen === null) {
      throw new Skip('needs --allow-private, and a node on this machine, which calls back');
    }
    // The first call may come before the space is whole: it is answered by closing.
    let called: CalledSpace | null = null;
    const listener: Listener = await listen(async (heard) => {
      if (called === null) throw new Error('not yet');
      return called.answer(heard);
    });
    subject.atEnd(listener.end);
    const peer = await admittedWith(subject, 'Walter', (space) => {
      space.append({ ...profileOf(space.name, subject.now()), node: listener.url });
      space.beat(subject.now());
    });
    called = new CalledSpace(subject, peer);
    return called;
  });
}
