/**
 * Pruning: whole networks in which years pass. What is old goes everywhere, what stays is the same
 * everywhere, and who comes later starts from those who have pruned.
 */

import type { ProgrammeId } from '@covisa/protocol';
import { expect } from 'chai';
import { Network } from './support/network.js';
import { found, member, visit, type Wallet } from './support/people.js';
import { TEST_CLOCK, type TestSpace } from './support/test-space.js';

const DAY = 86_400;

/** 264 visits: those of all wallets on so many days, each day one of each. */
async function visits(network: Network, host: TestSpace, wallets: readonly Wallet[]) {
  for (const wallet of wallets) await wallet.renew();
  for (let day = 0; day < 11; day++) {
    for (const wallet of wallets) await visit(host, wallet);
    await network.pass(DAY);
  }
}

interface Scene {
  readonly network: Network;
  readonly programme: ProgrammeId;
  readonly host: TestSpace;
  readonly home: TestSpace;
  readonly wallets: readonly Wallet[];
}

/** A host that has stamped 264 visits, and their home. */
async function scene(): Promise<Scene> {
  const network = new Network('pruning', '2026-01-05T09:00:00Z');
  const [host, home] = await network.addAll(['shanghai', 'melbourne'], { settings: TEST_CLOCK });
  const programme = await found(network, [host, home]);
  const wallets: Wallet[] = [];
  for (let i = 0; i < 24; i++) wallets.push((await member(network, home, `Member ${i}`)).wallet);
  await visits(network, host, wallets);
  await network.syncAll();
  return { network, programme, host, home, wallets };
}

/** As time goes by without anything to do. */
async function daysLater(network: Network, days: number): Promise<void> {
  await network.pass((days - 1) * DAY, 40 * DAY);
  await network.pass(DAY, 6 * 3600);
  await network.syncAll(3);
}

async function prunedAt(node: TestSpace, space: TestSpace): Promise<number> {
  const heads = await node.store.heads();
  return heads.find((one) => one.space === space.id)?.pruned ?? 0;
}

async function heldBelow(node: TestSpace, space: TestSpace, index: number): Promise<number> {
  const log = { space: space.id, incarnation: 0 };
  return (await node.store.entriesWithin(log, 0, index)).length;
}

async function isWhole(node: TestSpace, space: TestSpace): Promise<boolean> {
  return (await node.engine.logs.verify(space.id)).ok;
}

/** Whether two nodes hold the same, by the digests that they compare. */
async function agree(one: TestSpace, other: TestSpace): Promise<boolean> {
  const [report] = await one.engine.gossip.syncNow(other.id);
  return report?.ok === true && report.rounds === 1;
}

/** A host and a home that have pruned, 440 days after. */
async function prunedScene(): Promise<Scene> {
  const all = await scene();
  await daysLater(all.network, 440);
  return all;
}

/** A space that joins by the link of one member, with the endorsements of two. */
async function joins(scene: Scene, name: string): Promise<TestSpace> {
  const { network, programme, host, home } = scene;
  const fresh = await network.add(name, { settings: TEST_CLOCK });
  await fresh.engine.programmes.join(await host.engine.programmes.invite(programme));
  for (const member of [host, home]) {
    await member.engine.programmes.endorse(programme, fresh.id);
    await network.syncAll();
  }
  return fresh;
}

