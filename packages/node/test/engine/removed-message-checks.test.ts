/**
 * What one check of messages alone keeps out: each of these was not noticed when that check was
 * taken out of the code (docs/mutations.md).
 */

import { encodeBase64url, encodeUtf8, parseUtf8 } from '@covisa/protocol';
import type { StoredMessage } from '@covisa/store';
import { expect } from 'chai';
import { answerOf, Network, settle } from './support/network.js';
import { found, TERMS } from './support/people.js';
import type { SpaceOptions, TestSpace } from './support/test-space.js';

const DAY = 86_400;
const settings = { syncIntervalSeconds: 60 };

async function scene(options: SpaceOptions = {}) {
  const network = new Network('messages');
  const shanghai = await network.add('shanghai', { settings });
  const melbourne = await network.add('melbourne', { settings, ...options });
  await found(network, [shanghai, melbourne]);
  await network.syncAll();
  return { network, shanghai, melbourne };
}

/** A space and so many others in one programme. */
async function crowd(count: number) {
  const network = new Network('crowd');
  const melbourne = await network.add('melbourne', { settings });
  const names = Array.from({ length: count }, (_, i) => `space-${i}`);
  const others = await network.addAll(names);
  const founders = others.map(({ id }) => id);
  const founding = { name: 'Round trip', purpose: '', terms: TERMS, founders };
  const { id } = await melbourne.engine.programmes.create(founding);
  const link = await melbourne.engine.programmes.invite(id);
  for (const other of others) await other.engine.programmes.join(link);
  await network.syncAll();
  return { network, melbourne, others };
}

/** Sends a note; what its sender knows of it then. */
async function send(from: TestSpace, to: TestSpace) {
  const content = { kind: 'note', text: 'Shall we lend each other chairs?' } as const;
  await from.engine.messages.send({ to: to.id, programme: null, replyTo: null, content });
  await settle();
  const { state, lastError } = (await from.engine.messages.thread(to.id)).at(-1) ?? {};
  return { state, lastError };
}

/** Messages of a space that were read some days ago. */
function readBefore(space: TestSpace, recorded: number, count: number): readonly StoredMessage[] {
  return Array.from({ length: count }, (_, i) => {
    const id = new Uint8Array(16);
    new DataView(id.buffer).setUint32(0, i);
    return {
      direction: 'in',
      space: space.id,
      id: encodeBase64url(id),
      recorded,
      state: 'read',
      expectedUntil: null,
      retryAt: null,
      document: encodeUtf8('{}'),
      attempts: 0,
      lastError: null,
      delivered: null,
    };
  });
}

describe('An inbox whose every check is needed', () => {
  it('MSG-12: holds a thousand messages of one space, and no more', async () => {
    const { network, shanghai, melbourne } = await scene();
    const held = readBefore(shanghai, network.now - 3 * DAY, 999);
    await melbourne.store.putMessages(held);
    expect(await send(shanghai, melbourne)).to.include({ state: 'delivered' });
    expect(await send(shanghai, melbourne)).to.deep.equal({
      ...{ state: 'waiting', lastError: 'PEER_REFUSED: MESSAGES_FULL' },
    });
  });

  it('takes more when some of a thousand were deleted', async () => {
    const { network, shanghai, melbourne } = await scene();
    const held = readBefore(shanghai, network.now - 3 * DAY, 1000);
    await melbourne.store.putMessages(held);
    for (const name of held.slice(0, 2)) await melbourne.engine.messages.erase(name);
    for (let i = 0; i < 2; i++) {
      expect(await send(shanghai, melbourne)).to.include({ state: 'delivered' });
    }
    expect(await send(shanghai, melbourne)).to.include({ state: 'waiting' });
  });
});

describe('An outbox whose every check is needed', () => {
  it('MSG-14: brings nothing any more after thirty days, though the recipient is there', async () => {
    const { network, shanghai, melbourne } = await scene();
    await melbourne.stop();
    expect(await send(shanghai, melbourne)).to.include({ state: 'waiting' });
    await network.stop();
    await network.pass(30 * DAY);
    for (const space of [melbourne, shanghai]) await space.start();
    await settle();
    await network.syncAll();
    expect(await melbourne.engine.messages.thread(shanghai.id)).to.deep.equal([]);
  });

  it('starts no delivery and no round any more once its node is stopped', async () => {
    const { network, melbourne, others } = await crowd(9);
    network.cut([melbourne], others);
    for (const other of others) for (let i = 0; i < 2; i++) await send(melbourne, other);
    await melbourne.stop();
    network.heal();
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    for (const other of others) {
      other.script = async (path, body) => {
        // Nobody is in touch but by messages.
        if (path !== '/covisa/v1/messages') throw new Error('expected a message');
        await gate;
        return answerOf(other.engine, melbourne.id, path, body);
      };
    }
    const brought = () => network.calls.filter(({ path }) => path === '/covisa/v1/messages').length;
    const before = brought();
    await melbourne.start();
    await network.pass(180, 60);
    expect(brought() - before).to.equal(8);
    const stopping = melbourne.stop();
    release();
    await stopping;
    expect(brought() - before).to.equal(8);
  });

  it('MSG-15: gives out sixteen messages at a time', async () => {
    const { shanghai, melbourne } = await scene({ isPublic: false });
    for (let i = 0; i < 17; i++) await send(shanghai, melbourne);
    const given = async (have: readonly string[]): Promise<readonly string[]> => {
      const asked = encodeUtf8(JSON.stringify({ have }));
      const answer = await shanghai.engine.messages.giveOut(melbourne.id, asked);
      const { messages }: { messages: readonly { id: string }[] } = JSON.parse(parseUtf8(answer));
      return messages.map(({ id }) => id);
    };
    const first = await given([]);
    expect(first).to.have.length(16);
    expect(await given(first)).to.have.length(1);
  });
});
