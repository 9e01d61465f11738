import { expect } from 'chai';
import type { Outcome } from '../../dist/play/run.js';
import { figuresOf, quantile } from '../../dist/report/figures.js';
import { textOf } from '../../dist/report/text.js';

function outcome(seed: string, more: Partial<Outcome> = {}): Outcome {
  return {
    seed,
    spaces: 8,
    checkIns: 10,
    counts: { visit: 12, crash: 1 },
    faults: { lost: 3 },
    violations: [],
    rounds: 4,
    stamps: 5,
    bytes: 4000,
    verifications: { asked: 9, done: 2 },
    ...more,
  };
}

const PLAYED = [
  outcome('1'),
  outcome('2', { spaces: 60, rounds: 9, counts: { visit: 1, 'visit NOT_FREE': 1 } }),
  outcome('3', { spaces: 7, rounds: null, stamps: 0 }),
  outcome('4', { violations: [{ invariant: 'growth', at: 77, text: 'shrank' }] }),
  { seed: '5', broke: 'took too long' },
];

describe('A quantile', () => {
  it('is the smallest number that so many do not exceed', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).to.equal(2);
    expect(quantile([4, 1, 3, 2], 0.99)).to.equal(4);
    expect(quantile([4, 1, 3, 2], 0)).to.equal(1);
  });

  it('of nothing is nothing', () => expect(quantile([], 0.5)).to.equal(null));
});

describe('The figures of many runs', () => {
  it('add up what took place, and hold rounds against the size of the network', () => {
    expect(figuresOf(PLAYED)).to.deep.equal({
      seeds: 5,
      spaces: { min: 7, median: 8, max: 60 },
      checkIns: 40,
      stamps: 15,
      events: { crash: 3, visit: 37, 'visit NOT_FREE': 1 },
      faults: { lost: 12 },
      violations: [
        { seed: '4', invariant: 'growth', at: 77, text: 'shrank' },
        { seed: '5', invariant: 'no outcome', at: null, text: 'took too long' },
      ],
      rounds: {
        runs: 4,
        median: 4,
        p99: 9,
        byLog2Nodes: [
          { log2Nodes: 3, runs: 3, median: 4, p99: 4 },
          { log2Nodes: 6, runs: 1, median: 9, p99: 9 },
        ],
      },
      bytesPerStampAndNode: { median: 100, p99: 100 },
    });
  });

  it('read as text, a line each', () => {
    expect(textOf(figuresOf(PLAYED))).to.equal(
      [
        '5 seeds: 7 to 60 spaces, 40 check-ins, 15 stamps',
        'events: crash 3, visit 37, visit NOT_FREE 1',
        'faults of the line: lost 12',
        'rounds until all was equal: 4 (median), 9 (99 of 100)',
        '  about 2^3 nodes, 3 runs: 4 (median), 4 (99 of 100)',
        '  about 2^6 nodes, 1 runs: 9 (median), 9 (99 of 100)',
        'bytes per stamp and node: 100 (median), 100 (99 of 100)',
        'violations: 2',
        '  seed 4: growth: shrank',
        '  seed 5: no outcome: took too long',
        '',
      ].join('\n'),
    );
  });
});
