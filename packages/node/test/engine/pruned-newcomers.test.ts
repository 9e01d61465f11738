/** What of a pruned log is shown to who comes later, where the sum of it is not held with it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@covisa/store';
import { expect } from 'chai';
import { agree, headAt, NOTE, OLD, shownAt, twoHistories } from './support/pruned-histories.js';
import { stampLine, TILE } from './support/pruned-log.js';
import { ScriptedLog } from './support/scripted-log.js';
import type { SpaceOptions, TestSpace } from './support/test-space.js';

/** Where two copies of a machine part: beyond what both have summed up since. */
const PARTED = 300;
/** Entries of the tile that stays of, and where: one in its first half, one in its second. */
const STAYING = { 40: NOTE, 200: NOTE };

/** Two copies of a machine went on, and each summed up its first tile; all have pruned by that. */
async function twoCopies(options: SpaceOptions = {}) {
  const all = await twoHistories(options);
  const { melbourne, berlin } = all;
  await all.showPruned(melbourne, all.history(STAYING, PARTED));
  const other = { ...STAYING, [PARTED]: stampLine(999, OLD) };
  await all.showPruned(berlin, all.history(other, PARTED + 1));
  await melbourne.engine.gossip.syncNow(berlin.id);
  return all;
}

/** Forgets a log, as a node that comes later has never heard of it. */
async function forget(node: TestSpace, { id }: TestSpace): Promise<void> {
  await node.stop();
  await node.store.dropLogs([{ space: id, incarnation: 0 }]);
  await node.start();
}

/** A newcomer hears of all that one node holds, and of nothing else. */
async function hears(node: TestSpace, space: TestSpace, from: TestSpace): Promise<void> {
  await forget(node, space);
  await node.engine.gossip.syncNow(from.id);
  await node.engine.gossip.syncNow(from.id);
}

async function keptAt(node: TestSpace, { id }: TestSpace): Promise<readonly number[]> {
  return node.store.indicesWithin({ space: id, incarnation: 0 }, 0, TILE);
}

