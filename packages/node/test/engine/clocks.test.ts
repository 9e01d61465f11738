/** Nodes whose clocks differ: what seems to come from the future waits, and is not lost. */

import { expect } from 'chai';
import { ManualClock } from '../support/manual-clock.js';
import { Network, settle } from './support/network.js';
import { check, found, member, stamp, visit } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

const START = '2026-11-02T09:00:00Z';
const DAY = 86_400_000;

/** When a node last heard the heartbeat of another one. */
async function heardOf(node: TestSpace, other: TestSpace): Promise<number | null> {
  const listed = await node.engine.directory();
  return listed.find(({ space }) => space === other.id)?.heartbeat ?? null;
}

describe('A node whose clock is behind', () => {
  it('takes entries at once, and heartbeats when its own clock has come near them', async () => {
    const network = new Network('clocks', START);
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    const slow = new ManualClock(Date.parse(START));
    const berlin = await network.add('berlin', { clock: slow });
    await found(network, [melbourne, shanghai, berlin]);
    const { wallet, id } = await member(network, melbourne, 'Mia');
    await network.days(2);
    await visit(shanghai, wallet);
    await network.syncAll();
    const held = await berlin.engine.logs.verify(shanghai.id);
    expect(held).to.deep.equal(await shanghai.engine.logs.verify(shanghai.id));
    const late = await heardOf(shanghai, melbourne);
    expect(await heardOf(berlin, melbourne)).to.be.lessThan(Date.parse(START) / 1000 + 601);
    slow.pass(2 * 86_400_000);
    await settle();
    await network.syncAll();
    expect(await heardOf(berlin, melbourne)).to.equal(late);
    expect(await melbourne.engine.home.visits(id)).to.have.length(1);
  });

  it('costs its peers a few rounds a sync, and no more', async () => {
    const network = new Network('clocks', START);
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    const slow = new ManualClock(Date.parse(START));
    const berlin = await network.add('berlin', { clock: slow });
    await found(network, [melbourne, shanghai, berlin]);
    await network.days(2);
    const [report] = await melbourne.engine.gossip.syncNow(berlin.id);
    expect(report?.ok).to.equal(true);
    expect(report?.rounds).to.be.at.most(5);
    const [own] = await berlin.engine.gossip.syncNow(melbourne.id);
    expect(own?.ok).to.equal(true);
    expect(own?.rounds).to.be.at.most(5);
  });
});

describe('A node whose clock was ahead for a while', () => {
  it('is heard of again as soon as its clock is right', async () => {
    const network = new Network('clocks', START);
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    let ahead = 0;
    const berlin = await network.add('berlin', {
      clock: {
        nowMilliseconds: () => network.clock.nowMilliseconds() + ahead,
        after: (milliseconds, run) => network.clock.after(milliseconds, run),
      },
    });
    await found(network, [melbourne, shanghai, berlin]);
    ahead = 200 * DAY;
    await network.days(1);
    await network.syncAll();
    expect(await heardOf(berlin, berlin)).to.be.above(seconds(200));
    expect(await heardOf(melbourne, berlin)).to.be.below(seconds(1));
    ahead = 0;
    await network.days(1);
    await network.syncAll();
    expect(await heardOf(berlin, berlin)).to.be.within(seconds(1), seconds(3));
    expect(await heardOf(melbourne, berlin)).to.be.within(seconds(1), seconds(3));
  });

  it('calls those again that failed meanwhile as soon as its clock is right', async () => {
    const network = new Network('clocks', START);
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    let ahead = 0;
    const berlin = await network.add('berlin', {
      isPublic: false,
      settings: { syncIntervalSeconds: 600 },
      clock: {
        nowMilliseconds: () => network.clock.nowMilliseconds() + ahead,
        after: (milliseconds, run) => network.clock.after(milliseconds, run),
      },
    });
    await found(network, [melbourne, shanghai, berlin]);
    ahead = 47 * DAY;
    network.cutApart([melbourne, shanghai, berlin]);
    await network.pass(DAY / 1000, 600);
    ahead = 0;
    network.heal();
    await network.pass(2 * 3600, 600);
    const peers = await berlin.engine.gossip.peers();
    expect(peers.map(({ failures }) => failures)).to.deep.equal([0, 0]);
  });
});

/** Days after the start, in seconds. */
function seconds(days: number): number {
  return (Date.parse(START) + days * DAY) / 1000;
}

describe('A desk whose clock is set back while a member waits', () => {
  for (const [back, outcome] of [
    [60_000, 'free'],
    [2000 * DAY, 'NOT_FOUND'],
  ] as const) {
    it(`by ${back / 1000} s records the visit by its check: ${outcome}`, async () => {
      const network = new Network('clocks', START);
      let behind = 0;
      const melbourne = await network.add('melbourne');
      const shanghai = await network.add('shanghai', {
        clock: {
          nowMilliseconds: () => network.clock.nowMilliseconds() - behind,
          after: (milliseconds, run) => network.clock.after(milliseconds, run),
        },
      });
      await found(network, [melbourne, shanghai]);
      const { wallet } = await member(network, melbourne, 'Mia');
      const checked = await check(shanghai, wallet);
      behind = back;
      const recorded = stamp(shanghai, checked).then(
        ({ kind }) => kind,
        ({ code }) => code,
      );
      expect(await recorded).to.equal(outcome);
    });
  }
});
