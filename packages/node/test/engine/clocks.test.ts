/** Nodes whose clocks differ: what seems to come from the future waits, and is not lost. */

import { parseCalendarDate } from '@covisa/protocol';
import { expect } from 'chai';
import type { Clock } from '../../dist/ports.js';
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
    const berlin = await network.add('berlin', { clock: clockAhead(network, () => ahead) });
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
      clock: clockAhead(network, () => ahead),
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

describe('A home whose clock was years ahead', () => {
  async function scene() {
    const network = new Network('clocks', START);
    let ahead = 0;
    const clock = clockAhead(network, () => ahead);
    const melbourne = await network.add('melbourne', { clock });
    const shanghai = await network.add('shanghai');
    await found(network, [melbourne, shanghai]);
    const { id, wallet } = await member(network, melbourne, 'Mia');
    await visit(shanghai, wallet);
    await network.pass(86_400);
    await network.syncAll();
    /** What the owner does before the clock is set right. */
    const whileAhead = async <T>(run: () => Promise<T>): Promise<T> => {
      ahead = 4 * 365 * DAY;
      const done = await run();
      ahead = 0;
      await network.pass(3600);
      await network.syncAll();
      return done;
    };
    /** Of two free days one is left, whatever the host can count under a new number. */
    const expectOneMore = async (): Promise<void> => {
      const ask = async () => shanghai.engine.desk.askGrant((await check(shanghai, wallet)).id);
      const second = await ask();
      expect(second.grant).to.equal('had');
      await stamp(shanghai, second);
      await network.pass(86_400);
      expect((await ask()).grant).to.equal('refused');
    };
    return { network, melbourne, shanghai, id, wallet, whileAhead, expectOneMore };
  }

  it('VISA-4: gives visas of this year again, and knows the days that were used', async () => {
    const { melbourne, id, wallet, whileAhead, expectOneMore } = await scene();
    const { visaNumber } = await whileAhead(() => melbourne.engine.home.renumber(id));
    await wallet.renew();
    const { claims } = wallet.read;
    expect(claims.number).to.deep.equal(visaNumber);
    expect(claims.yearStart).to.equal('2026-11-02');
    await expectOneMore();
  });

  it('gives a number whose visas are alive, after it revoked by that clock', async () => {
    const { melbourne, id, wallet, whileAhead, expectOneMore } = await scene();
    const { number } = wallet.read.claims;
    await whileAhead(async () => {
      await melbourne.engine.home.setStatus(id, 'paused');
      await melbourne.engine.home.setStatus(id, 'active');
    });
    await wallet.renew();
    expect(wallet.read.claims.number).to.not.deep.equal(number);
    expect(wallet.read.claims.ask).to.equal(true);
    await expectOneMore();
  });

  it('STMT-3: says again which stamps are not proven, once its clock has gone steadily', async () => {
    const { network, melbourne, shanghai, whileAhead } = await scene();
    const gone = await member(network, melbourne, 'Ben');
    await whileAhead(() => melbourne.engine.home.erase(gone.id));
    const from = parseCalendarDate('2026-11-01');
    const to = parseCalendarDate('2031-01-01');
    const before = await melbourne.engine.accounts.statement(shanghai.id, from, to);
    expect(before.unprovenFrom).to.equal('2030-11-05');
    await network.days(9);
    const after = await melbourne.engine.accounts.statement(shanghai.id, from, to);
    expect(after.unprovenFrom).to.equal('2026-11-12');
  });
});

/** The network's clock, so many milliseconds ahead. */
function clockAhead(network: Network, ahead: () => number): Clock {
  return {
    nowMilliseconds: () => network.clock.nowMilliseconds() + ahead(),
    after: (milliseconds, run) => network.clock.after(milliseconds, run),
  };
}

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
        clock: clockAhead(network, () => -behind),
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
