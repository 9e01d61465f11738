import {
  BAD_STAMPS_MAX,
  countStamps,
  type FoundStamp,
  openChecks,
  type SpaceId,
  type StampUsage,
  StampWalk,
  stampChecks,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { TEST_INSTANT, testBytes, testSpaceId } from '../support/fixed.js';
import { holderSeed, makeProof, SHANGHAI, SYDNEY } from '../support/visas.js';
import { ADA, ISSUING_KEYS, makeStamp, proofOf, usageOf, verified } from './stamp-samples.js';

const AUCKLAND = testSpaceId('auckland');

/** A stamp whose evidence fits in all but its signature. */
function forged(host: SpaceId, k: number, index: number): FoundStamp {
  const nonce = testBytes(`forged/${host}/${index}`, 8);
  const proof = makeProof({ time: TEST_INSTANT, nonce }, { seed: holderSeed('mallory') });
  return makeStamp({ host, k, index, proof });
}

/** Two honest logs with a strike or two, and one that is passed over in its middle. */
const POOL: readonly FoundStamp[] = [
  ...[0, 2, 4, 6].map((k) => makeStamp({ host: SHANGHAI, k, index: k + 10, day: k })),
  forged(SHANGHAI, 3, 12),
  makeStamp({ host: SHANGHAI, k: 7, index: 5, sealedFor: SYDNEY }),
  ...[1, 3, 5].map((k) => makeStamp({ host: SYDNEY, k, index: 9 - k, day: k })),
  makeStamp({ host: SYDNEY, k: 8, index: 20, proof: proofOf(0, 'twice') }),
  makeStamp({ host: SYDNEY, k: 9, index: 21, proof: proofOf(0, 'twice') }),
  ...[2, 0, 9, 1, 5].map((k, at) => forged(AUCKLAND, k, 30 + at)),
  makeStamp({ host: AUCKLAND, k: 10, index: 3, day: 4 }),
  makeStamp({ host: AUCKLAND, k: 6, index: 31, proof: proofOf(4, 'between') }),
  makeStamp({ host: AUCKLAND, k: 0, index: 40, day: 6 }),
];

const some = fc.shuffledSubarray([...POOL]);

interface Walked {
  readonly usage: StampUsage;
  /** Stamps read in vain, by host. */
  readonly failed: ReadonlyMap<SpaceId, number>;
  readonly read: number;
}

/** Walks through what was found, reading only what is due. */
function walkThrough(found: readonly FoundStamp[]): Walked {
  const walk = new StampWalk(found);
  const results = new Map<string, boolean>();
  const failed = new Map<SpaceId, number>();
  for (let due = walk.due(); due.length > 0; due = walk.due()) {
    const stamps = found.filter((one) => due.includes(one));
    const checked = stampChecks(stamps, ADA, ISSUING_KEYS);
    for (const one of openChecks(checked, results)) results.set(one.id, verified(one));
    for (const { stamp, flaw, proof } of checked) {
      if (flaw === null && proof !== null && results.get(proof.id)) continue;
      failed.set(stamp.host, (failed.get(stamp.host) ?? 0) + 1);
    }
    walk.add(checked, results);
  }
  return { usage: countStamps(walk.checked, results), failed, read: walk.checked.length };
}

function effect({ days, stamps }: StampUsage): Pick<StampUsage, 'days' | 'stamps'> {
  return { days, stamps };
}

function passedOver(usage: StampUsage): readonly string[] {
  return usage.rejected
    .filter((one) => one.flaw === 'passed-over')
    .map(({ stamp }) => `${stamp.host}/${stamp.index}`);
}

describe('the walk through found stamps', function () {
  this.timeout(60_000);

  it('STAMP-10: says the same as all stamps together, in whatever order they were found', () => {
    fc.assert(
      fc.property(some, (found) => {
        expect(effect(walkThrough(found).usage)).to.deep.equal(effect(usageOf(found)));
      }),
    );
  });

  it('STAMP-10: checks no more than three stamps of a log in vain', () => {
    fc.assert(
      fc.property(some, (found) => {
        for (const count of walkThrough(found).failed.values()) {
          expect(count).to.be.at.most(BAD_STAMPS_MAX);
        }
      }),
    );
  });

  it('STAMP-10: what a log does later takes nothing from what stands before it', () => {
    fc.assert(
      fc.property(some, fc.nat(45), (found, size) => {
        const before = found.filter((one) => one.index < size);
        const late = new Set(found.filter((one) => one.index >= size));
        const names = new Set([...late].map((one) => `${one.host}/${one.index}`));
        const ofAll = passedOver(usageOf(found)).filter((name) => !names.has(name));
        expect(passedOver(usageOf(before))).to.deep.equal(ofAll);
      }),
    );
  });

  it('STAMP-10: of 5,000 worthless stamps three are read, wherever they stand', () => {
    const [sample] = [makeStamp({ host: AUCKLAND, k: 0, proof: null })];
    const noise = Array.from({ length: 5000 }, (_, index) => ({ ...sample, index: index + 1 }));
    const honest = [
      makeStamp({ host: AUCKLAND, k: 1, index: 0 }),
      makeStamp({ host: SYDNEY, k: 2 }),
    ];
    const { usage, read } = walkThrough([...noise, ...honest]);
    expect(usage.days.map((one) => one.k)).to.have.members([1, 2]);
    expect(read).to.equal(5);
  });

  it('reads nothing of nothing, and leaves out what its caller leaves out', () => {
    expect(new StampWalk([]).due()).to.deep.equal([]);
    const walk = new StampWalk([0, 1, 2, 3].map((k) => makeStamp({ host: SYDNEY, k })));
    expect(walk.due().map((one) => one.k)).to.deep.equal([0, 1, 2]);
    expect(walk.due().map((one) => one.k)).to.deep.equal([3]);
    expect(walk.due()).to.deep.equal([]);
    expect(walk.checked).to.deep.equal([]);
    const stranger = stampChecks([makeStamp({ host: SHANGHAI, k: 0 })], ADA, ISSUING_KEYS);
    expect(() => walk.add(stranger, new Map())).to.throw(RangeError, 'is not walked');
  });
});
