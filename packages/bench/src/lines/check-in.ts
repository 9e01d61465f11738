/** The line about a check-in over HTTP, against the least that any host would have to do. */

import { join } from 'node:path';
import type { BenchLine, LineOptions, LineResult, Ratio } from '../harness/line.js';
import { toRatio } from '../harness/ratio.js';
import { type Figures, sideBySide } from '../harness/rounds.js';
import { checkBefore, nowSeconds, tokensOf, twoRequests } from '../world/check-ins.js';
import { clientOf } from '../world/client.js';
import { startNode } from '../world/node.js';
import { makeWorld, type World } from '../world/world.js';
import { startFloor } from './check-in/floor-process.js';
import { presentedBy } from './check-in/presented.js';
import { checkIns, type Names, oneRequest } from './check-in/rounds.js';

const WANTED = 1.5;
const SINGLE = 'a bare Express route, one request';
const TWICE = 'the same in two requests';

/** By `perf`, with all threads of the process and frames of JavaScript, beside other work. */
const WHERE_TIME_GOES =
  'Where the processor time of the node goes, by a profile of 800 check-ins on 2026-11-27, first looks at the visas left out, with the database in memory: HTTP, Express and routes 15 %; SQLite 13 %, and what binds its statements 4 %; ' +
  'compiling code, since the process is young, 13 %; garbage 10 %; reading, checking and counting stamps 7 %; terms and verdict 6 %; CBOR, JSON, base64url and entries 6 %; signatures 5 %; ' +
  'threads that write files 2 %; head file 1 %; seals and hashes 1 %; the rest of the engine 7 %; memory, promises and the like, that belong to no part, 11 %.';

const WHAT_COSTS_MOST =
  'What costs most within the engine, by medians of 600 check-ins in one process without HTTP, each with all that it calls: usage of the visa 34 % (markers looked up 7 %, remembered results 5 %, entries read 4 %, checked 3 %, parsed 2 %); the append 24 % (the commit 9 %, the head file 4 %, the checkpoint’s signature 2 %); ' +
  'two verdicts 13 % (counting what the host had that day 3 %); the token’s two signatures 11 %, and the rest of taking it 6 %.';

const WHY_NOT_NEARER =
  'Why the floor is not nearer, as of 2026-11-27: the second request alone makes 1.4 times the floor, which leaves a tenth of it for all that a host of a programme does besides. That is no signature more (two are verified, and the checkpoint is signed, where the floor signs its row), but ' +
  '32 markers looked up in the stamps of all logs, ten stamps read from as many places, and two verdicts by the terms, at the check and again when the visit is recorded. (Seals are not opened again: what a stamp’s seal was found to hold is remembered with the result of its check, under a name by its content. ' +
  'At the second verdict the visa’s stamps are read again only if anything came that concerns them, and the host’s days counted again only if anything came.) A check-in writes to four tables with seven indexes where the floor has one row, grows the tree, and flushes the head file; ' +
  'that comes after the commit and cannot go with it: a head file ahead of its database says that the node was restored. No part of it stands out.';

interface Size {
  readonly spaces: number;
  readonly stamps: number;
  /** Check-ins one after the other, and as many again several at once. */
  readonly each: number;
  readonly rounds: number;
  /** Rounds before: until the databases reuse their logs of changes, and code is compiled. */
  readonly warmUps: number;
}

const FULL: Size = { spaces: 200, stamps: 10_000, each: 100, rounds: 9, warmUps: 3 };
const QUICK: Size = { spaces: 12, stamps: 200, each: 10, rounds: 2, warmUps: 1 };
const VISITS_BEFORE = 10;

/** The members of one round; nobody visits twice on a day. */
function membersOf({ members }: World, { each, warmUps }: Size, round: number) {
  const from = (round + warmUps) * each * 2;
  return members.slice(from, from + each * 2);
}

