/** Who keeps which shard: the same for all, evenly, and little moved when the roster changes. */

import { expect } from 'chai';
import { type Keeper, movedPlaces, type Plan, place } from '../../dist/sharding/placement.js';

const SMALL: Plan = { shards: 8, replicas: 3, slack: 0.25 };

function members(count: number, weight: (id: number) => number = () => 1): Keeper[] {
  return Array.from({ length: count }, (_, id) => ({ id, weight: weight(id) }));
}

/** How many shards each id keeps. */
function loads(table: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of table) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

describe('Placement by marker', () => {
  it('gives eight shards to six members as everybody else computes it', () => {
    const table = place(members(6), SMALL);
    expect([...table.subarray(0, 12)]).to.deep.equal([0, 1, 4, 5, 2, 0, 3, 5, 2, 1, 5, 2]);
    expect([...table.subarray(12)]).to.deep.equal([3, 2, 0, 2, 3, 5, 0, 1, 3, 5, 4, 3]);
  });

  it('is the same in whatever order the roster is read', () => {
    const forward = place(members(50), { ...SMALL, shards: 64, slack: 64 });
    const backward = place(members(50).reverse(), { ...SMALL, shards: 64, slack: 64 });
    expect(backward).to.deep.equal(forward);
  });

  it('gives each shard to different members', () => {
    const table = place(members(4), { shards: 256, replicas: 4, slack: 0.25 });
    for (let at = 0; at < table.length; at += 4) {
      expect([...table.subarray(at, at + 4)].sort()).to.deep.equal([0, 1, 2, 3]);
    }
  });

  it('gives nobody more than a quarter over its share', () => {
    // 4,096 shards × 5 keepers ÷ 100 members = 204.8, and a quarter more: 256.
    const table = place(members(100), { shards: 4096, replicas: 5, slack: 0.25 });
    expect(Math.max(...loads(table).values())).to.equal(256);
    const free = place(members(100), { shards: 4096, replicas: 5, slack: 4096 });
    expect(Math.max(...loads(free).values())).to.equal(277);
  });

  it('gives nothing to nodes that nobody can call, and half to those of half the weight', () => {
    const weights = [0, 0.5, 1];
    const keepers = members(90, (id) => weights[id % 3] ?? 0);
    const counts = loads(place(keepers, { shards: 8192, replicas: 3, slack: 0.1 }));
    const sums = [0, 0, 0];
    for (const [id, count] of counts) sums[id % 3] = (sums[id % 3] ?? 0) + count;
    expect(sums[0]).to.equal(0);
    expect((sums[1] ?? 0) / (sums[2] ?? 1)).to.be.within(0.4, 0.6);
  });

  it('moves little more than the share of one member of a hundred that leaves', () => {
    const plan: Plan = { shards: 4096, replicas: 5, slack: 0.25 };
    const before = place(members(100), plan);
    const after = place(
      members(100).filter(({ id }) => id !== 42),
      plan,
    );
    const own = before.filter((id) => id === 42).length;
    const moved = movedPlaces(before, after, 5);
    expect(moved).to.be.within(own, 2 * own);
    expect(movedPlaces(before, before, 5)).to.equal(0);
  });

  it('refuses a roster with fewer members than a shard has keepers', () => {
    expect(() =>
      place(
        members(9, (id) => (id < 2 ? 1 : 0)),
        SMALL,
      ),
    ).to.throw(RangeError, 'expected 3 at least, got 2');
  });
});
