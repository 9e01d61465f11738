/** The contract of the methods about pruned entries. */

import { type Gap, type PrunedRange, type Store, StoreError } from '@covisa/store';
import { expect } from 'chai';
import {
  fill,
  head,
  leave,
  markerOf,
  melbourne,
  newEntry,
  range,
  shanghai,
  stamp,
  voidOf,
} from '../support/makers.js';
import { places, rejection } from '../support/outcomes.js';

function gap(from: number, to: number): Gap {
  return { from, to, hash: fill(from % 250, 32) };
}

/** A log of 260 stamps, but for a leave at 3 and a void of stamp 4 at 258. */
async function holdLog(store: Store): Promise<void> {
  const entries = Array.from({ length: 260 }, (_, i) => {
    if (i === 3) return leave();
    return i === 258 ? voidOf(4, '2026-05-11') : stamp({ marker: `m${i}x` });
  });
  await store.ingestRanges([range(melbourne(), 0, entries)]);
}

const GAPS = [gap(0, 2), gap(2, 3), ...[4, 8, 16, 32, 64, 128].map((at) => gap(at, 2 * at))];

async function prune(store: Store): Promise<void> {
  await store.pruneLog({ ...melbourne(), before: 256, gaps: GAPS });
}

async function indices(store: Store, from: number, to: number): Promise<readonly number[]> {
  return (await store.entriesWithin(melbourne(), from, to)).map((one) => one.index);
}

function pruned(
  from: number,
  to: number,
  kept: readonly number[],
  gaps: readonly Gap[],
): PrunedRange {
  return {
    from,
    entries: kept.map((index) => ({ ...newEntry(leave()), index })),
    gaps,
    subtrees: [{ level: 1, index: from / 256, hash: fill(7, 32) }],
    head: { ...head(melbourne(), to), pruned: to },
  };
}

