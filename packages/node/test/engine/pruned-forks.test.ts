/**
 * Histories of one log that part within what was pruned: nobody can show a size within a gap, and
 * the fork is found, proven and cut all the same.
 */

import { calendarDate, encodeSync, type ForkProof, forkProof, parseUtf8 } from '@covisa/protocol';
import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { filler, Network } from './support/network.js';
import { found } from './support/people.js';
import { prunedTile, stampLine, sumUp, TILE } from './support/pruned-log.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';
import { TEST_CLOCK, type TestSpace } from './support/test-space.js';

const OLD = calendarDate.parse('2025-01-10');
/** Two visits after the sum, and the sum. */
const SIZE = TILE + 2;
const NOTE = '{"type":"note","text":"something that stays"}';

const SIGNATURE = JSON.stringify({
  ...{ type: 'roster-signature', programme: filler(4), version: 1, roster: filler(5) },
});

type Changes = Readonly<Record<number, string>>;

/** A liar, and three nodes that hold the beginning of its log. */
async function scene() {
  const network = new Network('pruned forks');
  const [shanghai, melbourne, berlin, lisbon] = await network.addAll(
    ['shanghai', 'melbourne', 'berlin', 'lisbon'],
    { settings: TEST_CLOCK },
  );
  const programme = await found(network, [melbourne, berlin, shanghai, lisbon]);
  await network.syncAll();
  const { lines } = await ScriptedLog.of(shanghai);
  await shanghai.stop();
  const digests = [{ programme, digest: filler(7) }];
  const send = (node: TestSpace, body: Uint8Array) =>
    node.answer(shanghai.id, '/covisa/v1/sync', body);
  return {
    ...{ network, programme, shanghai, melbourne, berlin, lisbon, from: lines.length },
    /** A history with these lines in their places. */
    history(changes: Changes = {}): ScriptedLog {
      const log = new ScriptedLog(shanghai.id, shanghai.secret, lines);
      for (let n = lines.length; n < TILE; n++) log.add(changes[n] ?? stampLine(n, OLD));
      sumUp(log, OLD);
      return log;
    },
    /** All of a history, with what its owner sums up left out. */
    async showPruned(node: TestSpace, log: ScriptedLog): Promise<void> {
      const tile = prunedTile(log);
      await send(node, encodeSync({ sync: 1, digests, ranges: [tile.range] }, [tile.lines]));
      await send(node, bodyOf(programme, [[log, TILE]]));
    },
    /** The next incarnation of the log. */
    async showNext(node: TestSpace): Promise<void> {
      const next = { space: shanghai.id, incarnation: 1 };
      const head = (await shanghai.store.heads()).find((one) => one.incarnation === 1);
      const entries = await shanghai.store.entries(next, 0, TILE, Number.MAX_SAFE_INTEGER);
      const rest = { from: 0, count: entries.length, checkpoint: head?.checkpoint ?? '' };
      const lines = [entries.map(({ bytes }) => bytes)];
      await send(node, encodeSync({ sync: 1, digests, ranges: [{ ...next, ...rest }] }, lines));
    },
    /** All of a history, with all of its entries. */
    async showWhole(node: TestSpace, log: ScriptedLog): Promise<void> {
      await send(node, bodyOf(programme, [[log, lines.length]]));
    },
  };
}

async function headAt(node: TestSpace, space: TestSpace) {
  const heads = await node.store.heads();
  const head = heads.find((one) => one.space === space.id && one.incarnation === 0);
  const { size = 0, pruned = 0 } = head ?? {};
  const { ok, root } = await node.engine.logs.verify(space.id);
  return { size, pruned, ok, root };
}

async function forkAt(node: TestSpace): Promise<ForkProof | null> {
  const [fork] = await node.store.forks();
  return fork ? forkProof.parse(JSON.parse(parseUtf8(fork.proof))) : null;
}

async function agree(one: TestSpace, other: TestSpace): Promise<boolean> {
  const [report] = await one.engine.gossip.syncNow(other.id);
  return report?.ok === true && report.rounds === 1;
}

/** How far the histories are one, and where they differ, by what a node has as a proof. */
async function shownAt(node: TestSpace) {
  const fork = await forkAt(node);
  if (fork === null || !('sides' in fork)) return null;
  return { common: fork.common, parted: fork.parted ?? null };
}

/** Where the two histories part, and where the proof says so. */
interface Case {
  readonly title: string;
  readonly one: Changes;
  readonly other: Changes;
  readonly common: number;
  readonly parted: number | null;
}

