/** The line about a start with a million stamps held: how soon the node answers, in what memory. */

import { join } from 'node:path';
import { millisecondsOf } from '../harness/clock.js';
import type { BenchLine, LineOptions, LineResult } from '../harness/line.js';
import { toRatio } from '../harness/ratio.js';
import { sideBySide } from '../harness/rounds.js';
import { nowSeconds, tokensOf, twoRequests } from '../world/check-ins.js';
import { clientOf } from '../world/client.js';
import { type NodeProcess, residentMegabytes, startNode } from '../world/node.js';
import { makeWorld, type World } from '../world/world.js';

const FULL = { spaces: 200, stamps: 1_000_000, rounds: 5, warmUps: 1 };
const QUICK = { spaces: 12, stamps: 500, rounds: 2, warmUps: 0 };

const MILLISECONDS_WANTED = 2000;
const MEGABYTES_WANTED = 200;
/** Check-ins after which memory is looked at again. */
const CHECK_INS = 10;

/** One start: milliseconds until the node says where it listens, and memory before and after. */
async function startOnce(world: World, round: number) {
  let node: NodeProcess | undefined;
  const ready = await millisecondsOf(async () => {
    node = await startNode(world.folder);
  });
  if (node === undefined) throw new Error('node: did not start');
  const resident = residentMegabytes(node.pid);
  const { post, close } = clientOf(node.url, node.authorization);
  const members = world.members.slice(round * CHECK_INS, (round + 1) * CHECK_INS);
  const checkIn = twoRequests('/api');
  for (const token of tokensOf(members, world)) await checkIn(post, token);
  const afterwards = residentMegabytes(node.pid);
  close();
  await node.end();
  return { ready, resident, afterwards };
}

async function run({ quick, scratch, say }: LineOptions): Promise<LineResult> {
  const size = quick ? QUICK : FULL;
  say(`making ${size.stamps} stamps`);
  const starts = size.rounds + size.warmUps;
  const world = await makeWorld({
    folder: join(scratch, 'node'),
    spaces: size.spaces,
    stamps: size.stamps,
    members: starts * CHECK_INS,
    visitsBefore: 10,
    now: nowSeconds(),
  });
  say('starting');
  const sides = { node: (round: number) => startOnce(world, round + size.warmUps) };
  const { node } = await sideBySide(sides, size);
  const held = `with ${size.stamps.toLocaleString('en')} stamps held`;
  const bound = (name: string, unit: string, ours: number, atMost: number) =>
    toRatio({ name, against: 'a bound', unit, ours, value: 'ours', wanted: { atMost } });
  return {
    ratios: [
      bound(`start until ready, ${held}`, 'ms', node.ready, MILLISECONDS_WANTED),
      bound(`resident memory when ready, ${held}`, 'MB', node.resident, MEGABYTES_WANTED),
      bound(
        `resident memory after ${CHECK_INS} check-ins, ${held}`,
        'MB',
        node.afterwards,
        MEGABYTES_WANTED,
      ),
    ],
    figures: { 'database, MB': world.databaseBytes / 1e6 },
    notes: [
      'A process of `covisa start` over a data folder, from the moment that it is spawned until it says where it listens, which it does when the engine runs. ' +
        'Memory is what the kernel counts as resident (VmRSS), Node.js itself included.',
    ],
  };
}

/** Start and memory. */
export const start: BenchLine = {
  name: 'start',
  title: 'Start with a million stamps',
  minutesMax: 30,
  run,
};
