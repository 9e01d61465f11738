/**
 * Forks: two nodes that write to one log, found out by those who hear of both. What stands is the
 * same everywhere, whoever heard of which first.
 */

import { calendarDate } from '@covisa/protocol';
import { openMemoryStore } from '@covisa/store';
import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { Network } from './support/network.js';
import { check, found, member, seat, visit } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

const DATE_MIN = calendarDate.parse('2026-01-01');
const DATE = calendarDate.parse('2026-11-02');
const DATE_MAX = calendarDate.parse('2027-12-31');

/** A host, a clone of its machine that nobody has heard of, its member's home, and two others. */
async function scene(seed?: string) {
  const network = new Network(seed);
  const [shanghai, melbourne, berlin, lisbon] = await network.addAll([
    'shanghai',
    'melbourne',
    'berlin',
    'lisbon',
  ]);
  const programme = await found(network, [shanghai, melbourne, berlin, lisbon]);
  await seat(network, programme, [shanghai, melbourne]);
  const { wallet } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  const clone = await network.add('clone', { copyOf: shanghai });
  network.cut([clone, lisbon], [shanghai, melbourne, berlin]);
  const common = (await shanghai.engine.status()).logSize;
  return { network, programme, shanghai, melbourne, berlin, lisbon, clone, wallet, common };
}

/** The clone writes, and so does the first one; then all hear of both. */
async function forked(seed?: string) {
  const all = await scene(seed);
  const { network, shanghai, clone, wallet } = all;
  await visit(clone, wallet);
  await network.days(1);
  await visit(shanghai, wallet);
  await network.syncAll();
  network.heal();
  await network.syncAll(4);
  return all;
}

async function modeOf(space: TestSpace): Promise<string> {
  return (await space.engine.status()).mode;
}

async function listingAt(seenBy: TestSpace, space: TestSpace) {
  return (await seenBy.engine.directory()).find((one) => one.space === space.id);
}

async function membersAt(space: TestSpace): Promise<number> {
  const [programme] = await space.engine.programmes.list();
  return programme?.members ?? 0;
}

/** What the home's members had at a host, by the home's own account. */
async function receivedAt(home: TestSpace, host: TestSpace): Promise<readonly string[]> {
  const { received } = await home.engine.accounts.statement(host.id, DATE_MIN, DATE_MAX);
  return received.map(({ count, kind }) => `${count} ${kind}`);
}

/** What a node holds of a space: its logs, its forks and its strays. */
async function picture(seenBy: TestSpace, space: TestSpace): Promise<string> {
  const { store } = seenBy;
  const forks = (await store.forks()).map(({ incarnation, common }) => [incarnation, common]);
  const shelves = (await store.shelves()).map((one) => [
    one.incarnation,
    one.strays.map((stray) => stray.index),
  ]);
  return JSON.stringify([await seenBy.engine.logs.verify(space.id), forks, shelves]);
}

/** Whether two nodes hold the same, by the digests that they compare. */
async function agree(one: TestSpace, other: TestSpace): Promise<boolean> {
  const [report] = await one.engine.gossip.syncNow(other.id);
  return report?.ok === true && report.rounds === 1;
}