const CASES: readonly Case[] = [
  {
    title: 'part within a gap of both',
    one: {},
    other: { 150: stampLine(999, OLD) },
    ...{ common: 128, parted: 256 },
  },
  {
    title: 'part within a gap of one, in which the other keeps an entry',
    one: {},
    other: { 200: NOTE },
    ...{ common: 128, parted: 256 },
  },
  {
    title: 'part at an entry that one keeps, in gaps that are cut otherwise',
    one: { 130: NOTE },
    other: { 200: NOTE },
    ...{ common: 128, parted: 192 },
  },
  {
    title: 'part at an entry that both keep',
    one: { 150: NOTE },
    other: { 150: '{"type":"note","text":"something else"}' },
    ...{ common: 150, parted: null },
  },
  {
    title: 'part in the last two entries of a tile',
    one: { 253: NOTE },
    other: { 253: NOTE, 255: stampLine(999, OLD) },
    ...{ common: 254, parted: 256 },
  },
];

describe('Two histories of one log', function () {
  this.timeout(30_000);

  for (const { title, one, other, common, parted } of CASES) {
    it(`FORK-4: that ${title}, are proven to be two`, async () => {
      const all = await scene();
      const { network, shanghai, melbourne, berlin } = all;
      await all.showPruned(melbourne, all.history(one));
      await all.showPruned(berlin, all.history(other));
      for (const node of [melbourne, berlin]) {
        expect(await headAt(node, shanghai)).to.include({ size: SIZE, pruned: TILE, ok: true });
      }
      await melbourne.engine.gossip.syncNow(berlin.id);
      for (const node of [melbourne, berlin]) {
        expect(await shownAt(node), node.name).to.deep.equal({ common, parted });
        const head = await headAt(node, shanghai);
        expect(head, node.name).to.include({ size: common, pruned: common, ok: true });
        expect(head.root).to.equal((await headAt(melbourne, shanghai)).root);
      }
      expect(await agree(melbourne, berlin)).to.equal(true);
      await network.stop();
    });
  }

  it('FORK-4: are proven by who has all of one and is shown the other pruned', async () => {
    const { network, shanghai, melbourne, lisbon, ...all } = await scene();
    await all.showWhole(lisbon, all.history({ 200: SIGNATURE }));
    await all.showPruned(melbourne, all.history({ 150: stampLine(999, OLD) }));
    await lisbon.engine.gossip.syncNow(melbourne.id);
    for (const node of [melbourne, lisbon]) {
      expect(await shownAt(node), node.name).to.deep.equal({ common: 128, parted: 256 });
      expect(await headAt(node, shanghai), node.name).to.include({ size: 128, ok: true });
    }
    expect(await agree(melbourne, lisbon)).to.equal(true);
    await network.stop();
  });

  it('FORK-4: are searched where the sum of the other is not taken for what is held', async () => {
    const { network, shanghai, melbourne, berlin, ...all } = await scene();
    const whole = all.history();
    const beginning = new ScriptedLog(shanghai.id, shanghai.secret, whole.lines.slice(0, 200));
    await all.showWhole(melbourne, beginning);
    await all.showPruned(berlin, all.history({ 50: stampLine(999, OLD) }));
    await melbourne.engine.gossip.syncNow(berlin.id);
    for (const node of [melbourne, berlin]) {
      expect(await shownAt(node), node.name).to.deep.equal({ common: 32, parted: 64 });
      expect(await headAt(node, shanghai), node.name).to.include({ size: 32, ok: true });
    }
    await network.stop();
  });

  it('FORK-7: are cut where a gap begins, until somebody shows what is common beyond', async () => {
    const { network, shanghai, melbourne, berlin, lisbon, ...all } = await scene();
    const [one, other] = [all.history(), all.history({ 150: stampLine(999, OLD) })];
    await all.showPruned(melbourne, one);
    await all.showWhole(berlin, other);
    await all.showWhole(lisbon, one);
    await lisbon.engine.gossip.syncNow(berlin.id);
    expect(await shownAt(lisbon)).to.deep.equal({ common: 150, parted: null });
    await melbourne.engine.gossip.syncNow(lisbon.id);
    expect(await shownAt(melbourne)).to.deep.equal({ common: 150, parted: null });
    const head = await headAt(melbourne, shanghai);
    expect(head).to.include({ size: 150, pruned: 128, ok: true });
    expect(head.root).to.equal((await headAt(lisbon, shanghai)).root);
    await network.stop();
  });

  it('FORK-9: stand after a restart, and are told to who has heard of neither', async () => {
    const { network, shanghai, melbourne, berlin, lisbon, ...all } = await scene();
    const kept = { 200: SIGNATURE };
    await all.showPruned(melbourne, all.history(kept));
    await all.showPruned(berlin, all.history({ ...kept, 150: stampLine(999, OLD) }));
    await melbourne.engine.gossip.syncNow(berlin.id);
    const before = await headAt(melbourne, shanghai);
    const shelves = (await melbourne.store.shelves()).length;
    expect(shelves, 'a signature and a visit').to.equal(2);
    await melbourne.restart();
    expect(await headAt(melbourne, shanghai)).to.deep.equal(before);
    await lisbon.engine.gossip.syncNow(melbourne.id);
    expect(await shownAt(lisbon)).to.deep.equal({ common: 128, parted: 192 });
    expect(await lisbon.store.shelves()).to.have.length(shelves);
    // No more of either is taken.
    await all.showWhole(lisbon, all.history(kept));
    expect(await headAt(lisbon, shanghai)).to.include({ size: all.from, ok: true });
    await network.stop();
  });

  it('FORK-9: are told to a newcomer with what is held before the first gap, and resumed', async () => {
    const { network, shanghai, melbourne, berlin, lisbon, ...all } = await scene();
    await all.showPruned(melbourne, all.history());
    await all.showPruned(berlin, all.history({ 150: stampLine(999, OLD) }));
    await melbourne.engine.gossip.syncNow(berlin.id);
    await lisbon.stop();
    await lisbon.store.dropLogs([{ space: shanghai.id, incarnation: 0 }]);
    await lisbon.start();
    await network.syncAll(2);
    expect(await headAt(lisbon, shanghai)).to.include({ size: all.from, pruned: 0, ok: true });
    expect(await shownAt(lisbon)).to.deep.equal({ common: 128, parted: 256 });
    network.cut([shanghai], [lisbon]);
    await network.pass(60);
    await shanghai.recover();
    await network.syncAll(3);
    const listing = (await lisbon.engine.directory()).find((one) => one.space === shanghai.id);
    expect(listing).to.include({ status: 'listed' });
    await network.stop();
  });

  for (const [title, show] of [
    ['has pruned', 'showPruned'],
    ['has not pruned', 'showWhole'],
  ] as const) {
    it(`FORK-12: are one again by a resume, from who ${title}`, async () => {
      const { network, shanghai, melbourne, berlin, lisbon, ...all } = await scene();
      const one = all.history({ 200: SIGNATURE });
      await all[show](lisbon, one);
      await all.showPruned(melbourne, one);
      await all.showPruned(berlin, all.history({ 150: stampLine(999, OLD) }));
      network.cut([lisbon, shanghai], [melbourne, berlin]);
      await melbourne.engine.gossip.syncNow(berlin.id);
      await network.pass(60);
      // The owner takes its log from the one who has not heard of the fork.
      const { previous } = await shanghai.recover({ peers: [lisbon.url ?? ''] });
      expect(previous.size).to.equal(SIZE);
      network.heal();
      await network.syncAll(4);
      for (const node of [melbourne, berlin, lisbon, shanghai]) {
        const head = await headAt(node, shanghai);
        expect(head, node.name).to.include({ size: SIZE, ok: true });
        expect(await node.store.shelves(), node.name).to.have.length(0);
      }
      expect(await agree(berlin, melbourne)).to.equal(true);
      expect(await agree(melbourne, shanghai)).to.equal(true);
      await network.stop();
    });
  }

  it('PRUNE-7: keep their own gaps where a resume has accepted more than is left', async () => {
    const { network, shanghai, melbourne, berlin, lisbon, ...all } = await scene();
    const [one, other] = [all.history(), all.history({ 20: NOTE })];
    await all.showPruned(lisbon, one);
    await all.showPruned(melbourne, one);
    await all.showPruned(berlin, all.history({ 150: stampLine(999, OLD) }));
    network.cut([lisbon, shanghai], [melbourne, berlin]);
    await melbourne.engine.gossip.syncNow(berlin.id);
    await network.pass(60);
    await shanghai.recover({ peers: [lisbon.url ?? ''] });
    await shanghai.stop();
    // Of the resume Melbourne hears, and of what it has accepted nothing yet.
    await all.showNext(melbourne);
    const left = { size: 128, pruned: 128, ok: true };
    expect(await headAt(melbourne, shanghai)).to.include(left);
    // Another history, in which one more stays.
    await all.showPruned(melbourne, other);
    expect(await headAt(melbourne, shanghai)).to.include(left);
    await all.showPruned(melbourne, one);
    expect(await headAt(melbourne, shanghai)).to.include({ size: SIZE, pruned: TILE, ok: true });
    await network.stop();
  });

  it('are accepted by a resume up to a size at which no gap lies across', async () => {
    const { shanghai, lisbon, ...all } = await scene();
    await all.showPruned(lisbon, all.history());
    const order = { peers: [lisbon.url ?? ''], accept: 150 };
    expect(await codeOfAsync(shanghai.recover(order))).to.equal('ACCEPTED_SIZE_INVALID');
    const { previous } = await shanghai.recover({ ...order, accept: 128 });
    expect(previous.size).to.equal(128);
  });

  it('FORK-12: are cut within what was pruned by a resume that accepts no more', async () => {
    const { network, shanghai, melbourne, berlin, ...all } = await scene();
    await all.showPruned(melbourne, all.history());
    await all.showPruned(berlin, all.history({ 150: stampLine(999, OLD) }));
    await melbourne.engine.gossip.syncNow(berlin.id);
    await network.pass(60);
    await shanghai.recover();
    await network.syncAll(3);
    for (const node of [melbourne, berlin, shanghai]) {
      expect(await headAt(node, shanghai), node.name).to.include({ size: all.from, ok: true });
    }
    expect(await agree(berlin, melbourne)).to.equal(true);
    await network.stop();
  });
});
