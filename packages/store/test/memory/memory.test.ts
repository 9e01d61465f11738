import { openMemoryStore } from '@covisa/store';
import { expect } from 'chai';
import { storeContract } from '../contract.js';
import {
  head,
  leave,
  markerOf,
  melbourne,
  newEntry,
  range,
  stamp,
  visit,
} from '../support/makers.js';
import { places } from '../support/outcomes.js';

const ENTRY = newEntry(leave());

storeContract('memory', async () => openMemoryStore());

describe('A snapshot of the memory store', () => {
  it('A snapshot holds what the store held then, whatever is stored later.', async () => {
    const store = openMemoryStore();
    await store.appendOwn(range(melbourne(), 0, [stamp()]), { visits: [visit('v')] });
    const snapshot = store.snapshot();
    await store.appendOwn(range(melbourne(), 1, [stamp(), leave()]), { visits: [visit('w')] });
    await store.putSetting('token', new Uint8Array(1));
    const restored = openMemoryStore(snapshot);
    expect(await restored.heads()).to.deep.equal([head(melbourne(), 1)]);
    expect(places(await restored.stampPlaces([markerOf('m')], 9))).to.deep.equal(['Maa/0/0']);
    expect(await restored.visit('w')).to.equal(null);
    const [{ date }] = [visit('v')];
    expect((await restored.visits(date, date)).map(({ id }) => id)).to.deep.equal(['v']);
    expect((await store.visits(date, date)).map(({ id }) => id)).to.deep.equal(['v', 'w']);
    expect((await restored.stampTotals({})).map(({ count }) => count)).to.deep.equal([1]);
    expect((await store.stampTotals({})).map(({ count }) => count)).to.deep.equal([2]);
    expect(await restored.setting('token')).to.equal(null);
  });

  it('Stores that were opened from one snapshot go their own ways.', async () => {
    const snapshot = openMemoryStore().snapshot();
    const [left, right] = [openMemoryStore(snapshot), openMemoryStore(snapshot)];
    await left.ingestRanges([range(melbourne(), 0, [stamp()])]);
    await right.ingestRanges([range(melbourne(), 0, [leave(), leave()])]);
    expect(await left.heads()).to.deep.equal([head(melbourne(), 1)]);
    expect(await right.heads()).to.deep.equal([head(melbourne(), 2)]);
    expect(await openMemoryStore(snapshot).heads()).to.deep.equal([]);
  });
});

describe('A log of many entries in the memory store', () => {
  it('gives all hashes at once, and all entries of a type.', async () => {
    const store = openMemoryStore();
    const size = 200_000;
    const entries = Array.from({ length: size }, () => ENTRY);
    await store.ingestRanges([
      range(melbourne(), 0, [], { entries, head: head(melbourne(), size) }),
    ]);
    expect(await store.hashes(melbourne(), 0, 0, size)).to.have.length(32 * size);
    expect(await store.entriesOfTypes(['leave'], null, size)).to.have.length(size);
  });
});
