/** The line about growth: a check-in with millions of stamps held, against itself with few. */

import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { millisecondsOfEach } from '../harness/clock.js';
import type { BenchLine, LineOptions, LineResult, Ratio } from '../harness/line.js';
import { toRatio } from '../harness/ratio.js';
import { type Figures, sideBySide } from '../harness/rounds.js';
import { percentile } from '../harness/statistics.js';
import { checkBefore, nowSeconds, tokensOf, twoRequests } from '../world/check-ins.js';
import { clientOf } from '../world/client.js';
import { processorMilliseconds, residentMegabytes, startNode } from '../world/node.js';
import { makeWorld, type World } from '../world/world.js';

interface Size {
  readonly spaces: number;
  /** Stamps held, ascending, with what p50 may be of that at the first. */
  readonly stamps: readonly (readonly [count: number, atMost: number])[];
  readonly each: number;
  readonly rounds: number;
  readonly warmUps: number;
}

const FULL: Size = {
  spaces: 200,
  stamps: [
    [10_000, 1],
    [1_000_000, 1.3],
    [10_000_000, 1.6],
  ],
  ...{ each: 40, rounds: 9, warmUps: 3 },
};
const QUICK: Size = {
  spaces: 12,
  stamps: [
    [200, 1],
    [2000, 1.3],
  ],
  ...{ each: 5, rounds: 2, warmUps: 1 },
};

/** Of the entries' bytes. */
const DISK_WANTED = 1.6;
/** Bytes of a stamp on the disk while a data folder is being made, with room to spare. */
const STAMP_BYTES = 1200;

type Names = 'p50' | 'processor';

function fits(scratch: string, stamps: number): boolean {
  const { bavail, bsize } = statfsSync(scratch);
  return bavail * bsize > stamps * STAMP_BYTES;
}

/** Nobody visits twice on a day. */
function membersOf({ rounds, warmUps, each }: Size): number {
  return (rounds + warmUps) * each;
}

/** @throws Error where the disk has no room for all of them: a bound would go unseen */
async function makeWorlds(size: Size, { scratch, say }: LineOptions): Promise<readonly World[]> {
  const worlds: World[] = [];
  for (const [stamps] of size.stamps) {
    if (!fits(scratch, stamps)) throw new Error(`disk: expected room for ${stamps} stamps`);
    const startedAt = nowSeconds();
    const world = await makeWorld({
      folder: join(scratch, `stamps-${stamps}`),
      spaces: size.spaces,
      stamps,
      members: membersOf(size),
      visitsBefore: 10,
      now: startedAt,
    });
    worlds.push(world);
    say(`made ${stamps} stamps in ${nowSeconds() - startedAt} s`);
  }
  return worlds;
}

/** p50 and processor time of each world, and megabytes resident at the end. */
async function measure(size: Size, worlds: readonly World[]) {
  const nodes = await Promise.all(worlds.map((one) => startNode(one.folder, ['--test-clock'])));
  const clients = nodes.map((node) => clientOf(node.url, node.authorization));
  const sides: Record<string, (round: number) => Promise<Figures<Names>>> = {};
  for (const [i, world] of worlds.entries()) {
    const [post, pid] = [clients[i]?.post, nodes[i]?.pid];
    if (post === undefined || pid === undefined) continue;
    sides[i] = async (round) => {
      const from = (round + size.warmUps) * size.each;
      const tokens = tokensOf(world.members.slice(from, from + size.each), world);
      const checkIn = twoRequests('/api');
      const before = processorMilliseconds(pid);
      const samples = await millisecondsOfEach(tokens.length, (at) =>
        checkIn(post, tokens[at] ?? ''),
      );
      const processor = (processorMilliseconds(pid) - before) / tokens.length;
      return { p50: percentile(samples, 50), processor };
    };
  }
  try {
    // All of them before the first is timed: the node keeps what the stamps of the last 128 visas
    // came to, and asks no index for those. A round's own 40 would stay among them.
    for (const [i, world] of worlds.entries()) {
      const post = clients[i]?.post;
      if (post !== undefined) await checkBefore(post, world.members, world);
    }
    const found = await sideBySide(sides, size);
    const resident = nodes.map(({ pid }) => residentMegabytes(pid));
    return worlds.map((_, i) => ({
      p50: found[i]?.p50 ?? Number.NaN,
      processor: found[i]?.processor ?? Number.NaN,
      resident: resident[i] ?? 0,
    }));
  } finally {
    for (const client of clients) client.close();
    await Promise.all(nodes.map((node) => node.end()));
  }
}

async function run(options: LineOptions): Promise<LineResult> {
  const size = options.quick ? QUICK : FULL;
  const worlds = await makeWorlds(size, options);
  options.say('checking in');
  const found = await measure(size, worlds);
  const [first] = found;
  const ratios: Ratio[] = [];
  const figures: Record<string, number> = {};
  for (const [i, world] of worlds.entries()) {
    const [stamps = 0, atMost = 1] = size.stamps[i] ?? [];
    const count = stamps.toLocaleString('en');
    figures[`p50 with ${count} stamps, ms`] = found[i]?.p50 ?? Number.NaN;
    figures[`processor time of a check-in with ${count} stamps, ms`] =
      found[i]?.processor ?? Number.NaN;
    figures[`resident with ${count} stamps, MB`] = found[i]?.resident ?? Number.NaN;
    figures[`database with ${count} stamps, MB`] = world.databaseBytes / 1e6;
    if (i === 0) continue;
    ratios.push(
      toRatio({
        name: `check-in, p50, with ${count} stamps held`,
        against: `itself with ${size.stamps[0]?.[0].toLocaleString('en')}`,
        unit: 'ms',
        ours: found[i]?.p50 ?? Number.NaN,
        theirs: first?.p50 ?? Number.NaN,
        value: 'ours/theirs',
        wanted: { atMost },
      }),
      toRatio({
        name: `disk, with ${count} stamps held`,
        against: "the entries' bytes",
        unit: 'MB',
        ours: world.databaseBytes / 1e6,
        theirs: world.entryBytes / 1e6,
        value: 'ours/theirs',
        wanted: { atMost: DISK_WANTED },
      }),
    );
  }
  return {
    ratios,
    figures,
    notes: [
      `Logs of ${size.spaces} spaces, the own one among them, hold the stamps of a year in equal shares; each is a valid log under signed checkpoints. ` +
        'Markers and seals of most are of chance, which nobody can tell from others without the visas; those of the members who check in are real.',
      'All nodes run at once and are asked in turn, in two requests a check-in. The databases were just made, so the machine may hold much of them in its page cache.',
      `Each visa was looked at once, before the clock starts, and ${membersOf(size) - 1} others since: of the last 128 visas the node keeps what their stamps came to, so each check that is timed ` +
        'looks up its markers in the index of all stamps, and reads the ten stamps that it finds. Their signatures were verified at that first look.',
    ],
  };
}

/** Check-in as the logs grow. */
export const growth: BenchLine = {
  name: 'growth',
  title: 'Check-in as the logs grow',
  minutesMax: 60,
  run,
};
