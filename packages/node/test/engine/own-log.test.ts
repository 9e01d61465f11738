/**
 * The append discipline: what was acknowledged is never lost, and a log never forks by accident.
 */

import { parseCheckpoint, parseUtf8 } from '@covisa/protocol';
import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { Network, settle } from './support/network.js';
import { check, found, member, stamp, TERMS, visit } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

const DAY = 86_400;

/** A host whose disk is in question, the home of its visiting member, and some more spaces. */
async function scene(more: readonly string[] = []) {
  const network = new Network();
  const [shanghai, melbourne] = await network.addAll(['shanghai', 'melbourne']);
  const others = await network.addAll(more);
  await found(network, [shanghai, melbourne, ...others]);
  const { wallet, id } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  return { network, shanghai, melbourne, others, wallet, id };
}

async function modeOf(space: TestSpace): Promise<string> {
  return (await space.engine.status()).mode;
}

/** The size that the head file names. */
function headSize({ headFile }: TestSpace): number {
  return parseCheckpoint(parseUtf8(headFile.bytes ?? new Uint8Array())).size;
}

/** The log of a space as this one holds it. */
async function logAt(seenBy: TestSpace, space: TestSpace) {
  return seenBy.engine.logs.verify(space.id);
}

async function stampsOf(space: TestSpace): Promise<number> {
  const stamps = await space.store.entriesOfTypes(['stamp'], null, 1000);
  return stamps.filter((stamp) => stamp.space === space.id).length;
}

describe('Appending', () => {
  it('writes the head file after the entry, and before it answers', async () => {
    const { shanghai, wallet } = await scene();
    const before = headSize(shanghai);
    await visit(shanghai, wallet);
    expect(headSize(shanghai)).to.equal(before + 1);
    expect((await shanghai.engine.status()).logSize).to.equal(before + 1);
  });

  it('rolls the head file forward after a crash between entry and head file', async () => {
    const { shanghai, wallet, network } = await scene();
    const before = headSize(shanghai);
    shanghai.headFile.isBroken = true;
    const checked = await check(shanghai, wallet);
    const outcome = await stamp(shanghai, checked).catch(() => 'not acknowledged');
    expect(outcome).to.equal('not acknowledged');
    shanghai.crash();
    expect(headSize(shanghai)).to.equal(before);
    await shanghai.start();
    await settle();
    expect(await modeOf(shanghai)).to.equal('ready');
    expect(headSize(shanghai)).to.equal(before + 1);
    // The stamp is there, and a second scan makes no other.
    expect((await check(shanghai, wallet)).verdict.sameDay).to.equal(true);
    await network.syncAll();
    expect(await stampsOf(shanghai)).to.equal(1);
  });

  it('loses no acknowledged stamp and never doubts its log, whenever the node is killed', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    let acknowledged = 0;
    for (let steps = 0; steps < 120; steps += 3) {
      const checked = await check(shanghai, wallet);
      let isAcknowledged = false;
      const stamping = stamp(shanghai, checked, 'courtesy').then(
        () => {
          isAcknowledged = true;
        },
        () => undefined,
      );
      for (let step = 0; step < steps; step++) await Promise.resolve();
      if (isAcknowledged) acknowledged += 1;
      shanghai.crash();
      await stamping;
      await shanghai.start();
      expect(await modeOf(shanghai), `killed after ${steps} steps`).to.equal('ready');
      expect(await stampsOf(shanghai), `killed after ${steps} steps`).to.be.oneOf([
        acknowledged,
        acknowledged + 1,
      ]);
      acknowledged = await stampsOf(shanghai);
      await network.pass(DAY);
      if (steps % 60 === 0) await wallet.renew();
    }
    await network.syncAll();
    expect(acknowledged).to.be.within(10, 39);
    expect(await logAt(melbourne, shanghai)).to.deep.equal(await logAt(shanghai, shanghai));
    expect(shanghai.events.named('error')).to.deep.equal([]);
  });
});

