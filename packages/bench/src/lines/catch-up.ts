/**
 * The line `catch-up`: an empty node fetches the logs of a whole programme from one peer over HTTP,
 * against the same entries checked and stored without a network, and against hypercore.
 */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nowMilliseconds } from '../harness/clock.js';
import type { BenchLine, LineOptions, LineResult } from '../harness/line.js';
import { toRatio } from '../harness/ratio.js';
import { sideBySide } from '../harness/rounds.js';
import { layOut, type Scene, startTwoNodes } from '../programmes/two-nodes.js';
import { runChild, startChild } from './catch-up/child.js';
import { writeLogFiles } from './catch-up/hypercore-files.js';

const FLOOR = new URL('./catch-up/floor-child.js', import.meta.url);
const WRITER = new URL('./catch-up/hypercore-writer.js', import.meta.url);
const SERVER = new URL('./catch-up/hypercore-server.js', import.meta.url);
const CLIENT = new URL('./catch-up/hypercore-client.js', import.meta.url);

const WHOLE = { logs: 200, stamps: 1000, rounds: 3, warmUps: 0 };
const QUICK = { logs: 8, stamps: 50, rounds: 1, warmUps: 0 };

/** What passed between the nodes, in bytes. */
interface Wire {
  /** Bodies before compression, and as sent. */
  readonly bodies: number;
  readonly sent: number;
}

