/**
 * Things that happen at the same moment: nothing is said twice, and nothing newer is forgotten for
 * something older.
 */

import { parseEntry, utcDate } from '@covisa/protocol';
import { expect } from 'chai';
import { Network, settle } from './support/network.js';
import { found, member, visit } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

/** A disk that takes its time: whatever else can happen happens meanwhile. */
function slowDownHeadFile({ headFile }: TestSpace): void {
  const write = headFile.write.bind(headFile);
  headFile.write = async (bytes) => {
    for (let i = 0; i < 50; i++) await settle();
    await write(bytes);
  };
}

describe('At the same moment', () => {
  it('three peers end a recovery, and each visit of the journal is published once', async () => {
    const network = new Network();
    const [berlin, melbourne, shanghai, lisbon] = await network.addAll([
      'berlin',
      'melbourne',
      'shanghai',
      'lisbon',
    ]);
    await found(network, [berlin, melbourne, shanghai, lisbon]);
    const { wallet } = await member(network, melbourne, 'Mia');
    await network.syncAll();
    const backup = berlin.backup();
    network.cutApart([berlin, melbourne, shanghai, lisbon]);
    await berlin.restore(backup, null);
    const waiting = await visit(berlin, wallet);
    expect(waiting.index).to.equal(null);
    slowDownHeadFile(berlin);
    network.heal();
    const peers = [melbourne, shanghai, lisbon];
    await Promise.all([
      ...peers.map((peer) => peer.engine.gossip.syncNow(berlin.id)),
      ...peers.map((peer) => berlin.engine.gossip.syncNow(peer.id)),
    ]);
    await settle();
    const { mode, pendingVisits } = await berlin.engine.status();
    expect({ mode, pendingVisits }).to.deep.equal({ mode: 'ready', pendingVisits: 0 });
    const entries = await berlin.engine.logs.entries(berlin.id, 0, 1000);
    const stamps = entries.filter(({ bytes }) => parseEntry(bytes).type === 'stamp');
    expect(stamps).to.have.length(1);
  });

  it('a heartbeat and an entry are made, and the heartbeat is not forgotten for the one before', async () => {
    const network = new Network();
    const melbourne = await network.add('melbourne');
    const append = melbourne.store.appendOwn.bind(melbourne.store);
    melbourne.store.appendOwn = async (range, effects) => {
      await network.pass(6 * 3600);
      return append(range, effects);
    };
    await melbourne.engine.changeProfile({ name: 'Melbourne' });
    const { lastHeartbeat } = await melbourne.engine.status();
    expect(lastHeartbeat).to.equal(network.now);
  });

  it('a printed card is made and its member revoked: the member stays revoked', async () => {
    const network = new Network();
    const melbourne = await network.add('melbourne');
    const { id } = await member(network, melbourne, 'Mia', { isStatic: true });
    const { store } = melbourne;
    const put = store.putMembers.bind(store);
    // The card's own writing takes longer than the whole revocation.
    store.putMembers = async (members) => {
      for (let i = 0; i < 50; i++) await settle();
      await put(members);
    };
    const { home } = melbourne.engine;
    await Promise.all([home.staticToken(id), home.setStatus(id, 'revoked')]);
    expect((await home.show(id)).status).to.equal('revoked');
  });

  it('a member objects and is erased: nothing of the objection is kept', async () => {
    const network = new Network();
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    await found(network, [melbourne, shanghai]);
    const { id, wallet } = await member(network, melbourne, 'Mia');
    await visit(shanghai, wallet);
    const { store, engine } = melbourne;
    const look = store.memberByVisaNumber.bind(store);
    store.memberByVisaNumber = async (visaNumber) => {
      const known = await look(visaNumber);
      for (let i = 0; i < 50; i++) await settle();
      return known;
    };
    const objection = { host: shanghai.id, date: utcDate(network.now), note: 'I was at home.' };
    await Promise.all([
      engine.wallets.object(wallet.present({ purpose: 'complaint' }), objection),
      engine.home.erase(id),
    ]);
    expect(await engine.requests.list()).to.deep.equal([]);
  });

  it('a peer is out of reach and the disk is full: the node goes on, and syncs when both are over', async () => {
    const network = new Network();
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    await found(network, [melbourne, shanghai]);
    network.cutApart([melbourne, shanghai]);
    const put = melbourne.store.putPeers;
    melbourne.store.putPeers = () => Promise.reject(new Error('the disk is full'));
    const [failed] = await melbourne.engine.gossip.syncNow(shanghai.id);
    expect(failed).to.include({ ok: false, error: 'PEER_UNREACHABLE' });
    expect(melbourne.events.named('error')).to.deep.equal(['peer-not-noted']);
    melbourne.store.putPeers = put;
    network.heal();
    const [report] = await melbourne.engine.gossip.syncNow(shanghai.id);
    expect(report).to.include({ ok: true, error: null });
  });

  it('two peers show another history of a log: the fork is found, and both syncs end well', async () => {
    const network = new Network();
    const [shanghai, berlin, porto, lisbon] = await network.addAll([
      'shanghai',
      'berlin',
      'porto',
      'lisbon',
    ]);
    await found(network, [shanghai, berlin, porto, lisbon]);
    const thief = await network.add('thief', { copyOf: shanghai });
    network.cut([shanghai, berlin], [thief, porto, lisbon]);
    await shanghai.engine.changeProfile({ name: 'Shanghai' });
    await thief.engine.changeProfile({ name: 'Stolen' });
    await network.syncAll(2);
    network.heal();
    network.cut([shanghai, thief], [berlin, porto, lisbon]);
    // One search reads what it shows while the log is cut by what the other has found.
    const { store } = berlin;
    const read = store.hashes.bind(store);
    let calls = 0;
    store.hashes = async (...asked) => {
      calls += 1;
      const isLate = calls === 1;
      for (let i = 0; isLate && i < 300 && (await store.forks()).length === 0; i++) await settle();
      return read(...asked);
    };
    const reports = await Promise.all([
      berlin.engine.gossip.syncNow(porto.id),
      berlin.engine.gossip.syncNow(lisbon.id),
    ]);
    expect(reports.flat().map(({ error }) => error)).to.deep.equal([null, null]);
    expect(await berlin.store.forks()).to.have.length(1);
  });
});