describe('A programme', () => {
  async function founding() {
    const network = new Network();
    const melbourne = await network.add('melbourne');
    const create = (name = 'A') =>
      melbourne.engine.programmes.create({ name, purpose: '', terms: TERMS, founders: [] });
    const names = async () => {
      const programmes = await melbourne.engine.programmes.list();
      return programmes.map(({ name, standing }) => `${name} ${standing}`);
    };
    return { melbourne, create, names };
  }

  it('that is founded just as the node is killed is there when it starts again', async () => {
    const { melbourne, create, names } = await founding();
    melbourne.headFile.isBroken = true;
    expect(await create().catch(() => 'not acknowledged')).to.equal('not acknowledged');
    expect(await names()).to.deep.equal([]);
    melbourne.crash();
    await melbourne.start();
    expect(await names()).to.deep.equal(['A member']);
    await melbourne.restart();
    expect(await names()).to.deep.equal(['A member']);
  });

  it('that was founded after the backup is there when peers have given the log back', async () => {
    const { network, shanghai } = await scene();
    const backup = shanghai.backup();
    const founders: readonly string[] = [];
    await shanghai.engine.programmes.create({ name: 'B', purpose: '', terms: TERMS, founders });
    await network.syncAll();
    await shanghai.restore(backup, shanghai.headFile.bytes);
    await network.syncAll();
    expect(await modeOf(shanghai)).to.equal('ready');
    const programmes = await shanghai.engine.programmes.list();
    expect(programmes.map((one) => one.name)).to.have.members(['Round trip', 'B']);
  });

  it('is not founded where the node has 64 of them already', async () => {
    const { melbourne, create, names } = await founding();
    for (let count = 0; count < 64; count++) await create(`A ${count}`);
    const { logSize } = await melbourne.engine.status();
    expect(await codeOfAsync(create())).to.equal('CONFLICT');
    expect(await names()).to.have.length(64);
    expect((await melbourne.engine.status()).logSize).to.equal(logSize);
  });
});

describe('An applicant that is admitted', () => {
  it('is called with the next change of a log, where its introducer could not note it', async () => {
    const { network, shanghai, melbourne } = await scene();
    const berlin = await network.add('berlin');
    const [programme] = await shanghai.engine.programmes.list();
    if (!programme) throw new Error('expected a programme');
    await berlin.engine.programmes.join(await shanghai.engine.programmes.invite(programme.id));
    await shanghai.engine.programmes.endorse(programme.id, berlin.id);
    await network.syncAll();
    const { putSetting } = shanghai.store;
    const full = () => Promise.reject(new Error('disk: full'));
    Object.assign(shanghai.store, { putSetting: full });
    network.cut([berlin], [shanghai, melbourne]);
    await melbourne.engine.programmes.endorse(programme.id, berlin.id);
    await melbourne.engine.gossip.syncNow(shanghai.id);
    await settle();
    expect(shanghai.events.named('error')).to.include('welcome-failed');
    Object.assign(shanghai.store, { putSetting });
    network.heal();
    const before = network.calls.length;
    await shanghai.engine.changeProfile({ name: 'Shanghai' });
    await settle();
    const called = network.calls.slice(before).filter(({ from }) => from === 'shanghai');
    expect(called.map(({ to }) => to)).to.include('berlin');
    const book = parseUtf8((await shanghai.store.setting('programmes')) ?? new Uint8Array());
    expect(JSON.parse(book).applications).to.deep.equal([]);
  });
});

