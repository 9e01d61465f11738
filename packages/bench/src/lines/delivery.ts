/** The line `delivery`: in how many rounds a stamp comes to all nodes of a large programme. */

import type { BenchLine, LineOptions, LineResult } from '../harness/line.js';
import { toRatio } from '../harness/ratio.js';
import { percentile } from '../harness/statistics.js';
import { deliveries } from './delivery/deliveries.js';

const FULL = { spaces: 1000, stamps: 100 };
const QUICK = { spaces: 64, stamps: 20 };

async function run({ quick, say }: LineOptions): Promise<LineResult> {
  const size = quick ? QUICK : FULL;
  const { stamps, idleBytes, bytes, rounds } = await deliveries(size, say);
  const toAll = stamps.map((one) => one.toAll);
  const toHome = stamps.map((one) => one.toHome);
  const plain = { against: 'the bound', unit: 'rounds', value: 'ours' } as const;
  return {
    ratios: [
      toRatio({
        ...{ ...plain, name: `to all ${size.spaces} nodes, p99`, ours: percentile(toAll, 99) },
        wanted: { atMost: Math.log2(size.spaces) + 4 },
      }),
      toRatio({
        ...{ ...plain, name: 'to the home, p99', ours: percentile(toHome, 99) },
        wanted: { atMost: 1 },
      }),
    ],
    figures: {
      'to all nodes, p50, rounds': percentile(toAll, 50),
      'to the home, p50, rounds': percentile(toHome, 50),
      'traffic of a node while nothing is new, bytes a round': idleBytes / size.spaces,
      'traffic of a node for a stamp, bytes':
        (bytes - idleBytes * rounds) / (size.spaces * size.stamps),
    },
    notes: NOTES,
  };
}

const NOTES = [
  'Simulated: real engines over stores in memory, under virtual time; all in one programme, all ' +
    'with addresses; 50 ms one way in the mean, no losses.',
  'A round is the mean time between two syncs that one node starts with a random peer: a minute. ' +
    'A stamp is pushed at once to its home and to three random peers; nobody pushes it on: the ' +
    "others come by it in syncs by the clock, theirs or their peers'.",
  'Counted from the answer at the desk, up to the next tenth of a round. The stamps come at random ' +
    'hosts within two rounds, so that several are under way at once.',
];

/** The line. */
export const delivery: BenchLine = {
  name: 'delivery',
  title: 'Delivery of a stamp to all nodes',
  minutesMax: 30,
  run,
};
