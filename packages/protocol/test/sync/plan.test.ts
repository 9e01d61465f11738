import {
  encodeCheckpoint,
  encodeHeartbeat,
  FILL_BYTES_MIN,
  type FrontierLine,
  fillRanges,
  logKeyOf,
  planExchange,
  RANGE_HEADER_BYTES,
  RANGE_PROOF_BYTES,
  type RangeOffer,
  type SyncRange,
  type SyncWant,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { hash32, lineOf, space } from './sync-samples.js';

const NOTHING = { wants: [], pushes: [], heartbeats: [], forks: [], disagreements: [] };

function want(seed: number, from: number): object {
  return { space: space(seed), incarnation: 0, from };
}

function log(seed: number): object {
  return { space: space(seed), incarnation: 0 };
}

describe('the plan of an exchange', () => {
  it('has nothing to do for equal frontiers', () => {
    const lines = [lineOf(1, 5), lineOf(2, 6)];
    expect(planExchange(lines, [...lines].reverse(), true)).to.deep.equal(NOTHING);
  });

  it('wants from my size on what the peer has more of, and pushes from its size on what I have', () => {
    const plan = planExchange([lineOf(1, 5), lineOf(2, 9)], [lineOf(1, 7), lineOf(2, 6)], true);
    expect(plan).to.deep.equal({ ...NOTHING, wants: [want(1, 5)], pushes: [want(2, 6)] });
  });

  it('wants a log that I do not hold from its start', () => {
    const plan = planExchange([], [lineOf(1, 7), lineOf(2, 0)], true);
    expect(plan).to.deep.equal({ ...NOTHING, wants: [want(1, 0)] });
  });

  it('pushes what is missing from a full frontier, but not from a partial one', () => {
    expect(planExchange([lineOf(1, 7)], [], true).pushes).to.deep.equal([want(1, 0)]);
    expect(planExchange([lineOf(1, 7)], [], false)).to.deep.equal(NOTHING);
  });

  it('brings a later heartbeat to the side that lacks it, without entries', () => {
    const earlier = [lineOf(1, 7, 20_000)];
    const later = [lineOf(1, 7, 20_001)];
    expect(planExchange(earlier, later, true)).to.deep.equal({ ...NOTHING, wants: [want(1, 7)] });
    expect(planExchange(later, earlier, true)).to.deep.equal({ ...NOTHING, heartbeats: [log(1)] });
  });

  it('names a log that is of one size with two roots', () => {
    const plan = planExchange([lineOf(1, 7)], [lineOf(1, 7, 20_000, 1)], true);
    expect(plan).to.deep.equal({ ...NOTHING, disagreements: [log(1)] });
  });

  it('counts a log that is named twice once', () => {
    const plan = planExchange([], [lineOf(1, 7), lineOf(1, 9), lineOf(1, 7)], true);
    expect(plan.wants).to.deep.equal([want(1, 0)]);
  });

  it('wants at most as many logs as one message takes', () => {
    const theirs = Array.from({ length: 2_100 }, (_, i) => lineOf(i, 1));
    expect(planExchange([], theirs, true).wants).to.have.length(2_000);
    const isLast = ({ space }: SyncWant) => space === theirs.at(-1)?.space;
    expect(planExchange([], theirs, true, isLast).wants).to.have.length(1);
  });

  it('is mirrored: what one side wants is what the other would push', () => {
    const sizes = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 8 });
    fc.assert(
      fc.property(sizes, (both) => {
        const of = (side: 0 | 1): FrontierLine[] =>
          both.flatMap((pair, i) => (pair[side] > 0 ? [lineOf(i, pair[side])] : []));
        const [a, b] = [of(0), of(1)];
        const fromA = planExchange(a, b, true);
        const fromB = planExchange(b, a, true);
        const names = (wants: readonly { space: string; from: number }[]): string[] =>
          wants.map((one) => `${one.space} ${one.from}`).sort();
        expect(names(fromA.wants)).to.deep.equal(names(fromB.pushes));
        expect(names(fromA.pushes)).to.deep.equal(names(fromB.wants));
      }),
    );
  });
});