describe('A restored node', () => {
  it('appends nothing before it has asked; visits wait in the journal and count at its desk at once', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    const backup = shanghai.backup();
    await visit(shanghai, wallet);
    await network.pass(DAY);
    network.cut([shanghai], [melbourne]);
    await shanghai.restore(backup, shanghai.headFile.bytes);
    expect(await modeOf(shanghai)).to.equal('recovering');
    const recorded = await visit(shanghai, wallet);
    expect(recorded).to.include({ index: null, kind: 'free', date: '2026-11-03' });
    expect((await shanghai.engine.status()).pendingVisits).to.equal(1);
    expect((await check(shanghai, wallet)).verdict.sameDay).to.equal(true);
    await network.pass(DAY);
    expect((await check(shanghai, wallet)).verdict.left.perHost?.before).to.equal(1);
    const changing = shanghai.engine.changeProfile({ name: 'Other' });
    expect(await codeOfAsync(changing)).to.equal('NOT_READY');
    expect(await stampsOf(shanghai)).to.equal(0);
  });

  it('fetches its own lost stamps from its peers, publishes its journal, and goes on in the same log', async () => {
    const { network, shanghai, melbourne, wallet, id } = await scene();
    const backup = shanghai.backup();
    await visit(shanghai, wallet);
    await network.pass(DAY);
    network.cut([shanghai], [melbourne]);
    await shanghai.restore(backup, shanghai.headFile.bytes);
    await visit(shanghai, wallet);
    network.heal();
    await network.syncAll();
    expect(await shanghai.engine.status()).to.include({ mode: 'ready', pendingVisits: 0 });
    const visits = await melbourne.engine.home.visits(id);
    expect(visits.map(({ date, kind }) => `${date} ${kind}`)).to.deep.equal([
      '2026-11-02 free',
      '2026-11-03 free',
    ]);
    expect(visits.flatMap(({ doubledWith }) => doubledWith)).to.deep.equal([]);
    const own = await logAt(shanghai, shanghai);
    expect(own.ok).to.equal(true);
    expect(await logAt(melbourne, shanghai)).to.deep.equal(own);
    expect(headSize(shanghai)).to.equal(own.size);
    await network.pass(DAY);
    expect((await visit(shanghai, wallet)).kind).to.equal('paid');
  });

  it('publishes its journal once, though many peers answer at the same instant', async () => {
    const { network, shanghai, melbourne, others, wallet } = await scene([
      'berlin',
      'lisbon',
      'oslo',
    ]);
    const peers = [melbourne, ...others];
    const backup = shanghai.backup();
    await visit(shanghai, wallet);
    network.cut([shanghai], peers);
    await network.pass(DAY);
    await shanghai.restore(backup, null);
    await visit(shanghai, wallet);
    network.heal();
    await Promise.all(peers.map((peer) => peer.engine.gossip.syncNow(shanghai.id)));
    await Promise.all([
      shanghai.engine.gossip.syncNow(null),
      ...peers.map((peer) => peer.engine.gossip.syncNow(null)),
    ]);
    await network.syncAll();
    expect(await modeOf(shanghai)).to.equal('ready');
    expect(await stampsOf(shanghai)).to.equal(2);
    const recovered = shanghai.events.events.filter(({ event }) => event === 'own-log-recovered');
    expect(recovered).to.have.length(1);
  });

  it('does not stamp twice what it stamped before it was restored', async () => {
    const { network, shanghai, melbourne, wallet, id } = await scene();
    const backup = shanghai.backup();
    await visit(shanghai, wallet);
    network.cut([shanghai], [melbourne]);
    await shanghai.restore(backup, shanghai.headFile.bytes);
    await network.pass(600);
    // The desk has forgotten the morning's visit, and records it once more.
    expect((await visit(shanghai, wallet)).index).to.equal(null);
    network.heal();
    await network.syncAll();
    expect(await modeOf(shanghai)).to.equal('ready');
    expect(await stampsOf(shanghai)).to.equal(1);
    expect(await melbourne.engine.home.visits(id)).to.have.length(1);
    expect((await check(shanghai, wallet)).verdict.sameDay).to.equal(true);
  });

  it('publishes no visit that was voided in the journal', async () => {
    const { network, shanghai, melbourne, wallet } = await scene();
    network.cut([shanghai], [melbourne]);
    await shanghai.restore(shanghai.backup(), null);
    const mistaken = await visit(shanghai, wallet);
    expect((await shanghai.engine.desk.void(mistaken.id)).voidIndex).to.equal(-1);
    network.heal();
    await network.syncAll();
    expect(await shanghai.engine.status()).to.include({ mode: 'ready', pendingVisits: 0 });
    expect(await stampsOf(shanghai)).to.equal(0);
    expect((await check(shanghai, wallet)).verdict).to.include({ outcome: 'free', sameDay: false });
  });

  /** One whose last stamp melbourne holds alone, and who reaches the peers that it is told. */
  async function apart() {
    const { others, ...made } = await scene(['berlin', 'lisbon', 'oslo']);
    const { network, shanghai, melbourne } = made;
    const [berlin, lisbon, oslo] = others;
    if (!berlin || !lisbon || !oslo) throw new Error('spaces');
    const backup = shanghai.backup();
    network.cut([shanghai], others);
    await visit(shanghai, made.wallet);
    network.cutApart([shanghai, melbourne, ...others]);
    const reach = async (...peers: readonly TestSpace[]) => {
      network.heal();
      const unreached = [melbourne, ...others].filter((one) => !peers.includes(one));
      network.cut([shanghai], unreached);
      await shanghai.engine.gossip.syncNow(null);
      await settle();
      return modeOf(shanghai);
    };
    return { ...made, berlin, lisbon, oslo, backup, reach };
  }

  it('asks three peers, or all that it knows', async () => {
    const { shanghai, melbourne, berlin, lisbon, backup, reach } = await apart();
    await shanghai.restore(backup, null);
    expect(await reach(berlin)).to.equal('recovering');
    expect(await reach(lisbon)).to.equal('recovering');
    // The third one tells of the stamp that the others had not heard of.
    expect(await reach(melbourne)).to.equal('ready');
    expect(await stampsOf(shanghai)).to.equal(1);
  });

  it('asks all where its head file names more than they hold', async () => {
    const { shanghai, melbourne, berlin, lisbon, oslo, backup, reach } = await apart();
    await shanghai.restore(backup, shanghai.headFile.bytes);
    expect(await reach(berlin, lisbon, oslo)).to.equal('recovering');
    expect(await reach(melbourne)).to.equal('ready');
    expect(await stampsOf(shanghai)).to.equal(1);
  });

  it('does not wait for who has gone quiet, whatever its head file names', async () => {
    const { network, shanghai, melbourne, berlin, lisbon, oslo, backup, reach } = await apart();
    await shanghai.restore(backup, shanghai.headFile.bytes);
    await melbourne.stop();
    expect(await reach(berlin, lisbon, oslo)).to.equal('recovering');
    await network.days(4);
    expect(await reach(berlin, lisbon, oslo)).to.equal('ready');
    expect(await stampsOf(shanghai)).to.equal(0);
  });

  it('does not wait for who was not heard of for long, once somebody has told so', async () => {
    const { network, shanghai, melbourne, others, wallet } = await scene(['berlin', 'lisbon']);
    const [berlin, lisbon] = others;
    if (!berlin || !lisbon) throw new Error('spaces');
    const backup = shanghai.backup();
    await lisbon.stop();
    await network.days(16);
    await wallet.renew();
    await visit(shanghai, wallet);
    await network.syncAll();
    network.cut([shanghai], [berlin, melbourne]);
    await shanghai.restore(backup, null);
    expect(await modeOf(shanghai)).to.equal('recovering');
    for (const name of ['melbourne', 'berlin', 'lisbon']) {
      expect((await shanghai.engine.status()).modeReason).to.match(
        new RegExp(`Not answered yet: .*${name}`, 'u'),
      );
    }
    network.heal();
    network.cut([shanghai], [berlin]);
    await shanghai.engine.gossip.syncNow(melbourne.id);
    expect((await shanghai.engine.status()).modeReason).to.include('Not answered yet: berlin.');
    network.heal();
    await shanghai.engine.gossip.syncNow(berlin.id);
    await settle();
    expect(await modeOf(shanghai)).to.equal('ready');
    expect(await stampsOf(shanghai)).to.equal(1);
  });

  it('is recognised by a missing head file too, though it has lost nothing', async () => {
    const { network, shanghai, melbourne } = await scene();
    network.cut([shanghai], [melbourne]);
    await shanghai.restore(shanghai.backup(), null);
    expect(await modeOf(shanghai)).to.equal('recovering');
    network.heal();
    await network.syncAll();
    expect(await modeOf(shanghai)).to.equal('ready');
    expect(headSize(shanghai)).to.equal((await logAt(shanghai, shanghai)).size);
  });

  it('is helped by peers that call it, where it cannot call them', async () => {
    const network = new Network();
    const shanghai = await network.add('shanghai');
    const bath = await network.add('bath', { isPublic: false });
    await found(network, [shanghai, bath]);
    const { wallet } = await member(network, bath, 'Ben');
    await network.syncAll();
    const backup = shanghai.backup();
    await visit(shanghai, wallet);
    await network.syncAll();
    await shanghai.restore(backup, null);
    expect(await modeOf(shanghai)).to.equal('recovering');
    await bath.engine.gossip.syncNow(shanghai.id);
    await settle();
    await bath.engine.gossip.syncNow(shanghai.id);
    expect(await modeOf(shanghai)).to.equal('ready');
    expect(await stampsOf(shanghai)).to.equal(1);
  });

  it('that knows no peers may append', async () => {
    const network = new Network();
    const oslo = await network.add('oslo');
    await oslo.restore(oslo.backup(), null);
    expect(await modeOf(oslo)).to.equal('ready');
    expect((await oslo.engine.changeProfile({ name: 'Oslo' })).name).to.equal('Oslo');
  });
});