/** An empty folder. */
function fresh(...path: readonly string[]): string {
  const folder = join(...path);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Counts the bytes of one catch-up, and keeps its answers: those batches the floor stores. */
async function tapped(scene: Scene, bodies: string): Promise<Wire> {
  const nodes = await startTwoNodes(scene, true);
  try {
    await nodes.sync();
    const wire = { bodies: 0, sent: 0 };
    for (const [i, { request, answer }] of nodes.take().entries()) {
      wire.bodies += request.bytes.length + answer.bytes.length;
      wire.sent += request.sentBytes + answer.sentBytes;
      writeFileSync(join(bodies, String(i).padStart(6, '0')), answer.bytes);
    }
    return wire;
  } finally {
    await nodes.stop();
  }
}

/** Entries a second of one catch-up. */
async function ours(scene: Scene, entries: number): Promise<{ rate: number }> {
  const nodes = await startTwoNodes(scene, false);
  try {
    const startedAt = nowMilliseconds();
    const { received } = await nodes.sync();
    return rateOf('sync', received, entries, nowMilliseconds() - startedAt);
  } finally {
    await nodes.stop();
  }
}

/** Entries a second. @throws Error if one side took in fewer than the others */
function rateOf(side: string, taken: number, entries: number, milliseconds: number) {
  if (taken < entries) throw new Error(`${side}: expected ${entries} entries, got ${taken}`);
  return { rate: (taken * 1000) / milliseconds };
}

async function floor(bodies: string, folder: string, entries: number): Promise<{ rate: number }> {
  const argv = [bodies, folder];
  const said = await runChild<{ milliseconds: number; entries: number }>(FLOOR, argv);
  return rateOf('floor', said.entries, entries, said.milliseconds);
}

async function hypercore(storage: string, folder: string, cores: string, entries: number) {
  const server = await startChild<{ port: number }>(SERVER, [storage, cores]);
  try {
    const argv = [folder, String(server.said.port), cores];
    const said = await runChild<{ milliseconds: number; blocks: number }>(CLIENT, argv);
    return rateOf('hypercore', said.blocks, entries, said.milliseconds);
  } finally {
    await server.end();
  }
}

async function run({ quick, scratch, say }: LineOptions): Promise<LineResult> {
  const { logs, stamps, rounds, warmUps } = quick ? QUICK : WHOLE;
  say(`${logs} logs of ${stamps} stamps`);
  const folder = fresh(scratch, 'nodes');
  const scene = await layOut({ folder, spaces: logs + 1, stamps, lacking: 'all' });
  const others = scene.programme.logs.slice(0, -1).map((log) => log.lines);
  const entries = others.reduce((sum, lines) => sum + lines.length, 0);
  const entryBytes = others.flat().reduce((sum, line) => sum + line.length, 0);
  const bodies = fresh(scratch, 'bodies');
  const wire = await tapped(scene, bodies);
  const files = fresh(scratch, 'logs');
  writeLogFiles(files, others);
  const storage = join(scratch, 'hypercore');
  const cores = JSON.stringify(await runChild(WRITER, [files, storage]));
  const told = async (side: string, run: Promise<{ rate: number }>) => {
    const { rate } = await run;
    say(`${side}: ${Math.round(rate)} entries a second`);
    return { rate };
  };
  const rates = await sideBySide(
    {
      ours: () => told('ours', ours(scene, entries)),
      floor: () => told('floor', floor(bodies, fresh(scratch, 'floor'), entries)),
      hypercore: () =>
        told('hypercore', hypercore(storage, fresh(scratch, 'copy'), cores, entries)),
    },
    { rounds, warmUps },
  );
  const rate = { name: 'catch-up', unit: 'entries a second', ours: rates.ours.rate } as const;
  return {
    ratios: [
      toRatio({
        ...{ ...rate, against: 'checking and storing them in process', value: 'ours/theirs' },
        ...{ theirs: rates.floor.rate, wanted: { atLeast: 0.5 } },
      }),
      toRatio({
        ...{ ...rate, against: 'hypercore', value: 'ours/theirs' },
        ...{ theirs: rates.hypercore.rate, wanted: { atLeast: 8 } },
      }),
      toRatio({
        ...{ name: 'bodies before compression', against: 'the entries', value: 'ours/theirs' },
        ...{ unit: 'bytes', ours: wire.bodies, theirs: entryBytes, wanted: { atMost: 1.05 } },
      }),
    ],
    figures: {
      'entries fetched': entries,
      'the floor, times the rate of hypercore': rates.floor.rate / rates.hypercore.rate,
      'bytes of the bodies as sent': wire.sent,
      'bytes as sent, of those of the entries': wire.sent / entryBytes,
    },
    notes: NOTES,
  };
}

const NOTES = [
  'Both nodes are real ones over SQLite, each a process. The caller starts with its own log alone.',
  'The floor stores the same batches, which are in memory before the clock starts: leaf hash, ' +
    'parsing, schema check, one transaction a message. It verifies no log and builds no tree.',
  'hypercore replicates one core a log, with the entries as blocks, over one TCP connection with ' +
    'Noise, into RocksDB as it ships. It neither parses a block nor indexes it.',
  'Markers and seals are noise of their real length: so they are to whoever was not shown the visas.',
  'Where the time of the caller goes, by a profile of 2026-11-27: SQLite 41 %, parsing and schema ' +
    'check 17 %, collecting garbage 10 %, leaf hashes 6 %, nodes of the trees 4 %, unpacking 4 %, ' +
    'waiting for the peer 3 %, signatures 2 %. The peer works meanwhile: half of its time is gzip.',
  'By processor time, which other work on the machine changes little, on 2026-11-27 hypercore ' +
    'took 39 s for these entries, both of its sides together, a catch-up 6.5 s (the caller 4.9 s), the ' +
    'floor 3.3 s. Eight times hypercore left 4.9 s for both sides. Two thirds of the floor were ' +
    'SQLite, and two thirds of that its indices of stamps, which a desk asks. What is missing could ' +
    'be had from indices that are made once a catch-up is through, with verdicts that know nothing ' +
    'of its stamps until then; or from entries that are stored unread and checked when something asks for them.',
  'Where the floor itself is not 8 times as fast as hypercore, no catch-up can be that checks and ' +
    'indexes each entry before it counts.',
];

/** The line. */
export const catchUp: BenchLine = {
  name: 'catch-up',
  title: 'An empty node catches up with a whole programme',
  minutesMax: 30,
  run,
};
