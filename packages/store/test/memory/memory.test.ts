import { openMemoryStore } from '@covisa/store';
import { expect } from 'chai';
import { storeContract } from '../contract.js';
import { head, leave, markerOf, melbourne, range, stamp, visit } from '../support/makers.js';
import { places } from '../support/outcomes.js';

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
