/** The line `idle-sync`: what a sync with nothing to say costs, by how many logs both hold. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { millisecondsOf } from '../harness/clock.js';
import type { BenchLine, LineOptions, LineResult, Ratio } from '../harness/line.js';
import { toRatio } from '../harness/ratio.js';
import { type Figures, type Round, sideBySide } from '../harness/rounds.js';
import { layOut, startTwoNodes, type TwoNodes } from '../programmes/two-nodes.js';

const BYTES_MAX = 400;
const WHOLE = { sizes: [10, 1000, 10_000], rounds: 25 };
const QUICK = { sizes: [10, 30, 100], rounds: 5 };
/**
 * The first syncs bring what one side lacks, so that each knows how far the other has told, and
 * what is new since the start: signs of life, keys, cosignatures.
 */
const WARM_UPS = 5;

type Name = 'bytesOut' | 'bytesIn' | 'milliseconds';

/** One sync; bodies of so few bytes are sent as they are, so that these are the bytes of bodies. */
async function idle(nodes: TwoNodes, isCounted: boolean): Promise<Figures<Name>> {
  let bytes = { bytesOut: 0, bytesIn: 0 };
  const milliseconds = await millisecondsOf(async () => {
    const { received, sent, rounds, bytesOut, bytesIn } = await nodes.sync();
    if (isCounted && (received + sent > 0 || rounds !== 1)) {
      throw new Error(`sync: expected nothing to say, got ${rounds} messages`);
    }
    bytes = { bytesOut, bytesIn };
  });
  return { ...bytes, milliseconds };
}

/** Starts two nodes for each size, and adds them to `running`. */
async function startAll(
  sizes: readonly number[],
  { scratch, say }: LineOptions,
  running: TwoNodes[],
): Promise<void> {
  for (const spaces of sizes) {
    say(`laying out ${spaces} logs`);
    const folder = join(scratch, String(spaces));
    mkdirSync(folder);
    const scene = await layOut({ folder, spaces, stamps: 0, lacking: 'one' });
    const nodes = await startTwoNodes(scene, false);
    running.push(nodes);
    await nodes.sync();
    const partners = await nodes.partners();
    if (partners !== spaces - 1) throw new Error(`programme: expected ${spaces}, got ${partners}`);
  }
}

function ratiosOf(sizes: readonly number[], found: readonly Figures<Name>[]): readonly Ratio[] {
  const ways = [
    ['bytesOut', 'bytes asked'],
    ['bytesIn', 'bytes answered'],
  ] as const;
  return ways.flatMap(([way, name]) => {
    const bytes = found.map((one) => one[way]);
    const least = Math.min(...bytes);
    const each = sizes.map((size, i) =>
      toRatio({
        ...{ name: `${name}, ${size} logs`, against: 'the bound', unit: 'bytes' },
        ...{ ours: bytes[i] ?? Number.NaN, value: 'ours', wanted: { atMost: BYTES_MAX } },
      }),
    );
    const growth = toRatio({
      ...{ name: `${name}, most logs`, against: 'fewest logs', unit: 'bytes' },
      ...{ ours: Math.max(...bytes), theirs: least, value: 'ours/theirs', wanted: { atMost: 1 } },
    });
    return [...each, growth];
  });
}

async function run(options: LineOptions): Promise<LineResult> {
  const { sizes, rounds } = options.quick ? QUICK : WHOLE;
  const running: TwoNodes[] = [];
  try {
    await startAll(sizes, options, running);
    const sides = running.map((nodes, i): [string, Round<Name>] => [
      String(sizes[i]),
      (round) => idle(nodes, round >= 0),
    ]);
    const medians = await sideBySide(Object.fromEntries(sides), { rounds, warmUps: WARM_UPS });
    const found = sizes.flatMap((size) => medians[String(size)] ?? []);
    const times = sizes.map((size, i) => [
      `time of a sync, ${size} logs, milliseconds`,
      found[i]?.milliseconds ?? Number.NaN,
    ]);
    return { ratios: ratiosOf(sizes, found), figures: Object.fromEntries(times), notes: NOTES };
  } finally {
    await Promise.all(running.map((nodes) => nodes.stop()));
  }
}

const NOTES = [
  'Both nodes are real ones over SQLite, each a process, and hold the same logs of one programme: ' +
    '200 founders, rosters that seat 200 more each, and admissions by endorsement.',
  'The time is that of an API call that lets the one node call the other.',
];

/** The line. */
export const idleSync: BenchLine = {
  name: 'idle-sync',
  title: 'A sync with nothing to say',
  minutesMax: 30,
  run,
};
