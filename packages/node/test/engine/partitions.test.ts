/**
 * Networks that fall apart and come together: what is given in excess is bounded, and everybody
 * whom it concerns sees it.
 */

import { expect } from 'chai';
import fc from 'fast-check';
import type { DoubleVisit } from '../../dist/engine/services.js';
import { Network, settle } from './support/network.js';
import {
  check,
  found,
  member,
  ROBIN,
  request,
  stamp,
  TERMS,
  visit,
  type Wallet,
} from './support/people.js';
import type { TestSpace } from './support/test-space.js';

const DAY = 86_400;

/** A home, three hosts, and `days` free days of one member in the whole programme. */
async function scene(days: number, seed = 'network') {
  const network = new Network(seed);
  const [melbourne, shanghai, berlin, lisbon] = await network.addAll([
    'melbourne',
    'shanghai',
    'berlin',
    'lisbon',
  ]);
  await found(network, [melbourne, shanghai, berlin, lisbon], {
    ...TERMS,
    allowances: [{ days, count: 'programme', window: 'visa-year' }],
  });
  const { wallet, id } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  return { network, melbourne, shanghai, berlin, lisbon, wallet, id };
}

async function doubles(space: TestSpace): Promise<readonly DoubleVisit[]> {
  return space.engine.accounts.doubleVisits();
}

describe('A partition', () => {
  it('lets two hosts give the last free day each, and all whom it concerns list it once it has healed', async () => {
    const { network, melbourne, shanghai, berlin, lisbon, wallet, id } = await scene(1);
    network.cutApart([melbourne, shanghai, berlin, lisbon]);
    const first = await visit(shanghai, wallet);
    await network.pass(DAY);
    const second = await visit(berlin, wallet);
    expect([first.kind, second.kind]).to.deep.equal(['free', 'free']);
    expect([first.k, second.k]).to.deep.equal([0, 0]);
    network.heal();
    await network.syncAll();
    const hosts = [
      { host: shanghai.id, date: '2026-11-02', kind: 'free' },
      { host: berlin.id, date: '2026-11-03', kind: 'free' },
    ].sort((one, other) => (one.host < other.host ? -1 : 1));
    for (const [space, side, whose] of [
      [melbourne, 'home', id],
      [shanghai, 'host', null],
      [berlin, 'host', null],
    ] as const) {
      const [double, ...more] = await doubles(space);
      expect(more, space.name).to.deep.equal([]);
      expect(double, space.name).to.deep.include({ side, member: whose, k: 0 });
      expect(
        [...(double?.hosts ?? [])].sort((one, other) => (one.host < other.host ? -1 : 1)),
        space.name,
      ).to.deep.equal(hosts);
    }
    // To a node that was never shown the visa, the two stamps are noise.
    expect(await doubles(lisbon)).to.deep.equal([]);
    expect((await lisbon.engine.logs.verify(shanghai.id)).ok).to.equal(true);
    const seen = await melbourne.engine.home.visits(id);
    expect(seen.map(({ date, doubledWith }) => [date, doubledWith])).to.deep.equal([
      ['2026-11-02', [berlin.id]],
      ['2026-11-03', [shanghai.id]],
    ]);
  });

  it('rolls no visit back: both count, and nothing free is left', async () => {
    const { network, shanghai, berlin, lisbon, melbourne, wallet } = await scene(2);
    network.cutApart([melbourne, shanghai, berlin, lisbon]);
    await visit(shanghai, wallet);
    await visit(berlin, wallet);
    network.heal();
    await network.syncAll();
    const { verdict } = await check(lisbon, wallet);
    expect(verdict.outcome).to.equal('paid');
    expect(verdict.left.perProgramme).to.deep.equal({ before: 0, after: 0 });
  });

  it('STAMP-8: one proof shown to two hosts is two visits, and one day of the programme', async () => {
    const { network, melbourne, shanghai, berlin, lisbon, wallet, id } = await scene(3);
    network.cutApart([melbourne, shanghai, berlin]);
    const token = wallet.present();
    for (const host of [shanghai, berlin]) {
      await stamp(host, await host.engine.desk.check(request(token)), 'free');
    }
    network.heal();
    await network.syncAll();
    expect(await melbourne.engine.home.visits(id)).to.have.length(2);
    const { left } = (await check(lisbon, wallet)).verdict;
    expect(left.perProgramme).to.deep.equal({ before: 2, after: 1 });
  });

  it('on the home’s side of a cut, grants keep the limit exact', async () => {
    const { network, melbourne, shanghai, berlin, lisbon, wallet } = await scene(2);
    network.cut([lisbon], [melbourne, shanghai, berlin]);
    const kinds: string[] = [];
    for (const host of [shanghai, berlin, shanghai]) {
      const asked = await host.engine.desk.askGrant((await check(host, wallet)).id);
      kinds.push(`${asked.grant} ${asked.verdict.outcome}`);
      await visit(host, wallet);
      await network.pass(DAY);
    }
    expect(kinds).to.deep.equal(['had free', 'had free', 'refused paid']);
  });

  it('gives at most the sum of what each side believed to be left, less what was left', async () => {
    await fc.assert(fc.asyncProperty(history, overspendIsBounded), { numRuns: 15 });
  }).timeout(60_000);
});

