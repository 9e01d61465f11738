import { type FoundStamp, firstUnusedIndex, type StampUsage } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { testSpaceId } from '../support/fixed.js';
import { SHANGHAI, SYDNEY } from '../support/visas.js';
import { dateAfter, grantFor, makeStamp, proofOf, usageOf } from './stamp-samples.js';

const AUCKLAND = testSpaceId('auckland');

/** Good, shared, forged, voided, doubled, granted and late stamps in three logs. */
const POOL: readonly FoundStamp[] = [
  makeStamp({ host: SHANGHAI, k: 0, index: 3 }),
  makeStamp({ host: SHANGHAI, k: 1, index: 4, day: 1, proof: proofOf(1, 'shared') }),
  makeStamp({ host: SYDNEY, k: 1, index: 1, day: 1, proof: proofOf(1, 'shared') }),
  makeStamp({ host: SYDNEY, k: 2, index: 2, day: 2 }),
  makeStamp({ host: AUCKLAND, k: 2, index: 7, day: 2, voids: [dateAfter(3)] }),
  makeStamp({ host: AUCKLAND, k: 3, index: 8, day: 2, proof: proofOf(2, 'again') }),
  makeStamp({ host: AUCKLAND, k: 4, index: 9, day: 2, proof: proofOf(2, 'again') }),
  makeStamp({ host: AUCKLAND, k: 5, index: 10, proof: null }),
  makeStamp({ host: AUCKLAND, k: 6, index: 11, sealedFor: SYDNEY }),
  makeStamp({ host: AUCKLAND, k: 7, index: 12, day: 3 }),
  makeStamp({ host: SYDNEY, k: 8, index: 5, day: -9, proof: null, grant: grantFor(SYDNEY, 8, -9) }),
  makeStamp({ host: SHANGHAI, k: 9, index: 6, entry: { kind: 'paid', weight: 0.5 } }),
  makeStamp({ host: SHANGHAI, k: 0, index: 0, incarnation: 1, proof: proofOf(0, 'next') }),
];

/** Some stamps of the pool, in some order, some of them twice. */
const delivery = fc.array(fc.constantFrom(...POOL), { maxLength: 30 });

function unique(found: readonly FoundStamp[]): readonly FoundStamp[] {
  return POOL.filter((one) => found.includes(one));
}

describe('counting, whatever the order', function () {
  this.timeout(60_000);

  it('STAMP-14: order and copies of the same stamps make no difference', () => {
    fc.assert(
      fc.property(delivery, (found) => {
        expect(usageOf(found)).to.deep.equal(usageOf(unique(found)));
      }),
    );
  });

  it('STAMP-14: voids that arrive with another copy of a stamp add up', () => {
    const stamp = makeStamp({ host: SHANGHAI, k: 0 });
    const voided = { ...stamp, voids: [dateAfter(1)] };
    expect(usageOf([stamp, voided])).to.deep.equal(usageOf([voided, stamp]));
    expect(usageOf([stamp, voided]).days).to.deep.equal([]);
  });

  it('STAMP-14: voids stand in the order of their dates, whichever copy came first', () => {
    const stamp = makeStamp({ host: SHANGHAI, k: 0 });
    const copies = [2, 1].map((days) => ({ ...stamp, voids: [dateAfter(days)] }));
    const voids = (usage: StampUsage) => usage.stamps.map((one) => one.stamp.voids);
    const sorted = [[dateAfter(1), dateAfter(2)]];
    expect(voids(usageOf(copies))).to.deep.equal(sorted);
    expect(voids(usageOf(copies.toReversed()))).to.deep.equal(sorted);
  });

  it('STAMP-11: no host and date is twice in a usage, and each day is of a stamp that counts', () => {
    fc.assert(
      fc.property(delivery, (found) => {
        const usage = usageOf(found);
        const names = usage.days.map((one) => `${one.host} ${one.date}`);
        expect(new Set(names).size).to.equal(names.length);
        const counted = usage.stamps.filter((one) => !one.voided).length;
        expect(usage.days.length).to.be.at.most(counted);
        expect(usage.stamps.length + usage.rejected.length).to.equal(unique(found).length);
      }),
    );
  });

  it('the first unused index is free, and all below are taken', () => {
    fc.assert(
      fc.property(delivery, (found) => {
        const usage = usageOf(found);
        const used = usage.stamps.map((one) => one.stamp.k);
        const first = firstUnusedIndex(usage);
        expect(used).to.not.include(first);
        for (let k = 0; k < first; k++) expect(used).to.include(k);
      }),
    );
  });

  it('the whole pool adds up to six days, one of them at its own host alone', () => {
    const usage = usageOf(POOL);
    const days = usage.days.map(
      (one) => `${one.date} ${one.k} ${one.kind} ${one.weight}${one.shared ? ' shared' : ''}`,
    );
    expect(days).to.deep.equal([
      '2026-05-03 8 free 1',
      '2026-05-12 0 free 1',
      '2026-05-13 1 free 1',
      '2026-05-13 1 free 1 shared',
      '2026-05-14 2 free 1',
      '2026-05-14 3 free 1',
    ]);
  });
});