describe('A log that has forked', () => {
  it('is cut everywhere to what its histories have in common, and both visits count', async () => {
    const { shanghai, melbourne, berlin, lisbon, common } = await forked();
    for (const peer of [melbourne, berlin, lisbon, shanghai]) {
      const held = await peer.engine.logs.verify(shanghai.id);
      expect(held, peer.name).to.deep.include({ size: common, ok: true, problem: null });
      expect(await picture(peer, shanghai)).to.equal(await picture(melbourne, shanghai));
      expect(await receivedAt(peer === shanghai ? melbourne : peer, shanghai)).to.deep.equal(
        peer === shanghai || peer === melbourne ? ['2 free'] : [],
      );
    }
    expect(await agree(berlin, lisbon)).to.equal(true);
    expect(await agree(lisbon, melbourne)).to.equal(true);
  });

  it('stops both nodes that wrote it, also after a restart', async () => {
    const { shanghai, clone } = await forked();
    for (const space of [shanghai, clone]) {
      expect(await modeOf(space), space.name).to.equal('superseded');
      expect((await space.engine.status()).modeReason).to.include('covisa recover');
      expect(await codeOfAsync(space.engine.changeProfile({ name: 'x' }))).to.equal('NOT_READY');
    }
    await shanghai.restart();
    expect(await modeOf(shanghai)).to.equal('superseded');
  });

  it('starts again though a visit and a revocation wait, and says them after the resume', async () => {
    const { network, shanghai, melbourne, wallet } = await forked();
    const { id } = await member(network, shanghai, 'Li');
    await network.days(1);
    expect(await visit(shanghai, wallet)).to.include({ index: null });
    await shanghai.engine.home.setStatus(id, 'paused');
    await shanghai.restart();
    expect(await modeOf(shanghai)).to.equal('superseded');
    expect((await shanghai.engine.status()).pendingVisits).to.equal(1);
    await shanghai.recover();
    expect((await shanghai.engine.status()).pendingVisits).to.equal(0);
    await network.syncAll(3);
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['2 free', '1 paid']);
  });

  it('GRANT-12: gives no grants by either of its nodes, and its members are judged without', async () => {
    const { network, shanghai, berlin } = await scene();
    const { wallet } = await member(network, shanghai, 'Li');
    await network.syncAll();
    const clone = await network.add('second', { copyOf: shanghai });
    network.cut([clone], [...network.spaces.values()]);
    for (const one of [clone, shanghai]) await one.engine.changeProfile({ name: one.name });
    network.heal();
    await network.syncAll(3);
    const visit = { token: wallet.present(), k: 0, date: DATE, venue: 'main', halfDay: false };
    const [programme] = await berlin.engine.programmes.list();
    if (!programme) throw new Error('expected a programme');
    const request = { ...visit, programme: programme.id };
    expect(await codeOfAsync(shanghai.engine.home.grant(berlin.id, request))).to.equal('NOT_READY');
    expect((await check(berlin, wallet)).verdict.outcome).to.equal('free');
  });

  it('DIR-4: lists its space no more, and says why', async () => {
    const { shanghai, berlin } = await forked();
    expect(await listingAt(berlin, shanghai)).to.include({ status: 'unlisted', reason: 'forked' });
  });

  it('is taken up again by the recovery key, with all that stands', async () => {
    const { network, shanghai, melbourne, berlin, lisbon, wallet, common } = await forked();
    const recovered = await shanghai.recover();
    expect(recovered.previous.size).to.equal(common);
    await network.syncAll(3);
    expect(await shanghai.engine.status()).to.include({ mode: 'ready', incarnation: 1 });
    expect(await listingAt(lisbon, shanghai)).to.include({ status: 'listed', reason: null });
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['2 free']);
    await network.days(1);
    await visit(shanghai, wallet);
    await network.syncAll();
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['2 free', '1 paid']);
    expect(await agree(berlin, lisbon)).to.equal(true);
  });

  it('says beyond what is common nothing but what protects others', async () => {
    const { network, programme, shanghai, melbourne, berlin, clone, wallet } = await scene();
    await visit(shanghai, wallet);
    const before = await membersAt(berlin);
    await clone.engine.changeProfile({ name: 'Stolen' });
    await clone.engine.programmes.leave(programme);
    await clone.engine.closeSpace();
    await network.syncAll();
    network.heal();
    await network.syncAll(4);
    expect(await listingAt(berlin, shanghai)).to.include({ status: 'unlisted', name: 'shanghai' });
    expect(await membersAt(berlin)).to.equal(before);
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['1 free']);
  });

  it('keeps a roster that is final, though its author forks it away, and its own vote', async () => {
    const { network, programme, shanghai, melbourne, berlin, lisbon, clone } = await scene();
    network.heal();
    network.cut([clone], [shanghai, melbourne, berlin, lisbon]);
    const amend = async (remove: readonly TestSpace[], signers: readonly TestSpace[]) => {
      const ids = remove.map((one) => one.id);
      await shanghai.engine.programmes.amend(programme, {
        seatAdmitted: false,
        add: [],
        remove: ids,
      });
      await network.syncAll();
      for (const one of signers) await one.engine.programmes.sign(programme, null);
      await network.syncAll();
    };
    // Three of four must sign: with the author's own vote just enough.
    await amend([lisbon], [melbourne, berlin]);
    expect(await membersAt(berlin)).to.equal(3);
    await amend([], [melbourne]);
    await clone.engine.changeProfile({ name: 'Clone' });
    network.heal();
    await network.syncAll(4);
    expect(await modeOf(shanghai)).to.equal('superseded');
    expect(await membersAt(berlin)).to.equal(3);
    expect(await membersAt(melbourne)).to.equal(3);
  });

  it('with a third history is cut to what all three have in common', async () => {
    const network = new Network();
    const [shanghai, melbourne, berlin, lisbon] = await network.addAll([
      'shanghai',
      'melbourne',
      'berlin',
      'lisbon',
    ]);
    await found(network, [shanghai, melbourne, berlin, lisbon]);
    const { wallet } = await member(network, melbourne, 'Mia');
    await network.syncAll();
    const deep = (await shanghai.engine.status()).logSize;
    const early = await network.add('early', { copyOf: shanghai });
    network.cut([early, lisbon], [shanghai, melbourne, berlin]);
    await shanghai.engine.changeProfile({ name: 'Shanghai 2' });
    await network.syncAll();
    const late = await network.add('late', { copyOf: shanghai });
    network.cut([late], [shanghai, melbourne, berlin, lisbon, early]);
    await visit(early, wallet);
    await network.days(1);
    await visit(shanghai, wallet);
    await network.days(1);
    await visit(late, wallet);
    network.heal();
    network.cut([early, lisbon], [shanghai, melbourne, berlin]);
    network.cut([late], [lisbon]);
    await network.syncAll(4);
    const first = await berlin.engine.logs.verify(shanghai.id);
    expect(first.size, 'of the two later ones').to.equal(deep + 1);
    network.heal();
    await network.syncAll(6);
    for (const peer of [melbourne, berlin, lisbon]) {
      expect(await peer.engine.logs.verify(shanghai.id), peer.name).to.deep.include({
        ...{ size: deep, ok: true },
      });
      expect(await picture(peer, shanghai)).to.equal(await picture(berlin, shanghai));
    }
    // Each of them believed the second free day to be left.
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['3 free']);
    expect(await agree(berlin, lisbon)).to.equal(true);
  });

  it('stays known to a node that restarts, and is told to one that comes new', async () => {
    const { network, programme, shanghai, melbourne, berlin, common } = await forked();
    await berlin.restart();
    const oslo = await network.add('oslo');
    await oslo.engine.programmes.join(await melbourne.engine.programmes.invite(programme));
    await network.syncAll();
    await melbourne.engine.programmes.endorse(programme, oslo.id);
    await network.syncAll();
    await berlin.engine.programmes.endorse(programme, oslo.id);
    await network.syncAll(3);
    expect(await oslo.engine.logs.verify(shanghai.id)).to.deep.include({ size: common, ok: true });
    expect(await picture(oslo, shanghai)).to.equal(await picture(melbourne, shanghai));
    expect(await agree(oslo, berlin)).to.equal(true);
  });
});