const LIMIT = 3;

/**
 * Days before the cut, on which side each node then is, and who is visited on which day of the cut.
 */
const history = fc.record({
  before: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
  sides: fc.tuple(side(), side(), side(), side()),
  during: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 8 }),
  asks: fc.boolean(),
});

function side(): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 3 });
}

type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** The free days that a host believes to be left, and that it gives today if asked to. */
async function dayAt(
  network: Network,
  host: TestSpace,
  wallet: Wallet,
  asks: boolean,
): Promise<boolean> {
  const checked = await check(host, wallet);
  const { verdict, id } = asks ? await host.engine.desk.askGrant(checked.id) : checked;
  const kind = verdict.outcome === 'free' ? 'free' : 'paid';
  await host.engine.desk.stamp({ check: id, kind, amount: null, note: null, by: ROBIN });
  await settle();
  await network.pass(DAY);
  return kind === 'free';
}

async function overspendIsBounded({ before, sides, during, asks }: History): Promise<void> {
  const { network, melbourne, shanghai, berlin, lisbon, wallet, id } = await scene(LIMIT);
  const hosts = [shanghai, berlin, lisbon] as const;
  const nodes = [melbourne, ...hosts];
  const hostAt = (index: number): TestSpace => hosts[index] ?? lisbon;
  for (const index of before) await dayAt(network, hostAt(index), wallet, asks);
  await network.syncAll();
  const left = LIMIT - (await freeDays(melbourne, id));
  for (const [i, one] of nodes.entries()) {
    network.cut(
      [one],
      nodes.filter((_, j) => sides[j] !== sides[i]),
    );
  }
  // All had heard of all visits: each side with a host in it believes as much to be left as there
  // is.
  const sidesWithHosts = new Set(sides.slice(1)).size;
  let given = 0;
  for (const index of during) if (await dayAt(network, hostAt(index), wallet, asks)) given += 1;
  network.heal();
  await network.syncAll(3);
  expect(given).to.be.at.most(sidesWithHosts * left);
  const free = await freeDays(melbourne, id);
  expect(free).to.equal(LIMIT - left + given);
  for (const host of hosts) {
    const { verdict } = await check(host, wallet);
    const remains = Math.max(0, LIMIT - free);
    expect(verdict.left.perProgramme?.before, host.name).to.equal(remains);
  }
  await network.stop();
}

async function freeDays(home: TestSpace, id: string): Promise<number> {
  const visits = await home.engine.home.visits(id);
  return visits.filter(({ kind, voided }) => kind === 'free' && !voided).length;
}