describe('A pruned log of which the sum is not held', function () {
  this.timeout(30_000);

  it('PRUNE-8: that was cut is given whole to a newcomer, who gives it on', async () => {
    const { network, shanghai, melbourne, berlin, lisbon } = await twoCopies();
    const cut = { size: PARTED, pruned: TILE, ok: true };
    for (const node of [melbourne, berlin]) {
      expect(await shownAt(node), node.name).to.deep.equal({ common: PARTED, parted: null });
      expect(await headAt(node, shanghai), node.name).to.include(cut);
    }
    const kept = await keptAt(melbourne, shanghai);
    expect(kept).to.include.members([0, 40, 200]);
    await hears(lisbon, shanghai, melbourne);
    expect(await headAt(lisbon, shanghai)).to.include(cut);
    expect(await keptAt(lisbon, shanghai)).to.deep.equal(kept);
    expect(await agree(lisbon, melbourne)).to.equal(true);
    await lisbon.restart();
    network.cut([berlin], [melbourne]);
    await hears(berlin, shanghai, lisbon);
    expect(await headAt(berlin, shanghai)).to.include(cut);
    expect(await keptAt(berlin, shanghai)).to.deep.equal(kept);
    expect(await agree(berlin, lisbon)).to.equal(true);
    await network.stop();
  });

  it('PRUNE-8: is given on where it is cut again, from a disk as from memory', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'covisa-pruned-newcomers-'));
    const [sealingKey, path] = [new Uint8Array(32).fill(5), join(folder, 'store.db')];
    const randomBytes = (count: number) => new Uint8Array(count);
    const store = openSqliteStore({ path, sealingKey, randomBytes });
    const all = await twoCopies({ store });
    const { network, shanghai, melbourne, berlin, lisbon } = all;
    // A third history, which parts within the first tile.
    await all.showPruned(lisbon, all.history({ ...STAYING, 150: stampLine(998, OLD) }));
    await melbourne.engine.gossip.syncNow(lisbon.id);
    await melbourne.engine.gossip.syncNow(lisbon.id);
    const cut = { size: 128, pruned: 128, ok: true };
    expect(await shownAt(lisbon)).to.deep.equal({ common: 128, parted: 192 });
    expect((await store.heads()).find(isOf(shanghai))).to.include({ size: 128, pruned: 128 });
    await melbourne.restart();
    network.cut([lisbon], [melbourne, berlin]);
    await hears(berlin, shanghai, melbourne);
    expect(await headAt(berlin, shanghai)).to.include(cut);
    expect(await keptAt(berlin, shanghai))
      .to.include(40)
      .and.not.include(200);
    expect(await agree(berlin, melbourne)).to.equal(true);
    await network.stop();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('PRUNE-8: is one alone that was cut before it: of another no sum is kept', async () => {
    const { network, shanghai, melbourne, berlin, ...all } = await twoHistories();
    const long = (...more: readonly string[]) => all.history(STAYING).add(...more);
    await all.showPruned(melbourne, long(stampLine(997, OLD)));
    await all.showPruned(berlin, long(stampLine(998, OLD)));
    await melbourne.engine.gossip.syncNow(berlin.id);
    for (const node of [melbourne, berlin]) {
      const head = (await node.store.heads()).find(isOf(shanghai));
      expect(head, node.name).to.include({ size: TILE + 2, pruned: TILE });
      expect(head, node.name).not.to.have.property('sum');
    }
    await network.stop();
  });

  it('PRUNE-8: that is not cut is given on by who was shown its beginning alone', async () => {
    const { network, shanghai, melbourne, berlin, ...all } = await twoHistories();
    const log = all.history(STAYING);
    await all.showPruned(berlin, log, 128);
    expect(await headAt(berlin, shanghai)).to.include({ size: 128, pruned: 128, ok: true });
    // From one who has not pruned comes the rest.
    await all.showWhole(berlin, log);
    const whole = { size: log.lines.length, pruned: 128, ok: true };
    expect(await headAt(berlin, shanghai)).to.include(whole);
    await hears(melbourne, shanghai, berlin);
    expect(await headAt(melbourne, shanghai)).to.include(whole);
    expect(await keptAt(melbourne, shanghai)).to.deep.equal(await keptAt(berlin, shanghai));
    await network.stop();
  });

  it('PRUNE-8: shows no more of the sum once it is held, and forgets what it says', async () => {
    const { network, shanghai, melbourne, ...all } = await twoHistories();
    const log = all.history(STAYING);
    await all.showPruned(melbourne, log, 128);
    const sumAt = async () => (await melbourne.store.heads()).find(isOf(shanghai))?.sum;
    expect(await sumAt()).to.be.instanceOf(Uint8Array);
    await all.showWhole(melbourne, log);
    await network.days(2);
    expect(await headAt(melbourne, shanghai)).to.include({ pruned: TILE, ok: true });
    expect(await sumAt()).to.equal(undefined);
    await network.stop();
  });

  it('PRUNE-7: is taken with a tile of which all stays, in place of what is held of it', async () => {
    const { network, shanghai, melbourne, ...all } = await twoHistories();
    const log = all.history(Object.fromEntries(Array.from({ length: TILE }, (_, i) => [i, NOTE])));
    const beginning = new ScriptedLog(shanghai.id, shanghai.secret, log.lines.slice(0, 200));
    await all.showWhole(melbourne, beginning);
    await all.showPruned(melbourne, log);
    expect(await headAt(melbourne, shanghai)).to.include({ size: log.lines.length, ok: true });
    expect(await keptAt(melbourne, shanghai)).to.have.length(TILE);
    await network.stop();
  });
});

function isOf({ id }: TestSpace) {
  return ({ space }: { readonly space: string }) => space === id;
}
