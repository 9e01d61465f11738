/** The messages of a scripted node: what it takes, gives out, and shows to its owner. */

import {
  boxPublicKey,
  checkDelivery,
  encodeBase64url,
  encodeUtf8,
  MESSAGES_COLLECTED_MAX,
  MESSAGES_PER_DAY_MAX,
  type Message,
  messageCheck,
  messageToSign,
  type OpenedMessage,
  openMessage,
  parseBase64url,
  parseUtf8,
  type SpaceId,
  sealMessage,
  sha256,
} from '@covisa/protocol';
import type { TestSpace } from '../../dist/node/test-space.js';
import { ed25519 } from '../../dist/platform/ed25519.js';
import { Refusal } from './scripted-answer.js';
import type { ScriptedLogs } from './scripted-logs.js';

/** The ways in which it may be wrong. */
export type Lie =
  | 'believes-writers'
  | 'brings-back'
  | 'gives-all'
  | 'gives-many'
  | 'gives-once'
  | 'insists'
  | 'keeps-refused'
  | 'never-full'
  | 'passes-on'
  | 'same-seal'
  | 'shows-twice'
  | 'signs-no-label'
  | 'seals-to-itself'
  | 'takes-old'
  | 'takes-others';

interface Held {
  readonly space: SpaceId;
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly message: Message;
  state: 'delivered' | 'erased' | 'failed' | 'unread' | 'waiting';
}

interface Said {
  readonly have: readonly string[];
  readonly refused?: readonly { readonly id: string; readonly code: string }[];
}

const FINAL = ['MESSAGES_REFUSED', 'MESSAGE_INVALID', 'MESSAGE_STALE'];

/** Inbox and outbox. */
export class ScriptedMessages {
  readonly #own: TestSpace;
  readonly #logs: ScriptedLogs;
  readonly #lies: ReadonlySet<Lie>;
  readonly #now: () => number;
  readonly #held: Held[] = [];
  readonly #refused = new Set<string>();
  #count = 0;

  constructor(own: TestSpace, logs: ScriptedLogs, lies: ReadonlySet<Lie>, now: () => number) {
    this.#own = own;
    this.#logs = logs;
    this.#lies = lies;
    this.#now = now;
  }

