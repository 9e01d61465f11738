/**
 * Histories of one log that part within what was pruned: nobody can show a size within a gap, and
 * the fork is found and proven all the same.
 */

import { expect } from 'chai';
import {
  agree,
  type Changes,
  headAt,
  NOTE,
  OLD,
  SIGNATURE,
  SIZE,
  shownAt,
  twoHistories,
} from './support/pruned-histories.js';
import { stampLine, TILE } from './support/pruned-log.js';
import { ScriptedLog } from './support/scripted-log.js';

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
      const all = await twoHistories();
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
    const { network, shanghai, melbourne, lisbon, ...all } = await twoHistories();
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
    const { network, shanghai, melbourne, berlin, ...all } = await twoHistories();
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

  it('FORK-4: are not proven where one ends within the gap of the other, until it goes on', async () => {
    const { network, shanghai, melbourne, berlin, ...all } = await twoHistories();
    const whole = all.history({ 199: NOTE });
    const beginning = new ScriptedLog(shanghai.id, shanghai.secret, whole.lines.slice(0, 200));
    await all.showWhole(melbourne, beginning);
    await all.showPruned(berlin, all.history({ 150: stampLine(999, OLD) }));
    await melbourne.engine.gossip.syncNow(berlin.id);
    expect(await shownAt(melbourne)).to.equal(null);
    expect(await headAt(melbourne, shanghai)).to.include({ size: 200, ok: true });
    await all.showWhole(melbourne, whole);
    await melbourne.engine.gossip.syncNow(berlin.id);
    expect(await shownAt(melbourne)).to.deep.equal({ common: 128, parted: 256 });
    expect(await shownAt(berlin)).to.deep.equal({ common: 128, parted: 256 });
    await network.stop();
  });

  it('FORK-7: are cut where a gap begins, until somebody shows what is common beyond', async () => {
    const { network, shanghai, melbourne, berlin, lisbon, ...all } = await twoHistories();
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
});
