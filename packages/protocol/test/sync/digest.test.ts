import { FrontierDigest, frontierBytes, frontierDigest } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { frontierLines, lineOf } from './sync-samples.js';

const distinct = fc.uniqueArray(frontierLines, {
  selector: (line) => `${line.space}/${line.incarnation}`,
  maxLength: 20,
});

describe('the digest of a frontier', () => {
  it('SYNC-2: is over lines of 80 bytes: space, incarnation, size, root, day', () => {
    const bytes = frontierBytes({ ...lineOf(1, 258, 20_000), incarnation: 3 });
    expect(bytes.length).to.equal(80);
    expect(Buffer.from(bytes.slice(32, 44)).toString('hex')).to.equal('000000030000000000000102');
    expect(Buffer.from(bytes.slice(76)).toString('hex')).to.equal('00004e20');
  });

  it('SYNC-2: has these known values', () => {
    expect(frontierDigest([])).to.equal('tuF4szfnMRE4bFwIS9t1pjHmLhft1kMEWIXDwnPmd8g');
    expect(frontierDigest([lineOf(1, 5), lineOf(2, 6)])).to.equal(
      'bSuHME0b5Gqax5f279xs1sAjlKfplI3FJ4euDD-dIQI',
    );
  });

  it('SYNC-2: is the same for any order of the lines', () => {
    const shuffled = distinct.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
    );
    fc.assert(
      fc.property(shuffled, ([lines, other]) => {
        expect(frontierDigest(other)).to.equal(frontierDigest(lines));
      }),
    );
  });

  it('SYNC-2: changes with any member of any line, and with any line more or less', () => {
    const base = [lineOf(1, 5), lineOf(2, 6)];
    const first = lineOf(1, 5);
    const others = [
      [lineOf(3, 5), lineOf(2, 6)],
      [{ ...first, incarnation: 1 }, lineOf(2, 6)],
      [{ ...first, size: 6 }, lineOf(2, 6)],
      [lineOf(1, 5, 20_000, 1), lineOf(2, 6)],
      [lineOf(1, 5, 20_001), lineOf(2, 6)],
      [first],
      [...base, lineOf(3, 0)],
      [],
      [{ ...first, common: 5 }, lineOf(2, 6)],
      [{ ...first, common: 4 }, lineOf(2, 6)],
    ];
    const digests = [base, ...others].map((lines) => frontierDigest(lines));
    expect(new Set(digests).size).to.equal(11);
  });

  it('SYNC-2: forgets what it knew of a fork, where the log is known as whole again', () => {
    const kept = new FrontierDigest([{ ...lineOf(1, 5), common: 5 }]);
    kept.digest();
    kept.set(lineOf(1, 5));
    expect(kept.digest()).to.equal(frontierDigest([lineOf(1, 5)]));
    kept.set({ ...lineOf(1, 5), common: 3 });
    kept.remove(lineOf(1, 5));
    expect(kept.digest()).to.equal(frontierDigest([]));
  });

  it('is the same whether it was kept up to date or made anew', () => {
    fc.assert(
      fc.property(distinct, distinct, fc.array(fc.nat(19)), (before, changes, removed) => {
        const kept = new FrontierDigest(before);
        const held = new Map(before.map((line) => [`${line.space}/${line.incarnation}`, line]));
        kept.digest();
        for (const line of changes) {
          kept.set(line);
          held.set(`${line.space}/${line.incarnation}`, line);
        }
        for (const which of removed) {
          const line = before[which];
          if (line === undefined) continue;
          kept.remove(line);
          held.delete(`${line.space}/${line.incarnation}`);
        }
        expect(kept.digest()).to.equal(frontierDigest(held.values()));
        for (const line of held.values()) {
          const grown = { ...line, size: line.size + 1 };
          kept.set(grown);
          held.set(`${line.space}/${line.incarnation}`, grown);
        }
        expect(kept.digest()).to.equal(frontierDigest(held.values()));
      }),
    );
  });
});