describe('filling a message with ranges', () => {
  function offer(seed: number, from: number, lengths: readonly number[], more = 0): RangeOffer {
    return {
      space: space(seed),
      incarnation: 0,
      from,
      size: from + lengths.length + more,
      lengths,
    };
  }
  const HEAD = RANGE_HEADER_BYTES + RANGE_PROOF_BYTES;

  it('takes whole logs while there is room, those with the fewest entries first', () => {
    const filled = fillRanges([offer(1, 0, [100, 100, 100]), offer(2, 4, [100])], {
      bytes: 1_000_000,
    });
    expect(filled).to.deep.equal([
      { space: space(2), incarnation: 0, from: 4, count: 1, complete: true },
      { space: space(1), incarnation: 0, from: 0, count: 3, complete: true },
    ]);
  });

  it('cuts a log where the bytes end, and says that it goes on', () => {
    const filled = fillRanges([offer(1, 7, [100, 100, 100])], { bytes: HEAD + 202 });
    expect(filled).to.deep.equal([
      { space: space(1), incarnation: 0, from: 7, count: 2, complete: false },
    ]);
  });

  it('does not call a range complete if more entries were not looked up', () => {
    const [filled] = fillRanges([offer(1, 0, [10, 10], 5)], { bytes: 100_000 });
    expect(filled).to.deep.include({ count: 2, complete: false });
  });

  it('keeps to the caps on entries, ranges and header bytes', () => {
    const offers = Array.from({ length: 5 }, (_, i) => offer(i, 0, [10, 10]));
    const counts = (caps: object): number[] =>
      fillRanges(offers, { bytes: 1_000_000, ...caps }).map((one) => one.count);
    expect(counts({ entries: 5 })).to.deep.equal([2, 2, 1]);
    expect(counts({ ranges: 3 })).to.deep.equal([2, 2, 2]);
    expect(counts({ headerBytes: HEAD + RANGE_HEADER_BYTES })).to.deep.equal([2, 2]);
  });

  it('continues to the end in any steps, and never above its caps', () => {
    const logs = fc.array(
      fc.array(fc.integer({ min: 2, max: 16_384 }), { minLength: 1, maxLength: 8 }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(logs, fc.integer({ min: FILL_BYTES_MIN, max: 80_000 }), (lengths, bytes) => {
        const at = lengths.map(() => 0);
        for (let round = 0; round < 60; round++) {
          const offers = lengths.flatMap((all, i) => {
            const from = at[i] ?? 0;
            return from < all.length ? [offer(i, from, all.slice(from))] : [];
          });
          if (offers.length === 0) return;
          const filled = fillRanges(offers, { bytes });
          expect(filled).not.to.deep.equal([]);
          let used = 0;
          for (const one of filled) {
            const i = lengths.findIndex((_, seed) => space(seed) === one.space);
            const from = at[i] ?? 0;
            expect(one.from).to.equal(from);
            const sent = (lengths[i] ?? []).slice(from, from + one.count);
            used += RANGE_HEADER_BYTES + sent.reduce((sum, length) => sum + length + 1, 0);
            if (!one.complete) used += RANGE_PROOF_BYTES;
            at[i] = from + one.count;
          }
          expect(used).to.be.at.most(bytes);
        }
        throw new Error('expected the end within 60 messages');
      }),
    );
  });

  it('counts no less than a range really takes of the header', () => {
    const id = { space: space(1), incarnation: 0xffff_ffff };
    const claims = { log: id, size: 2 ** 40, root: new Uint8Array(32).fill(255) };
    const [key, signature] = [new Uint8Array(32), new Uint8Array(64).fill(255)];
    const range: SyncRange = {
      ...id,
      from: 2 ** 40,
      count: 16_384,
      checkpoint: encodeCheckpoint(claims, key, signature),
      heartbeat: encodeHeartbeat(id, key, 253_402_300_799, signature),
    };
    const bytes = Buffer.byteLength(`${JSON.stringify(range)},`);
    expect(bytes).to.be.at.most(RANGE_HEADER_BYTES);
    const proof = Array<string>(41).fill(hash32(1));
    const more = Buffer.byteLength(`${JSON.stringify({ ...range, proof })},`) - bytes;
    expect(more).to.be.at.most(RANGE_PROOF_BYTES);
  });
});

describe('the name of a log in a map', () => {
  it('is its space and its incarnation', () => {
    expect(logKeyOf({ space: space(1), incarnation: 2 })).to.equal(`${space(1)}/2`);
  });
});

describe('the plan of an exchange of logs that have forked', () => {
  const forkedLine = (size: number, common: number): FrontierLine => ({
    ...lineOf(1, size, 0),
    common,
  });
  const shelf = (size: number, root = 0): FrontierLine => ({
    ...{ space: space(1), incarnation: 2 ** 31, size, root: hash32(root), day: 0 },
  });

  it('wants the proof from who knows of less in common, and gives it to who does not', () => {
    const [knowing, other] = [[forkedLine(5, 5)], [lineOf(1, 5, 0)]];
    const proof = { ...want(1, 0), fork: true };
    expect(planExchange(other, knowing, true)).to.deep.equal({ ...NOTHING, wants: [proof] });
    expect(planExchange(knowing, other, true)).to.deep.equal({ ...NOTHING, forks: [log(1)] });
    expect(planExchange(knowing, knowing, true)).to.deep.equal(NOTHING);
    expect(planExchange(knowing, [forkedLine(5, 3)], true).wants).to.deep.equal([proof]);
  });

  it('gives it with the log to who has nothing of either', () => {
    const plan = planExchange([forkedLine(5, 5)], [], true);
    expect(plan).to.deep.equal({ ...NOTHING, pushes: [want(1, 0)], forks: [log(1)] });
  });

  it('wants and pushes no more of it than what is common', () => {
    const ahead = [lineOf(1, 9, 0)];
    expect(planExchange([forkedLine(5, 5)], ahead, true).wants).to.deep.equal([]);
    expect(planExchange([forkedLine(3, 5)], ahead, true).wants).to.deep.equal([want(1, 3)]);
    expect(planExchange(ahead, [forkedLine(5, 5)], true).pushes).to.deep.equal([]);
    expect(planExchange(ahead, [forkedLine(3, 5)], true).pushes).to.deep.equal([want(1, 3)]);
  });

  it('exchanges shelves that differ whole, in both directions', () => {
    const of = { space: space(1), incarnation: 2 ** 31, from: 0 };
    expect(planExchange([shelf(3, 1)], [shelf(3, 1)], true)).to.deep.equal(NOTHING);
    expect(planExchange([shelf(3, 1)], [shelf(2, 2)], true)).to.deep.equal({
      ...{ ...NOTHING, wants: [of], pushes: [of] },
    });
    expect(planExchange([], [shelf(2, 2)], true)).to.deep.equal({ ...NOTHING, wants: [of] });
    expect(planExchange([shelf(2, 2)], [], true)).to.deep.equal({ ...NOTHING, pushes: [of] });
  });
});
