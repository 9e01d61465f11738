/** Messages of the node: fetched by who only calls out, and brought to who can be called. */

import { encodeBase64url, encodeUtf8, messageId, parseBase64url, shape } from '@covisa/protocol';
import { admitted, apply } from '../admitted.js';
import { checkRefusal, documentOf } from '../answers.js';
import { type CalledSpace, calledSpace, type MessageLie } from '../called-space.js';
import { check, Failure, same } from '../expect.js';
import type { Peer } from '../peer.js';
import { MESSAGE_TYPE, opened, thread, write } from '../sealing.js';
import type { SignedAnswer, Subject } from '../subject.js';
import type { NodeChapter, NodeTest } from '../test.js';
import type { TestSpace } from '../test-space.js';

const { list, open, text } = shape;
const PATH = '/covisa/v1/messages/collect';
/** In one answer. */
const AT_ONCE = 16;
/** Questions to the node until something that it does by itself is done. */
const QUESTIONS_MAX = 200;

const given = open({
  messages: list(open({ id: messageId, sealed: text({ min: 1, max: 44_000 }) }), AT_ONCE),
});
type Given = shape.Shaped<typeof given>['messages'];

function ask(subject: Subject, caller: TestSpace, said: unknown): Promise<SignedAnswer> {
  const content = encodeUtf8(JSON.stringify(said));
  return subject.call(caller, PATH, content, { contentType: 'application/json' });
}

/** What waits for a space at the node. */
async function collect(subject: Subject, { space }: Peer, said: object = {}): Promise<Given> {
  const called = await ask(subject, space, { have: [], refused: [], ...said });
  await subject.checkSigned(called);
  return documentOf(called.answer, given).messages;
}

/** Takes all that waits, so that a test finds what it has written itself. */
async function collectAll(subject: Subject, peer: Peer): Promise<Given> {
  const all: Given[number][] = [];
  let answer = await collect(subject, peer);
  for (let round = 0; answer.length > 0; round++) {
    check(round < AT_ONCE, 'messages: expected an end of them');
    all.push(...answer);
    answer = await collect(subject, peer, { have: answer.map(({ id }) => id) });
  }
  return all;
}

async function stateOf(subject: Subject, peer: Peer, id: string): Promise<string> {
  return (await thread(subject, peer)).find((one) => one.id === id)?.state ?? 'none';
}

/** Asks the node until its message to a space is in this state. */
async function settled(subject: Subject, peer: Peer, id: string, isDone: (m: Shown) => boolean) {
  for (let question = 0; question < QUESTIONS_MAX; question++) {
    const message = (await thread(subject, peer)).find((one) => one.id === id);
    if (message !== undefined && isDone(message)) return message.state;
  }
  throw new Failure(`message: expected an end of its delivery after ${QUESTIONS_MAX} questions`);
}
type Shown = Awaited<ReturnType<typeof thread>>[number];

/** The next message that the node brings. The space calls meanwhile: it says that it is there. */
async function brought(called: CalledSpace, count: number): Promise<Uint8Array> {
  for (let question = 0; question < QUESTIONS_MAX; question++) {
    const bytes = called.messages[count];
    if (bytes !== undefined) return bytes;
    await called.peer.equal();
  }
  throw new Failure('the node brought no message to a space that calls it');
}

/** How the node takes it when a message is answered in some other way than by its receipt. */
function answeredBy(title: string, rules: readonly string[], lie: MessageLie, state: string) {
  return {
    title,
    rules,
    async run(subject) {
      const called = await calledSpace(subject);
      const count = called.messages.length;
      called.messageLie = lie;
      const id = await write(subject, called.peer, 'Is anybody there?');
      await brought(called, count);
      const isDone = ({ attempts }: Shown) => attempts > 0;
      same('the state', await settled(subject, called.peer, id, isDone), state);
      called.messageLie = null;
    },
  } satisfies NodeTest;
}