describe('Two resumes of one incarnation', () => {
  it('FORK-8: close the space for ever, whoever heard of which first', async () => {
    const { network, shanghai, melbourne, berlin, lisbon } = await scene();
    const before = await membersAt(berlin);
    network.heal();
    await network.pass(60);
    const thief = await network.add('thief', { copyOf: shanghai });
    const words = shanghai.recoverySeed();
    network.cut([lisbon], [melbourne, berlin]);
    network.cut([shanghai], [lisbon]);
    await shanghai.recover();
    await network.syncAll();
    network.cut([thief], [melbourne, berlin, shanghai]);
    await thief.recover({ recoverySeed: words });
    await thief.engine.gossip.syncNow(lisbon.id);
    network.heal();
    await network.syncAll(4);
    for (const peer of [melbourne, berlin, lisbon]) {
      expect(await listingAt(peer, shanghai), peer.name).to.include({ status: 'closed' });
      expect(await membersAt(peer), peer.name).to.equal(before - 1);
    }
    expect(await agree(berlin, lisbon)).to.equal(true);
    expect(await modeOf(shanghai)).to.equal('superseded');
    expect(await codeOfAsync(shanghai.recover())).to.equal('SPACE_CLOSED');
    // Nor into an empty folder: a peer says so.
    shanghai.place(openMemoryStore().snapshot(), null);
    const asked = { recoverySeed: words, peers: [melbourne.url ?? ''] };
    expect(await codeOfAsync(shanghai.recover(asked))).to.equal('SPACE_CLOSED');
  });

  it('FORK-8: leave no shelves of a fork of the same incarnation', async () => {
    const { network, shanghai, melbourne, berlin, lisbon, wallet } = await scene();
    network.heal();
    await network.pass(60);
    const thief = await network.add('thief', { copyOf: shanghai });
    const words = shanghai.recoverySeed();
    network.cut([thief], [shanghai, melbourne, berlin, lisbon]);
    network.cut([lisbon], [shanghai, melbourne, berlin]);
    await shanghai.recover();
    await network.syncAll(2);
    const again = await network.add('again', { copyOf: shanghai });
    network.cut([again], [shanghai, melbourne, berlin, lisbon]);
    await visit(shanghai, wallet);
    await again.engine.changeProfile({ name: 'Again' });
    await network.syncAll();
    network.heal();
    network.cut([thief], [shanghai, melbourne, berlin]);
    network.cut([lisbon], [shanghai, melbourne, berlin, again]);
    await network.syncAll(4);
    expect(await berlin.store.shelves()).to.have.length(1);
    await thief.recover({ recoverySeed: words });
    await thief.engine.gossip.syncNow(lisbon.id);
    network.heal();
    await network.syncAll(4);
    for (const peer of [melbourne, berlin, lisbon]) {
      expect(await peer.store.shelves(), peer.name).to.deep.equal([]);
    }
    expect(await agree(berlin, lisbon)).to.equal(true);
  });

  it('FORK-8: stop the node that goes on in a later incarnation too', async () => {
    const { network, shanghai, melbourne, berlin, lisbon } = await scene();
    network.heal();
    await network.pass(60);
    const thief = await network.add('thief', { copyOf: shanghai });
    const words = shanghai.recoverySeed();
    network.cut([thief], [shanghai, melbourne, berlin, lisbon]);
    network.cut([lisbon], [shanghai, melbourne, berlin]);
    await shanghai.recover();
    await network.syncAll(2);
    await shanghai.recover();
    await network.syncAll(2);
    expect(await modeOf(shanghai)).to.equal('ready');
    network.heal();
    network.cut([thief], [shanghai, melbourne, berlin]);
    network.cut([lisbon], [shanghai, melbourne, berlin]);
    await thief.recover({ recoverySeed: words });
    await thief.engine.gossip.syncNow(lisbon.id);
    network.heal();
    await network.syncAll(4);
    expect(await modeOf(shanghai)).to.equal('superseded');
    await shanghai.restart();
    expect(await modeOf(shanghai)).to.equal('superseded');
  });
});
