/** What becomes of a log that is cut within what was pruned, until a resume and after it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@covisa/store';
import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import {
  agree,
  headAt,
  NOTE,
  OLD,
  SIGNATURE,
  SIZE,
  shownAt,
  twoHistories,
} from './support/pruned-histories.js';
import { stampLine, TILE } from './support/pruned-log.js';

describe('A log that is cut within what was pruned', function () {
  this.timeout(30_000);

  it('FORK-9: stands after a restart, and is told of to who has heard of neither history', async () => {
    const { network, shanghai, melbourne, berlin, lisbon, ...all } = await twoHistories();
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
    expect(await headAt(lisbon, shanghai)).to.include({ size: 128, pruned: 128, ok: true });
    await network.stop();
  });

  it('FORK-9: is cut also at its owner, who has forgotten the same', async () => {
    const { network, shanghai, melbourne, berlin, lisbon, ...all } = await twoHistories();
    network.cut([berlin], [shanghai, melbourne, lisbon]);
    await all.showPruned(melbourne, all.history());
    await all.showPruned(berlin, all.history({ 150: stampLine(999, OLD) }));
    // A restored node takes its own log from the others.
    shanghai.place(shanghai.store.snapshot(), null);
    await shanghai.start();
    await network.syncAll(2);
    expect(await headAt(shanghai, shanghai)).to.include({ pruned: TILE, ok: true });
    network.heal();
    await network.syncAll(2);
    expect(await headAt(shanghai, shanghai)).to.include({ size: 128, pruned: 128, ok: true });
    await shanghai.restart();
    expect((await shanghai.engine.status()).mode).to.equal('superseded');
    expect(await headAt(shanghai, shanghai)).to.include({ size: 128, pruned: 128, ok: true });
    await network.pass(60);
    const { previous } = await shanghai.recover();
    expect(previous.size).to.equal(128);
    await network.syncAll(3);
    expect(await agree(melbourne, berlin)).to.equal(true);
    await network.stop();
  });

  it('FORK-9: stands on a disk as in memory', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'covisa-pruned-forks-'));
    const [sealingKey, path] = [new Uint8Array(32).fill(5), join(folder, 'store.db')];
    const randomBytes = (count: number) => new Uint8Array(count);
    const store = openSqliteStore({ path, sealingKey, randomBytes });
    const { network, shanghai, melbourne, berlin, ...all } = await twoHistories({ store });
    await all.showPruned(melbourne, all.history({ 200: SIGNATURE }));
    await all.showPruned(berlin, all.history({ 150: stampLine(999, OLD) }));
    await melbourne.engine.gossip.syncNow(berlin.id);
    await melbourne.restart();
    const head = (await store.heads()).find((one) => one.space === shanghai.id);
    expect(head).to.include({ size: 128, pruned: 128 });
    const { ok, root } = await melbourne.engine.logs.verify(shanghai.id);
    expect(ok).to.equal(true);
    expect(root).to.equal((await headAt(berlin, shanghai)).root);
    expect(await agree(melbourne, berlin)).to.equal(true);
    await network.stop();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('FORK-9: is the same at a newcomer, and is resumed', async () => {
    const { network, shanghai, melbourne, berlin, lisbon, ...all } = await twoHistories();
    await all.showPruned(melbourne, all.history());
    await all.showPruned(berlin, all.history({ 150: stampLine(999, OLD) }));
    await melbourne.engine.gossip.syncNow(berlin.id);
    await lisbon.stop();
    await lisbon.store.dropLogs([{ space: shanghai.id, incarnation: 0 }]);
    await lisbon.start();
    await network.syncAll(2);
    expect(await headAt(lisbon, shanghai)).to.include({ size: 128, pruned: 128, ok: true });
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
    it(`FORK-12: is whole again by a resume, from who ${title}`, async () => {
      const { network, shanghai, melbourne, berlin, lisbon, ...all } = await twoHistories();
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

  it('PRUNE-7: keeps its own gaps where a resume has accepted more than is left', async () => {
    const { network, shanghai, melbourne, berlin, lisbon, ...all } = await twoHistories();
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

  it('is accepted by a resume up to no size within a gap', async () => {
    const { shanghai, lisbon, ...all } = await twoHistories();
    await all.showPruned(lisbon, all.history());
    const order = { peers: [lisbon.url ?? ''], accept: 150 };
    expect(await codeOfAsync(shanghai.recover(order))).to.equal('ACCEPTED_SIZE_INVALID');
    const { previous } = await shanghai.recover({ ...order, accept: 128 });
    expect(previous.size).to.equal(128);
  });

  it('FORK-12: is cut further by a resume that accepts less', async () => {
    const { network, shanghai, melbourne, berlin, ...all } = await twoHistories();
    await all.showPruned(melbourne, all.history());
    await all.showPruned(berlin, all.history({ 150: stampLine(999, OLD) }));
    await melbourne.engine.gossip.syncNow(berlin.id);
    await network.pass(60);
    await shanghai.recover({ accept: all.from });
    await network.syncAll(3);
    for (const node of [melbourne, berlin, shanghai]) {
      expect(await headAt(node, shanghai), node.name).to.include({ size: all.from, ok: true });
    }
    expect(await agree(berlin, melbourne)).to.equal(true);
    await network.stop();
  });
});