async function measure(size: Size, world: World, scratch: string) {
  const node = await startNode(world.folder, ['--test-clock']);
  const floor = await startFloor(join(scratch, 'floor.sqlite'));
  const [ours, theirs] = [clientOf(node.url, node.authorization), clientOf(floor.url, 'none')];
  const learn = async (round: number): Promise<readonly string[]> => {
    const members = membersOf(world, size, round);
    const tokens = tokensOf(members, world);
    const presented = members.map(({ home, issuingKey }, i) =>
      presentedBy(tokens[i] ?? '', { home, issuingKey, host: world.space, instant: nowSeconds() }),
    );
    await floor.learn(presented);
    return tokens;
  };
  const sides = {
    node: async (round: number): Promise<Figures<Names>> => {
      const members = membersOf(world, size, round);
      await checkBefore(ours.post, members, world);
      return checkIns(ours.post, twoRequests('/api'), tokensOf(members, world), node.pid);
    },
    floor: async (round: number) =>
      checkIns(theirs.post, twoRequests(''), await learn(round), floor.pid),
    single: async (round: number) =>
      checkIns(theirs.post, oneRequest('/check-in'), await learn(round), floor.pid),
  };
  try {
    return await sideBySide(sides, size);
  } finally {
    ours.close();
    theirs.close();
    await Promise.all([node.end(), floor.end()]);
  }
}

async function run({ quick, scratch, say }: LineOptions): Promise<LineResult> {
  const size = quick ? QUICK : FULL;
  say('making the data folder');
  const world = await makeWorld({
    folder: join(scratch, 'node'),
    spaces: size.spaces,
    stamps: size.stamps,
    members: (size.rounds + size.warmUps) * size.each * 2,
    visitsBefore: VISITS_BEFORE,
    now: nowSeconds(),
  });
  say('checking in');
  const { node, floor, single } = await measure(size, world, scratch);
  const p50 = (against: string, theirs: number, wanted: Ratio['wanted']) =>
    toRatio({
      ...{ name: 'check-in over HTTP, p50', against, unit: 'ms', value: 'ours/theirs' },
      ...{ ours: node.p50, theirs, wanted },
    });
  return {
    ratios: [p50(SINGLE, single.p50, { atMost: WANTED }), p50(TWICE, floor.p50, null)],
    figures: {
      'p99, ms': node.p99,
      'p99 of the floor in one request, ms': single.p99,
      'p99 of the floor in two, ms': floor.p99,
      'throughput, check-ins a second': node.perSecond,
      'throughput of the floor in one request, check-ins a second': single.perSecond,
      'throughput of the floor in two, check-ins a second': floor.perSecond,
      'processor time of a check-in, ms': node.processor,
      'processor time at the floor in one request, ms': single.processor,
      'processor time at the floor in two, ms': floor.processor,
    },
    notes: [
      'A check-in is two requests, as at the desk: POST /api/checks judges the token, POST /api/visits judges again and records. ' +
        'The floor that the bound is held to is a bare Express route with the same two verifications, one signature and one durable commit, in one request. The same in two, where it verifies at the first, and signs and commits at the second, stands beside it: ' +
        'between the two floors lies what a second request alone costs.',
      `Each member has ${VISITS_BEFORE} earlier visits in the logs of ${size.spaces} spaces, checked before and remembered; no grant is asked. ` +
        'All terms are judged, against the stamps that are held. The node keeps what the stamps of the last 128 visas came to: ' +
        `each round shows its ${size.each * 2} visas first, which are more, and checks them in in the same order, so that each check reads from the logs.`,
      'The node commits one transaction to SQLite (synchronous=FULL) with stamp, visit and signed checkpoint, then overwrites and flushes the head file: two flushes where the floor has one.',
      'The floor gets the signatures and messages beforehand: it reads JSON, and need not decode the token.',
      WHERE_TIME_GOES,
      WHAT_COSTS_MOST,
      WHY_NOT_NEARER,
      'Node and floor are processes of their own on loopback, driven in turn by one client over kept connections; throughput is with 8 at once. ' +
        'Rounds before those that count let both databases grow their log of changes to the size at which it is reused.',
    ],
  };
}

/** Check-in over HTTP. */
export const checkIn: BenchLine = {
  name: 'check-in',
  title: 'Check-in over HTTP',
  minutesMax: 30,
  run,
};
