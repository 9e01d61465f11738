/** Messages between owners, over whole networks: outages, nodes without an address, lies. */

import {
  encodeBase64url,
  encodeUtf8,
  type MessageContent,
  messageToSign,
  parseBase64url,
  sealMessage,
} from '@covisa/protocol';
import { expect } from 'chai';
import { nodeSignatureBackend } from '../../dist/adapters/ed25519-node.js';
import type { Letter, Mail } from '../../dist/ports.js';
import { codeOfAsync } from '../support/errors.js';
import { filler, Network, settle } from './support/network.js';
import { found } from './support/people.js';
import { type SpaceOptions, TEST_CLOCK, type TestSpace } from './support/test-space.js';

const DAY = 86_400;
const NOTE: MessageContent = { kind: 'note', text: 'Shall we lend each other chairs?' };
const settings = { syncIntervalSeconds: 60, ...TEST_CLOCK };
const signatures = nodeSignatureBackend();

async function scene(options: SpaceOptions = {}) {
  const network = new Network('messages');
  const shanghai = await network.add('shanghai', { settings });
  const melbourne = await network.add('melbourne', { settings, ...options });
  const berlin = await network.add('berlin', { settings });
  const programme = await found(network, [shanghai, melbourne, berlin]);
  await network.syncAll();
  return { network, shanghai, melbourne, berlin, programme };
}

async function send(from: TestSpace, to: TestSpace, content: MessageContent = NOTE) {
  const order = { to: to.id, programme: null, replyTo: null, content };
  const [sent] = await from.engine.messages.send(order);
  if (!sent) throw new Error('nothing was sent');
  await settle();
  return sent;
}

/** Days in which all nodes are off: what falls due meanwhile is done when they start. */
async function sleep(network: Network, seconds: number, starting: readonly TestSpace[]) {
  await network.stop();
  await network.pass(seconds);
  for (const space of starting) await space.start();
  await settle();
}

/** What `space` sees of its messages with another: direction, state, words. */
async function seen(space: TestSpace, other: TestSpace): Promise<readonly string[]> {
  const thread = await space.engine.messages.thread(other.id);
  return thread.map(({ direction, state, content }) => {
    const words = 'text' in content ? content.text : content.kind;
    return `${direction} ${state}: ${words}`;
  });
}

async function stateOf(space: TestSpace, other: TestSpace) {
  const [message] = await space.engine.messages.thread(other.id);
  if (!message) throw new Error('no message');
  const { state, attempts, lastError, retryAt, delivered } = message;
  return { state, attempts, lastError, retryAt, delivered };
}

/** A note as its sender could have sealed it, with whatever is to be wrong. */
async function sealed(from: TestSpace, to: TestSpace, changes: object = {}, seed?: Uint8Array) {
  const [held] = await from.engine.messages.thread(to.id);
  const { id = '', programme = '', time = 0 } = held ?? {};
  const message = { id, from: from.id, to: to.id, time, programme, ...NOTE, ...changes };
  const document = encodeUtf8(JSON.stringify(message));
  const signature = seed
    ? await signatures.sign(seed, messageToSign(document))
    : await from.engine.signAsPeer(messageToSign(document));
  const [line] = await to.engine.logs.openings();
  const { box } = JSON.parse(new TextDecoder().decode(line));
  return sealMessage(document, signature, {
    ephemeralSecret: new Uint8Array(32).fill(7),
    nonce: new Uint8Array(24).fill(9),
    recipientKey: parseBase64url(box),
  });
}