describe('Pruning', function () {
  this.timeout(120_000);

  it('PRUNE-6: forgets nothing for 400 days, and then what has passed', async () => {
    const { network, host, home } = await scene();
    expect(await heldBelow(home, host, 256)).to.equal(256);
    await daysLater(network, 380);
    expect(await prunedAt(home, host)).to.equal(0);
    expect(await prunedAt(host, host)).to.equal(0);
    await daysLater(network, 60);
    expect(await prunedAt(host, host)).to.equal(256);
    expect(await prunedAt(home, host)).to.equal(256);
    // What stays: the inception, keys, the profile, roster 0 and its signature.
    const stays = await heldBelow(host, host, 256);
    expect(stays).to.equal(5);
    expect(await heldBelow(home, host, 256)).to.equal(stays);
    for (const node of [host, home]) expect(await isWhole(node, host), node.name).to.equal(true);
    expect(await agree(host, home)).to.equal(true);
    await network.stop();
  });

  it('lets a newcomer start from those who have pruned, and serve the next one', async () => {
    const all = await prunedScene();
    const { network, host, home, wallets } = all;
    const berlin = await joins(all, 'berlin');
    await network.syncAll(2);
    expect(await prunedAt(berlin, host)).to.equal(256);
    expect(await heldBelow(berlin, host, 256)).to.equal(5);
    expect(await isWhole(berlin, host)).to.equal(true);
    expect(await agree(berlin, home)).to.equal(true);
    const lisbon = await joins(all, 'lisbon');
    network.cut([lisbon], [host, home]);
    await network.syncAll(2);
    expect(await isWhole(lisbon, host)).to.equal(true);
    expect(await prunedAt(lisbon, host)).to.equal(256);
    const [wallet] = wallets;
    await wallet?.renew();
    expect((wallet && (await visit(lisbon, wallet)))?.kind).to.equal('free');
    await network.stop();
  });

  it('PRUNE-5: is seen by its opening where it applies to members who hold nothing of it', async () => {
    const { network, host, home } = await prunedScene();
    const others = await network.addAll(['berlin', 'lisbon'], { settings: TEST_CLOCK });
    const programme = await found(network, [home, ...others]);
    await host.engine.programmes.join(await home.engine.programmes.invite(programme));
    await home.engine.programmes.endorse(programme, host.id);
    await network.syncAll(2);
    for (const node of others) {
      expect(await prunedAt(node, host), node.name).to.equal(64);
      expect(await isWhole(node, host), node.name).to.equal(true);
      const { applicants } = await node.engine.programmes.show(programme);
      const seen = applicants.map(({ space, endorsements }) => [space, endorsements]);
      expect(seen, node.name).to.deep.equal([[host.id, 1]]);
      expect(await agree(node, home), node.name).to.equal(true);
    }
    await others[0]?.engine.programmes.endorse(programme, host.id);
    await network.syncAll(2);
    for (const node of others) {
      expect(await prunedAt(node, host), node.name).to.equal(256);
      expect(await heldBelow(node, host, 256), node.name).to.equal(5);
      expect(await isWhole(node, host), node.name).to.equal(true);
    }
    await network.stop();
  });

  it('gives a node that was away for all that time the log anew from its last whole tile', async () => {
    const { network, host, home, wallets } = await scene();
    const early = home.backup();
    await visits(network, host, wallets);
    await network.syncAll();
    await daysLater(network, 440);
    expect(await prunedAt(host, host)).to.equal(512);
    await home.restore(early, early.head);
    await network.syncAll(3);
    expect(await prunedAt(home, host)).to.equal(512);
    expect(await isWhole(home, host)).to.equal(true);
    expect(await agree(host, home)).to.equal(true);
    await network.stop();
  });

  it('gives a restored host its own log back, as far as anybody has it', async () => {
    const { network, host, home, wallets } = await scene();
    const early = host.backup();
    await visits(network, host, wallets);
    await network.syncAll();
    await daysLater(network, 440);
    const size = (await host.engine.status()).logSize;
    await host.restore(early, null);
    await network.syncAll(3);
    expect((await host.engine.status()).mode).to.equal('ready');
    expect((await host.engine.status()).logSize).to.be.at.least(size);
    expect(await isWhole(host, host)).to.equal(true);
    expect(await agree(host, home)).to.equal(true);
    await network.stop();
  });

  it('stands after a restart, and goes on when more has become old', async () => {
    const { network, host, home, wallets } = await prunedScene();
    await host.restart();
    await home.restart();
    await visits(network, host, wallets);
    await daysLater(network, 440);
    for (const node of [host, home]) {
      expect(await prunedAt(node, host), node.name).to.equal(512);
      expect(await isWhole(node, host), node.name).to.equal(true);
    }
    expect(await agree(host, home)).to.equal(true);
    await network.stop();
  });
});