export function pruningContract(store: () => Store): void {
  it('Entries in gaps go, and what stays is found in its place.', async () => {
    await holdLog(store());
    await prune(store());
    expect(await indices(store(), 0, 258)).to.deep.equal([3, 256, 257]);
    expect((await store().heads())[0]).to.deep.include({ size: 260, pruned: 256 });
  });

  it('The indices of what is held are those of the entries, and none beyond the range asked for.', async () => {
    await holdLog(store());
    await prune(store());
    expect(await store().indicesWithin(melbourne(), 0, 258)).to.deep.equal([3, 256, 257]);
    expect(await store().indicesWithin(melbourne(), 4, 257)).to.deep.equal([256]);
    expect(await store().indicesWithin(melbourne(), 257, 9999)).to.deep.equal([257, 258, 259]);
    expect(await store().indicesWithin(shanghai(), 0, 258)).to.deep.equal([]);
  });

  it('A list of entries ends where one was pruned.', async () => {
    await holdLog(store());
    await prune(store());
    const at = async (from: number) =>
      (await store().entries(melbourne(), from, 9, 9999)).map((one) => one.index);
    expect(await at(0)).to.deep.equal([]);
    expect(await at(3)).to.deep.equal([3]);
    expect(await at(256)).to.deep.equal([256, 257, 258, 259]);
  });

  it('Leaf hashes end where an entry was pruned.', async () => {
    await holdLog(store());
    await prune(store());
    expect(await store().hashes(melbourne(), 0, 2, 3)).to.have.length(0);
    expect(await store().hashes(melbourne(), 0, 3, 3)).to.have.length(32);
    expect(await store().hashes(melbourne(), 0, 256, 3)).to.have.length(96);
  });

  it('Gaps come back in order, by their first entry.', async () => {
    await holdLog(store());
    await prune(store());
    expect(await store().gaps(melbourne(), 2, 16)).to.deep.equal([
      gap(2, 3),
      gap(4, 8),
      gap(8, 16),
    ]);
    expect(await store().gaps(shanghai(), 0, 16)).to.deep.equal([]);
  });

  it('Stamps in gaps are not found any more; those after it are, with what voids them.', async () => {
    await holdLog(store());
    await prune(store());
    expect(places(await store().stampPlaces([markerOf('m9x')], 9))).to.deep.equal([]);
    expect(places(await store().stampPlaces([markerOf('m257x')], 9))).to.have.length(1);
    const total = (await store().stampTotals({})).reduce((sum, one) => sum + one.count, 0);
    // 256, 257 and 259: the void at 258 cancels what is gone.
    expect(total).to.equal(3);
  });

  it('A type finds what stays of it.', async () => {
    await holdLog(store());
    await prune(store());
    const found = await store().entriesOfTypes(['stamp', 'leave', 'void'], null, 9);
    expect(found.map((one) => one.index)).to.deep.equal([3, 256, 257, 258, 259]);
  });

  it('A log that is not held is passed over.', async () => {
    await prune(store());
    expect(await store().heads()).to.deep.equal([]);
  });

  it('A log that comes with entries left out holds those that stay, and grows.', async () => {
    await store().ingestRanges([pruned(0, 256, [0, 3], [gap(1, 2), gap(2, 3), gap(4, 8)])]);
    expect(await indices(store(), 0, 256)).to.deep.equal([0, 3]);
    expect((await store().heads())[0]).to.deep.include({ size: 256, pruned: 256 });
    expect(await store().hashes(melbourne(), 1, 0, 1)).to.deep.equal(fill(7, 32));
    await store().ingestRanges([range(melbourne(), 256, [stamp({ marker: 'late' })])]);
    expect(places(await store().stampPlaces([markerOf('late')], 9))).to.have.length(1);
    expect(await indices(store(), 0, 300)).to.deep.equal([0, 3, 256]);
  });

  it('A range with entries left out takes the place of what was held from its start on.', async () => {
    await holdLog(store());
    await store().ingestRanges([pruned(256, 512, [300], [gap(256, 288), gap(320, 512)])]);
    expect(await indices(store(), 255, 512)).to.deep.equal([255, 300]);
    expect((await store().heads())[0]).to.deep.include({ size: 512, pruned: 512 });
    expect(places(await store().stampPlaces([markerOf('m257x')], 9))).to.deep.equal([]);
    const total = (await store().stampTotals({})).reduce((sum, one) => sum + one.count, 0);
    // 256 entries but for the leave; the void of stamp 4 is gone.
    expect(total).to.equal(255);
  });

  it('A range with entries left out that does not follow on what is held is refused.', async () => {
    const error = await rejection(store().ingestRanges([pruned(256, 512, [300], [])]));
    expect(error).to.be.instanceOf(StoreError);
    expect((error as StoreError).code).to.equal('RANGE_CONFLICT');
    expect(await store().heads()).to.deep.equal([]);
  });

  it('A log that is cut at the edge of a gap keeps the gaps before it, and goes on from there.', async () => {
    await holdLog(store());
    await prune(store());
    const fork = { ...melbourne(), common: 64, proof: fill(9, 9) };
    const cut = {
      ...head(melbourne(), 64, { checkpointSize: 260, proof: fill(8, 64) }),
      pruned: 64,
    };
    await store().freezeLog({ fork, head: cut, dropped: [], strays: { drop: [], add: [] } });
    expect(await store().heads()).to.deep.equal([cut]);
    expect(await store().gaps(melbourne(), 0, 260)).to.deep.equal(GAPS.slice(0, 6));
    expect(await indices(store(), 0, 260)).to.deep.equal([3]);
    expect(await store().hashes(melbourne(), 1, 0, 1)).to.have.length(0);
    await store().ingestRanges([range(melbourne(), 64, [stamp({ marker: 'next' })])]);
    expect(await indices(store(), 0, 260)).to.deep.equal([3, 64]);
    expect((await store().heads())[0]).to.deep.include({ size: 65 });
  });

  it('What shows what stays is kept with the head, until the log is pruned further or without it.', async () => {
    const sum = fill(6, 900);
    const { head: whole, ...rest } = pruned(0, 256, [0, 3], [gap(1, 2), gap(2, 3), gap(4, 8)]);
    await store().ingestRanges([{ ...rest, head: { ...whole, sum } }]);
    expect((await store().heads())[0]).to.deep.equal({ ...whole, sum });
    const grown = { ...head(melbourne(), 513), pruned: 256 };
    const more = Array.from({ length: 256 }, (_, i) => stamp({ marker: `n${i}x` }));
    await store().ingestRanges([
      range(melbourne(), 256, more, { head: { ...grown, size: 512, sum } }),
    ]);
    expect((await store().heads())[0]).to.deep.include({ size: 512, sum });
    await store().pruneLog({ ...melbourne(), before: 512, gaps: [gap(256, 512)] });
    const [further] = await store().heads();
    expect(further).to.include({ size: 512, pruned: 512 }).and.not.have.property('sum');
    await store().freezeLog({
      fork: { ...melbourne(), common: 512, proof: fill(9, 9) },
      head: { ...grown, size: 512, pruned: 512, sum },
      ...{ dropped: [], strays: { drop: [], add: [] } },
    });
    expect((await store().heads())[0]).to.deep.include({ pruned: 512, sum });
    await store().ingestRanges([
      range(melbourne(), 512, [leave()], { head: { ...grown, pruned: 512 } }),
    ]);
    expect((await store().heads())[0])
      .to.include({ size: 513 })
      .and.not.have.property('sum');
  });

  it('A log that is dropped leaves no gaps.', async () => {
    await holdLog(store());
    await prune(store());
    await store().dropLogs([melbourne()]);
    await holdLog(store());
    expect(await store().gaps(melbourne(), 0, 256)).to.deep.equal([]);
    expect(await indices(store(), 0, 4)).to.deep.equal([0, 1, 2, 3]);
  });
}