  /** What another space is answered. @throws Refusal, ProtocolError */
  answer(caller: SpaceId, path: string, content: Uint8Array): object {
    if (this.#logs.opening(caller) === null) throw new Refusal('PEER_UNKNOWN');
    const programmes = this.#logs.programmesOf(caller);
    if (programmes.length === 0) throw new Refusal('FORBIDDEN');
    if (path.endsWith('/collect')) return this.#giveOut(caller, content);
    if (this.#refused.has(caller)) {
      if (this.#lies.has('keeps-refused')) this.#store(caller, this.#open(caller, content));
      throw new Refusal('MESSAGES_REFUSED');
    }
    const opened = this.#open(caller, content);
    const isShared = programmes.includes(opened.message.programme);
    if (!isShared && !this.#lies.has('takes-others')) throw new Refusal('FORBIDDEN');
    return { received: this.#store(caller, opened) };
  }

  #open(caller: SpaceId, content: Uint8Array): OpenedMessage {
    const opened = openMessage(content, this.#own.keys.box);
    const { from, to, time } = opened.message;
    const around = { from: caller, to: this.#own.id, instant: this.#now() };
    const isOld = time < this.#now() - 86_400;
    const isPassedOn = from !== caller || to !== this.#own.id;
    const isWaved =
      (isOld && this.#lies.has('takes-old')) || (isPassedOn && this.#lies.has('passes-on'));
    if (!isWaved) checkDelivery(opened.message, around);
    const peer = this.#logs.opening(from)?.peer ?? '';
    const isSigned = ed25519.verify(messageCheck(opened, parseBase64url(peer)));
    if (!isSigned && !this.#lies.has('believes-writers')) throw new Refusal('MESSAGE_FORGED');
    return opened;
  }

  #store(space: SpaceId, { message }: OpenedMessage): string {
    const { id } = message;
    const known = this.#with(space).find((one) => one.direction === 'in' && one.id === id);
    const isBack = known?.state === 'erased' && this.#lies.has('brings-back');
    if (isBack) known.state = 'unread';
    if (known !== undefined && !this.#lies.has('shows-twice')) return id;
    const came = this.#with(space).filter(({ direction }) => direction === 'in');
    const isFull = came.length >= MESSAGES_PER_DAY_MAX && !this.#lies.has('never-full');
    if (isFull) throw new Refusal('MESSAGES_FULL');
    this.#held.push({ space, id, direction: 'in', message, state: 'unread' });
    return id;
  }

  #with(space: string): readonly Held[] {
    return this.#held.filter((one) => one.space === space);
  }

  #giveOut(caller: SpaceId, content: Uint8Array): object {
    const { have, refused = [] } = JSON.parse(parseUtf8(content)) as Said;
    const isMeant = ({ space }: Held) => space === caller || this.#lies.has('gives-all');
    const out = () =>
      this.#held.filter(
        (one) => one.direction === 'out' && one.state === 'waiting' && isMeant(one),
      );
    for (const one of out()) {
      if (have.includes(one.id)) one.state = 'delivered';
      const code = refused.find(({ id }) => id === one.id)?.code ?? '';
      if (FINAL.includes(code) && !this.#lies.has('insists')) one.state = 'failed';
    }
    const most = this.#lies.has('gives-many') ? 99 : MESSAGES_COLLECTED_MAX;
    const given = out().slice(0, most);
    const messages = given.map(({ id, message }) => ({
      id,
      sealed: encodeBase64url(this.#seal(caller, message)),
    }));
    if (this.#lies.has('gives-once')) for (const one of given) one.state = 'delivered';
    return { messages };
  }

  #seal(to: SpaceId, message: Message): Uint8Array {
    const document = encodeUtf8(JSON.stringify(message));
    const signed = this.#lies.has('signs-no-label') ? document : messageToSign(document);
    const { box = '' } = this.#logs.opening(to) ?? {};
    const other = boxPublicKey(this.#own.keys.box);
    return sealMessage(document, ed25519.sign(this.#own.keys.peer, signed), {
      ephemeralSecret: this.#fresh(32),
      nonce: this.#fresh(24),
      recipientKey: this.#lies.has('seals-to-itself') ? other : parseBase64url(box),
    });
  }

  /** As many bytes as are asked for, other ones each time. */
  #fresh(count: number): Uint8Array {
    if (!this.#lies.has('same-seal')) this.#count += 1;
    return sha256(encodeUtf8(`fresh ${this.#count}`)).slice(0, count);
  }

  /** What the owner is answered; null for another route. */
  forOwner(method: string, path: string, content: Uint8Array): object | null {
    if (!path.startsWith('/api/messages')) return null;
    const [, space = '', act] = /^\/api\/messages\/([\w-]{43})(\/refuse)?$/u.exec(path) ?? [];
    if (method === 'GET') return this.#with(space).filter(isShown).map(view);
    const body = JSON.parse(parseUtf8(content)) as {
      readonly to: SpaceId;
      readonly id: string;
      readonly content: object;
      readonly refused: boolean;
    };
    if (act !== undefined) {
      if (body.refused) this.#refused.add(space);
      else this.#refused.delete(space);
      return {};
    }
    if (path === '/api/messages/erase') {
      for (const one of this.#held) if (one.id === body.id) one.state = 'erased';
      return {};
    }
    return [{ id: this.#write(body.to, body.content) }];
  }

  #write(to: SpaceId, content: object): string {
    this.#count += 1;
    const id = encodeBase64url(sha256(encodeUtf8(`id ${this.#count}`)).slice(0, 16));
    const [programme] = this.#logs.programmesOf(to);
    const around = { id, from: this.#own.id, to, time: this.#now(), programme };
    const message = { ...around, ...content } as Message;
    this.#held.push({ space: to, id, direction: 'out', message, state: 'waiting' });
    return id;
  }
}

function isShown({ state }: Held): boolean {
  return state !== 'erased';
}

function view({ id, direction, state, message }: Held): object {
  const { kind } = message;
  const words = 'text' in message ? message.text : undefined;
  const content = { kind, ...(words !== undefined && { text: words }) };
  return { id, direction, state, attempts: 0, replyTo: message.replyTo ?? null, content };
}