describe('Messages between owners', () => {
  it('arrive at once where both nodes run, and nobody on the way reads them', async () => {
    const { network, shanghai, melbourne } = await scene();
    await send(shanghai, melbourne);
    expect(await seen(shanghai, melbourne)).to.deep.equal([`out delivered: ${NOTE.text}`]);
    expect(await seen(melbourne, shanghai)).to.deep.equal([`in unread: ${NOTE.text}`]);
    const { delivered } = await stateOf(shanghai, melbourne);
    expect(delivered).to.equal(network.now);
    const calls = network.calls.filter(({ path }) => path === '/covisa/v1/messages');
    expect(calls.map(({ from, to }) => `${from} to ${to}`)).to.deep.equal([
      'shanghai to melbourne',
    ]);
    expect(Buffer.from(calls[0]?.request ?? []).includes('chairs')).to.equal(false);
    expect((await melbourne.engine.status()).unreadMessages).to.equal(1);
    const [first] = await melbourne.engine.messages.thread(shanghai.id);
    await send(shanghai, melbourne, { kind: 'note', text: 'Unseen' });
    await melbourne.engine.messages.markRead(shanghai.id, [first?.id ?? '']);
    expect(await seen(melbourne, shanghai)).to.deep.equal([
      `in read: ${NOTE.text}`,
      'in unread: Unseen',
    ]);
    await melbourne.engine.messages.markRead(shanghai.id, null);
    expect((await melbourne.engine.status()).unreadMessages).to.equal(0);
  });

  it('wait while the recipient is down, and arrive when it is back', async () => {
    const { network, shanghai, melbourne } = await scene();
    await melbourne.stop();
    await send(shanghai, melbourne);
    await network.pass(30);
    expect(await stateOf(shanghai, melbourne)).to.deep.equal({
      ...{ state: 'waiting', attempts: 1, lastError: 'PEER_UNREACHABLE' },
      ...{ retryAt: network.now - 30 + 60, delivered: null },
    });
    await network.pass(3600, 60);
    expect((await stateOf(shanghai, melbourne)).attempts).to.equal(6);
    await shanghai.restart();
    expect((await stateOf(shanghai, melbourne)).attempts).to.equal(7);
    await melbourne.start();
    await settle();
    await network.pass(1);
    // Nobody waits for the next try: that it calls says that it is there.
    expect(await seen(melbourne, shanghai)).to.deep.equal([`in unread: ${NOTE.text}`]);
    expect((await stateOf(shanghai, melbourne)).state).to.equal('delivered');
  });

  it('MSG-15: a node that only calls out fetches its messages, and only its own', async () => {
    const { network, shanghai, melbourne, berlin } = await scene({ isPublic: false });
    await send(shanghai, melbourne);
    await send(shanghai, melbourne, { kind: 'note', text: 'And tables?' });
    expect((await stateOf(shanghai, melbourne)).state).to.equal('waiting');
    const asking = encodeUtf8(JSON.stringify({ have: [] }));
    const other = await shanghai.engine.messages.giveOut(berlin.id, asking);
    expect(new TextDecoder().decode(other)).to.equal('{"messages":[]}');
    await network.pass(600, 60);
    const words = [NOTE.text, 'And tables?'];
    expect(await seen(melbourne, shanghai)).to.deep.equal(words.map((one) => `in unread: ${one}`));
    expect(await seen(shanghai, melbourne)).to.deep.equal(
      words.map((one) => `out delivered: ${one}`),
    );
    await send(melbourne, shanghai);
    expect((await seen(shanghai, melbourne)).at(-1)).to.equal(`in unread: ${NOTE.text}`);
  });

  it('MSG-15: what is given out counts as delivered once the recipient says so', async () => {
    const { network, shanghai, melbourne } = await scene({ isPublic: false });
    const { id } = await send(shanghai, melbourne);
    network.loseAnswers(melbourne);
    await network.pass(600, 60);
    const give = async (said: object) => {
      const body = encodeUtf8(JSON.stringify(said));
      const answer = await shanghai.engine.messages.giveOut(melbourne.id, body);
      return JSON.parse(new TextDecoder().decode(answer)).messages.length;
    };
    expect(await give({ have: [] })).to.equal(0);
    const second = await send(shanghai, melbourne);
    expect(await give({ have: [id] })).to.equal(1);
    expect(await give({ have: [], refused: [{ id: second.id, code: 'MESSAGES_FULL' }] })).to.equal(
      0,
    );
    expect(await give({ have: [second.id] })).to.equal(0);
    const states = (await seen(shanghai, melbourne)).map((one) => one.split(':')[0]);
    expect(states).to.deep.equal(['out delivered', 'out delivered']);
  });

  it('MSG-11: a replay is acknowledged and shows nothing twice, also of what was erased', async () => {
    const { network, shanghai, melbourne } = await scene();
    const { id } = await send(shanghai, melbourne);
    const [call] = network.calls.filter(({ path }) => path === '/covisa/v1/messages');
    const again = call?.request ?? new Uint8Array(0);
    const receipt = await melbourne.engine.messages.take(shanghai.id, again);
    expect(JSON.parse(new TextDecoder().decode(receipt))).to.deep.equal({ received: id });
    expect(await seen(melbourne, shanghai)).to.have.length(1);
    await melbourne.engine.messages.erase({ direction: 'in', space: shanghai.id, id });
    await melbourne.engine.messages.take(shanghai.id, again);
    expect(await seen(melbourne, shanghai)).to.deep.equal([]);
    await sleep(network, 33 * DAY, [melbourne]);
    expect(await melbourne.store.messageHeads(null)).to.deep.equal([]);
    const late = melbourne.engine.messages.take(shanghai.id, again);
    expect(await codeOfAsync(late)).to.equal('MESSAGE_STALE');
  });

  it('MSG-7, MSG-9: of others, for others, or signed by others they are refused', async () => {
    const { shanghai, melbourne, berlin } = await scene();
    await send(shanghai, melbourne);
    const take = (caller: TestSpace, body: Uint8Array) =>
      codeOfAsync(melbourne.engine.messages.take(caller.id, body));
    const own = await sealed(shanghai, melbourne);
    expect(await take(berlin, own)).to.equal('MESSAGE_FORGED');
    const meant = await sealed(shanghai, melbourne, { to: berlin.id });
    expect(await take(shanghai, meant)).to.equal('MESSAGE_FORGED');
    const seed = parseBase64url(filler(5));
    expect(await take(shanghai, await sealed(shanghai, melbourne, {}, seed))).to.equal(
      'MESSAGE_FORGED',
    );
    own[own.length - 1] = (own[own.length - 1] ?? 0) ^ 1;
    expect(await take(shanghai, own)).to.equal('MESSAGE_UNREADABLE');
    expect(await seen(melbourne, shanghai)).to.have.length(1);
  });

  it('MSG-10: are taken of spaces of a shared programme only, and name it', async () => {
    const { network, shanghai, melbourne } = await scene();
    await send(shanghai, melbourne);
    const oslo = await network.add('oslo', { settings });
    const body = await sealed(shanghai, melbourne);
    const strange = melbourne.engine.messages.take(oslo.id, body);
    expect(await codeOfAsync(strange)).to.equal('FORBIDDEN');
    const asking = encodeUtf8('{"have":[]}');
    expect(await codeOfAsync(melbourne.engine.messages.giveOut(oslo.id, asking))).to.equal(
      'FORBIDDEN',
    );
    const other = await sealed(shanghai, melbourne, { programme: filler(3) });
    const named = melbourne.engine.messages.take(shanghai.id, other);
    expect(await codeOfAsync(named)).to.equal('FORBIDDEN');
    expect(await codeOfAsync(send(shanghai, oslo))).to.equal('NOT_FOUND');
  });

  it('MSG-12: a space that floods another is put off, not lost', async () => {
    const { network, shanghai, melbourne } = await scene();
    for (let i = 0; i < 41; i++) await send(shanghai, melbourne, { kind: 'note', text: `${i}` });
    const last = (await shanghai.engine.messages.thread(melbourne.id)).at(-1);
    expect(last).to.include({ state: 'waiting', lastError: 'PEER_REFUSED: MESSAGES_FULL' });
    expect(await seen(melbourne, shanghai)).to.have.length(40);
    await sleep(network, DAY, [shanghai, melbourne]);
    await network.pass(600, 60);
    expect((await seen(melbourne, shanghai)).at(-1)).to.equal('in unread: 40');
  });

  it('MSG-13: an owner may refuse the messages of a space, which learns of it', async () => {
    const { shanghai, melbourne } = await scene();
    await melbourne.engine.messages.refuse(shanghai.id, true);
    await send(shanghai, melbourne);
    expect(await stateOf(shanghai, melbourne)).to.include({
      ...{ state: 'failed', lastError: 'PEER_REFUSED: MESSAGES_REFUSED' },
    });
    expect(await seen(melbourne, shanghai)).to.deep.equal([]);
    const [thread] = await melbourne.engine.messages.threads();
    expect(thread).to.include({ space: shanghai.id, isRefused: true, messages: 0 });
    await melbourne.engine.messages.refuse(shanghai.id, false);
    await send(shanghai, melbourne);
    expect(await seen(melbourne, shanghai)).to.have.length(1);
  });

  it('MSG-14: after thirty days without a receipt they have failed', async () => {
    const { network, shanghai, melbourne } = await scene();
    await melbourne.stop();
    await send(shanghai, melbourne);
    await sleep(network, 30 * DAY - 3600, [shanghai]);
    expect((await stateOf(shanghai, melbourne)).state).to.equal('waiting');
    await sleep(network, 3600, [shanghai]);
    expect(await stateOf(shanghai, melbourne)).to.include({ state: 'failed', retryAt: null });
    await melbourne.start();
    await network.pass(600, 60);
    expect(await seen(melbourne, shanghai)).to.deep.equal([]);
  });

  it('reach a space that has resumed since, sealed anew to its new key', async () => {
    const { network, shanghai, melbourne, berlin } = await scene();
    network.cut([shanghai], [melbourne, berlin]);
    await send(shanghai, melbourne);
    await send(melbourne, shanghai, { kind: 'note', text: 'Before the theft.' });
    await network.pass(60);
    await melbourne.recover();
    network.heal();
    await network.syncAll(3);
    await network.pass(7200, 60);
    expect(await seen(melbourne, shanghai)).to.include(`in unread: ${NOTE.text}`);
    expect(await seen(shanghai, melbourne)).to.include('in unread: Before the theft.');
  });

  it('go to all spaces of a programme as a notice, each sealed by itself', async () => {
    const { network, shanghai, melbourne, berlin, programme } = await scene();
    const content = { kind: 'notice', text: 'We move on Monday.' } as const;
    const order = { to: null, programme, replyTo: null, content };
    expect(await shanghai.engine.messages.send(order)).to.have.length(2);
    await network.pass(60);
    for (const other of [melbourne, berlin]) {
      expect(await seen(other, shanghai)).to.deep.equal(['in unread: We move on Monday.']);
    }
  });

  it('MSG-16: are no introduction for a day that is over everywhere on earth', async () => {
    // It is 2026-11-02 where the network begins.
    const { shanghai, melbourne } = await scene();
    const until = (last: string) =>
      send(shanghai, melbourne, {
        ...{ kind: 'introduction', first: '2026-10-20', last, people: 1 },
      } as MessageContent);
    expect(await codeOfAsync(until('2026-10-31'))).to.equal('DAY_OVER');
    expect(await shanghai.engine.messages.thread(melbourne.id)).to.deep.equal([]);
    await until('2026-11-01');
    expect(await seen(melbourne, shanghai)).to.deep.equal(['in unread: introduction']);
  });

  it('of an introduction tell the desk who comes, and what was answered', async () => {
    const { shanghai, melbourne, network } = await scene();
    const { id } = await send(shanghai, melbourne, {
      ...{ kind: 'introduction', first: '2026-11-03', last: '2026-11-05', people: 1 },
      ...{ needs: 'A desk by a window', displayName: 'Ada L.' },
    } as MessageContent);
    expect(await melbourne.engine.messages.expected(null)).to.deep.equal([]);
    await sleep(network, DAY, [melbourne]);
    const { messages } = melbourne.engine;
    const content = { kind: 'answer', answer: 'welcome' } as const;
    await messages.send({ to: shanghai.id, programme: null, replyTo: id, content });
    expect(await messages.expected(null)).to.deep.equal([
      {
        ...{ id, home: shanghai.id, homeName: 'shanghai', people: 1 },
        ...{ first: '2026-11-03', last: '2026-11-05', needs: 'A desk by a window' },
        ...{ displayName: 'Ada L.', answer: 'welcome' },
      },
    ]);
    await sleep(network, 3 * DAY, [melbourne]);
    expect(await melbourne.engine.messages.expected(null)).to.deep.equal([]);
  });

  it('are erased after thirteen months, and at once if the owner wants', async () => {
    const { network, shanghai, melbourne } = await scene();
    const { id } = await send(shanghai, melbourne);
    await send(shanghai, melbourne);
    await shanghai.engine.messages.erase({ direction: 'out', space: melbourne.id, id });
    expect(await seen(shanghai, melbourne)).to.have.length(1);
    await sleep(network, 395 * DAY, [shanghai, melbourne]);
    expect(await seen(melbourne, shanghai)).to.have.length(2);
    await sleep(network, 2 * DAY, [shanghai, melbourne]);
    expect(await seen(melbourne, shanghai)).to.deep.equal([]);
    expect(await seen(shanghai, melbourne)).to.deep.equal([]);
  });

  it('are told of by mail, once until they are read, without a word of them', async () => {
    const letters: Letter[] = [];
    const mail: Mail = { from: 'm@example.org', send: async (one) => void letters.push(one) };
    const profile = { mailbox: 'owner@example.org', languages: ['de'] };
    const { shanghai, melbourne } = await scene({ mail, profile });
    await send(shanghai, melbourne);
    await send(shanghai, melbourne);
    expect(letters.map(({ to, subject }) => `${to}: ${subject}`)).to.deep.equal([
      'owner@example.org: Eine Nachricht von shanghai',
    ]);
    expect(letters[0]?.text).to.not.include('chairs');
    expect(letters[0]?.text).to.include('In der Konsole steht sie unter „Nachrichten“.');
    await melbourne.engine.messages.markRead(shanghai.id, null);
    await send(shanghai, melbourne);
    expect(letters).to.have.length(2);
  });

  it('MSG-6: are sealed by a fresh key each', async () => {
    const { network, shanghai, melbourne } = await scene();
    await send(shanghai, melbourne);
    await send(shanghai, melbourne);
    const calls = network.calls.filter(({ path }) => path === '/covisa/v1/messages');
    const keys = calls.map(({ request }) => encodeBase64url(request.slice(0, 32)));
    expect(new Set(keys).size).to.equal(2);
  });
});
