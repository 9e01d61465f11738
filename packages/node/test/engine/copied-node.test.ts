/** A copy of a node that runs beside it: it is found out, and harms nothing until it writes. */

import { encodeSync } from '@covisa/protocol';
import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { Network, settle } from './support/network.js';
import { found, member, visit } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

/** A host that will be copied, and the home of its visiting member. */
async function scene() {
  const network = new Network();
  const [shanghai, melbourne] = await network.addAll(['shanghai', 'melbourne']);
  await found(network, [shanghai, melbourne]);
  const { wallet } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  return { network, shanghai, melbourne, wallet };
}

/** An answer that says nothing but which checkpoint this node holds of that space's log. */
async function echoOf(node: TestSpace, space: TestSpace): Promise<Uint8Array> {
  const head = (await node.store.heads()).find((one) => one.space === space.id);
  return encodeSync({ sync: 1, digests: [], echo: head?.checkpoint ?? '' });
}

async function modeOf(space: TestSpace): Promise<string> {
  return (await space.engine.status()).mode;
}

/** The log of a space as this one holds it. */
async function logAt(seenBy: TestSpace, space: TestSpace) {
  return seenBy.engine.logs.verify(space.id);
}

describe('A copied node', () => {
  it('LOG-9: stops appending when a peer shows it more of its own log', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    const copy = await network.add('copy', { copyOf: shanghai });
    network.cut([copy], [melbourne]);
    expect(await modeOf(copy)).to.equal('ready');
    await visit(shanghai, wallet);
    await network.syncAll();
    network.heal();
    await copy.engine.gossip.syncNow(melbourne.id);
    expect(copy.events.named('error')).to.deep.equal(['own-log-behind']);
    expect(await copy.engine.status()).to.deep.include({
      mode: 'superseded',
      modeReason:
        'Another copy of this node has written since: this one held 5 entries, 6 were seen. Stop one of the two. Where this is the only one left, start it again once it has synced: it goes on from what its peers hold.',
    });
    expect(await codeOfAsync(copy.engine.changeProfile({ name: 'Copy' }))).to.equal('NOT_READY');
    expect((await logAt(shanghai, shanghai)).ok).to.equal(true);
  });

  it('that is the only one left goes on when it is started again after it has synced', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    const copy = await network.add('copy', { copyOf: shanghai });
    network.cut([copy], [melbourne]);
    await visit(shanghai, wallet);
    await network.syncAll();
    await shanghai.stop();
    network.heal();
    await copy.engine.gossip.syncNow(melbourne.id);
    await network.days(1);
    expect(await modeOf(copy), 'not by itself').to.equal('superseded');
    expect(await logAt(copy, copy)).to.deep.equal(await logAt(melbourne, shanghai));
    await copy.stop();
    await copy.start();
    await copy.engine.gossip.syncNow(melbourne.id);
    expect(await copy.engine.status()).to.include({ mode: 'ready', modeReason: null });
  });

  it('that is started again before it has synced asks its peers first, as a restored one', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    const copy = await network.add('copy', { copyOf: shanghai });
    network.cut([copy], [melbourne]);
    await visit(shanghai, wallet);
    await network.syncAll();
    network.heal();
    const heard = copy.backup();
    await copy.engine.gossip.syncNow(melbourne.id);
    // Word of the later entry is all that it has of it.
    network.cut([copy], [melbourne, shanghai]);
    const word = await copy.store.setting('own-log-supersession');
    copy.crash();
    copy.place(heard.store, heard.head);
    await copy.store.putSetting('own-log-supersession', word);
    await copy.start();
    expect((await copy.engine.status()).logSize).to.equal(5);
    expect(await modeOf(copy)).to.equal('recovering');
    network.heal();
    await copy.engine.gossip.syncNow(melbourne.id);
    await settle();
    await copy.engine.gossip.syncNow(melbourne.id);
    expect(await modeOf(copy)).to.equal('ready');
    expect(await logAt(copy, copy)).to.deep.equal(await logAt(melbourne, shanghai));
  });

  it('that was shown another history stays superseded when it is started again', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    const copy = await network.add('copy', { copyOf: shanghai });
    network.cut([copy], [melbourne]);
    await copy.engine.changeProfile({ name: 'Copy' });
    await visit(shanghai, wallet);
    await network.syncAll();
    // No proof comes through: only the echo of a checkpoint tells of it.
    melbourne.script = async () => echoOf(melbourne, shanghai);
    network.heal();
    await copy.engine.gossip.syncNow(melbourne.id);
    expect(await modeOf(copy)).to.equal('superseded');
    await copy.restart();
    expect(await modeOf(copy)).to.equal('superseded');
    expect((await copy.engine.status()).modeReason).to.include('covisa recover');
  });

  it('that has appended fewer than the first one is told that the log forked', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    const copy = await network.add('copy', { copyOf: shanghai });
    network.cut([copy], [melbourne]);
    await copy.engine.changeProfile({ name: 'Copy' });
    await visit(shanghai, wallet);
    await shanghai.engine.changeProfile({ name: 'Shanghai' });
    await network.syncAll();
    network.heal();
    for (let i = 0; i < 3; i++) await copy.engine.gossip.syncNow(melbourne.id);
    expect(copy.events.named('error')).to.include.members(['own-log-behind', 'own-log-forked']);
    expect((await copy.engine.status()).modeReason).to.include(
      'go on with the recovery key: covisa recover',
    );
  });

  it('that has appended meanwhile never appends again, and neither does the first one', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    const copy = await network.add('copy', { copyOf: shanghai });
    network.cut([copy], [melbourne]);
    await copy.engine.changeProfile({ name: 'Copy' });
    await visit(shanghai, wallet);
    await network.syncAll();
    network.heal();
    await copy.engine.gossip.syncNow(melbourne.id);
    await network.days(1);
    expect(await modeOf(copy)).to.equal('superseded');
    expect(copy.events.named('error')[0]).to.equal('own-log-forked');
    expect((await copy.engine.status()).modeReason).to.include(
      'go on with the recovery key: covisa recover',
    );
    expect(await modeOf(shanghai)).to.equal('superseded');
    expect(await logAt(melbourne, shanghai)).to.deep.include({ size: 5, ok: true });
    expect(await logAt(melbourne, shanghai)).to.deep.equal(await logAt(shanghai, shanghai));
  });

  it('that has appended more than the first one is found out too', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    const copy = await network.add('copy', { copyOf: shanghai });
    network.cut([copy], [melbourne]);
    for (const name of ['Copy', 'Copy 2', 'Copy 3']) await copy.engine.changeProfile({ name });
    await visit(shanghai, wallet);
    await network.syncAll();
    network.heal();
    await copy.engine.gossip.syncNow(melbourne.id);
    expect(await modeOf(copy)).to.equal('superseded');
    await network.syncAll();
    expect(await modeOf(shanghai)).to.equal('superseded');
    expect(await logAt(melbourne, shanghai)).to.deep.equal(await logAt(shanghai, shanghai));
  });
});