const fetched: readonly NodeTest[] = [
  {
    title: 'A space without an address fetches its messages, signed and sealed for it.',
    rules: ['MSG-1', 'MSG-5', 'MSG-6', 'MSG-7', 'MSG-8', 'MSG-9', 'MSG-10', 'MSG-15'],
    async run(subject) {
      const peer = await admitted(subject, 'Peggy');
      const id = await write(subject, peer, 'Two chairs?');
      const [message, ...more] = await collect(subject, peer);
      check(message !== undefined && more.length === 0, 'messages: expected one');
      same('the id beside it', message.id, id);
      const read = await opened(subject, peer, parseBase64url(message.sealed));
      same('the id in it', read.id, id);
      same('the text', 'text' in read ? (read.text ?? null) : null, 'Two chairs?');
    },
  },
  {
    title: 'A message is offered until the space has said that it holds it.',
    rules: ['MSG-15'],
    async run(subject) {
      const peer = await admitted(subject, 'Peggy');
      const id = await write(subject, peer, 'Three chairs?');
      const find = (all: Given) => all.find((one) => one.id === id);
      const first = find(await collect(subject, peer));
      const second = find(await collect(subject, peer));
      check(first !== undefined && second !== undefined, 'messages: expected it twice');
      check(first.sealed !== second.sealed, 'messages: expected it to be sealed anew');
      same('the state before', await stateOf(subject, peer, id), 'waiting');
      const left = find(await collect(subject, peer, { have: [id] }));
      same('the message that is held', left?.id ?? null, null);
      same('the state after', await stateOf(subject, peer, id), 'delivered');
    },
  },
  {
    title: 'At most 16 messages are given out at once, and the others with the next question.',
    rules: ['MSG-15'],
    async run(subject) {
      const peer = await admitted(subject, 'Peggy');
      await collectAll(subject, peer);
      const written = new Set<string>();
      for (let count = 0; count <= AT_ONCE; count++) {
        written.add(await write(subject, peer, `Chair ${count}`));
      }
      const first = await collect(subject, peer);
      same('messages at once', first.length, AT_ONCE);
      const have = first.map(({ id }) => id);
      const all = [...first, ...(await collect(subject, peer, { have }))];
      same('messages in all', new Set(all.map(({ id }) => id)).size, written.size);
      check(
        all.every(({ id }) => written.has(id)),
        'messages: expected those that were written',
      );
    },
  },
  {
    title: 'A space is given no message that is meant for another.',
    rules: ['MSG-15'],
    async run(subject) {
      const [peer, other] = [await admitted(subject, 'Peggy'), await admitted(subject, 'Judy')];
      const id = await write(subject, peer, 'Four chairs?');
      await collectAll(subject, other);
      await collect(subject, other, { have: [id], refused: [{ id, code: 'MESSAGES_REFUSED' }] });
      const isLeft = (await collect(subject, peer)).some((one) => one.id === id);
      same('the message that another has spoken of', isLeft, true);
    },
  },
  {
    title: 'What the recipient refuses for good is not offered again, any other refusal waits.',
    rules: ['MSG-13'],
    async run(subject) {
      const peer = await admitted(subject, 'Peggy');
      await collectAll(subject, peer);
      for (const [code, state] of [
        ['MESSAGES_REFUSED', 'failed'],
        ['MESSAGE_INVALID', 'failed'],
        ['MESSAGE_STALE', 'failed'],
        ['MESSAGES_FULL', 'waiting'],
      ] as const) {
        const id = await write(subject, peer, `For ${code}`);
        await collect(subject, peer);
        const left = await collect(subject, peer, { refused: [{ id, code }] });
        same(`the state after ${code}`, await stateOf(subject, peer, id), state);
        const isFinal = state === 'failed';
        const isLeft = left.some((one) => one.id === id);
        check(!(isFinal && isLeft), `messages: expected none that was refused with ${code}`);
      }
    },
  },
  {
    title: 'Nothing is given out to who belongs to no programme of the node.',
    rules: ['HTTP-12'],
    async run(subject) {
      const { programme } = await admitted(subject, 'Peggy');
      const space = subject.newSpace('applicant');
      const unknown = await ask(subject, space, { have: [] });
      await subject.checkSigned(unknown);
      checkRefusal(unknown.answer, 'PEER_UNKNOWN');
      await apply(subject, space, programme);
      const waiting = await ask(subject, space, { have: [] });
      await subject.checkSigned(waiting);
      checkRefusal(waiting.answer, 'FORBIDDEN');
    },
  },
  {
    title: 'A question for messages that misses its schema is refused.',
    rules: ['EDGE-2'],
    async run(subject) {
      const { space } = await admitted(subject, 'Peggy');
      const id = encodeBase64url(subject.options.random(16));
      const many = Array.from({ length: AT_ONCE + 1 }, () => id);
      for (const said of [{}, { have: 'all' }, { have: many }, { have: [], more: 1 }]) {
        const called = await ask(subject, space, said);
        await subject.checkSigned(called);
        checkRefusal(called.answer, 'REQUEST_INVALID');
      }
    },
  },
];

const brings: readonly NodeTest[] = [
  {
    title: 'To a space with an address the node brings its messages, signed and sealed for it.',
    rules: ['MSG-5', 'MSG-6', 'MSG-7', 'MSG-9', 'MSG-10', 'HTTP-14'],
    async run(subject) {
      const called = await calledSpace(subject);
      const { peer, requests } = called;
      const count = called.messages.length;
      const id = await write(subject, peer, 'Five chairs?');
      const read = await opened(subject, peer, await brought(called, count));
      same('the id', read.id, id);
      same('the content type', called.messageType, MESSAGE_TYPE);
      same('a problem of a request', requests.find((problem) => problem !== null) ?? null, null);
      const isDone = ({ state }: Shown) => state === 'delivered';
      await settled(subject, peer, id, isDone);
    },
  },
  {
    title: 'A receipt that another key has signed is none: the message comes again, sealed anew.',
    rules: ['HTTP-13', 'MSG-15'],
    async run(subject) {
      const called = await calledSpace(subject);
      const { peer } = called;
      const count = called.messages.length;
      called.messageLie = 'other-key';
      const id = await write(subject, peer, 'Six chairs?');
      const first = await brought(called, count);
      called.messageLie = null;
      const second = await brought(called, count + 1);
      same('the id', (await opened(subject, peer, second)).id, id);
      const isSame = encodeBase64url(first) === encodeBase64url(second);
      same('the same bytes', isSame, false);
      await settled(subject, peer, id, ({ state }) => state === 'delivered');
    },
  },
  answeredBy('A receipt of another message is none.', ['MSG-11'], 'other-receipt', 'waiting'),
  answeredBy(
    'A refusal for good that nobody has signed is not believed.',
    ['HTTP-17', 'MSG-13'],
    'unsigned-refusal',
    'waiting',
  ),
  answeredBy(
    'A refusal for good that the recipient has signed ends the delivery.',
    ['MSG-13'],
    'refusal',
    'failed',
  ),
];

export const deliveries: NodeChapter = {
  name: 'Delivery of messages',
  place: 'spec/messages.md#delivery',
  tests: [...fetched, ...brings],
};
