/** Vectors of the chapter sync: messages, the digest of a frontier, the plan of an exchange. */

import {
  encodeBase64url,
  encodeFrontierLine,
  encodeUtf8,
  FIRST_SHELF,
  type FrontierLine,
  frontierBytes,
  frontierDigest,
  type ProgrammeId,
} from '@covisa/protocol';
import { checkpointOf, consistencyProof, heartbeatOf, linesOf, rootOf } from '../log-material.js';
import { INSTANT, MELBOURNE, SHANGHAI, type Space, SYDNEY, seedOf } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const read = vectorsOf('read-sync');
const digest = vectorsOf('frontier-digest');
const plan = vectorsOf('plan-exchange');

const programme = encodeBase64url(seedOf('programme')) as ProgrammeId;

function lineOf(space: Space, size: number, day = 20_585, branch = 'a'): FrontierLine {
  const root = encodeBase64url(rootOf(linesOf(space, size, branch)));
  return { space: space.id, incarnation: 0, size, root, day };
}

const frontier = [lineOf(MELBOURNE, 3), lineOf(SHANGHAI, 5), lineOf(SYDNEY, 1, 0)];

function digestOf(title: string, lines: readonly FrontierLine[]): Vector {
  const input = { frontier: lines.map(encodeFrontierLine) };
  const ok = { digest: frontierDigest(lines) };
  return digest.ok(`frontier: ${title}`, 'SYNC-2', input, ok, { lines: lines.map(frontierBytes) });
}

const digests: readonly Vector[] = [
  digestOf('the digest of three lines', frontier),
  digestOf('the digest does not depend on the order of the lines', [...frontier].reverse()),
  digestOf('the digest of no line', []),
  digestOf('a later heartbeat of one log is another digest', [
    lineOf(MELBOURNE, 3, 20_586),
    ...frontier.slice(1),
  ]),
  digestOf('a log that has forked is told after the lines', [
    { ...lineOf(MELBOURNE, 3, 0), common: 3 },
    ...frontier.slice(1),
  ]),
];

const lines = linesOf(MELBOURNE, 6);
const beat = heartbeatOf(MELBOURNE, lines, INSTANT);
const range = {
  space: MELBOURNE.id,
  incarnation: 0,
  from: 2,
  count: 3,
  checkpoint: checkpointOf(MELBOURNE, lines),
  proof: consistencyProof(lines, 5),
};
/** A header that compares the digest of one programme, and no more. */
export const small = { sync: 1, digests: [{ programme, digest: frontierDigest(frontier) }] };
const whole = {
  ...small,
  since: '12:34',
  cursor: '56:78',
  full: true,
  frontier: frontier.map(encodeFrontierLine),
  wants: [
    { space: SYDNEY.id, incarnation: 0, from: 1 },
    { space: SHANGHAI.id, incarnation: 0, from: 5, to: 64 },
  ],
  ranges: [range, { ...range, from: 0, count: 1, heartbeat: beat, proof: [] }],
  heartbeats: [{ space: MELBOURNE.id, incarnation: 0, checkpoint: range.checkpoint, line: beat }],
  echo: range.checkpoint,
  beat,
};

/** The bytes of a body: the header's line, then these lines, each with its LF. */
function bodyOf(header: object, ...entries: readonly string[]): Uint8Array {
  const head = JSON.stringify(header, (_name, one: unknown) =>
    one instanceof Uint8Array ? encodeBase64url(one) : one,
  );
  return encodeUtf8([head, ...entries].map((line) => `${line}\n`).join(''));
}

const sent = [...lines.slice(2, 5), lines[0] ?? ''];

function refused(title: string, rules: string, body: Uint8Array, code = 'SYNC_INVALID'): Vector {
  return read.error(`message: ${title} is refused`, rules, { body }, code);
}

const without = (bytes: Uint8Array, count: number) => bytes.slice(0, bytes.length - count);
const text = (value: string) => encodeUtf8(value);

const messages: readonly Vector[] = [
  read.ok(
    'message: digests alone',
    'SYNC-5',
    { body: bodyOf({ ...small, beat }) },
    { header: { ...small, beat }, lines: [] },
  ),
  read.ok(
    'message: frontier, wants and ranges, whose lines follow one range after the other',
    'SYNC-5',
    { body: bodyOf(whole, ...sent) },
    { header: whole, lines: [sent.slice(0, 3).map(text), sent.slice(3).map(text)] },
  ),
  read.ok(
    'message: a member that nobody knows is passed over',
    'SYNC-5',
    { body: bodyOf({ ...small, later: [] }) },
    { header: small, lines: [] },
  ),
  read.ok(
    'message: entries are not looked at',
    'SYNC-5',
    { body: bodyOf({ ...small, ranges: [{ ...range, count: 1 }] }, 'no entry') },
    { header: { ...small, ranges: [{ ...range, count: 1 }] }, lines: [[text('no entry')]] },
  ),
  refused('an empty one', 'SYNC-5', new Uint8Array()),
  refused('a header without its LF', 'SYNC-5', without(bodyOf(small), 1)),
  refused('a header with a carriage return', 'SYNC-5', text(`${JSON.stringify(small)}\r\n`)),
  refused('a header that is no JSON', 'SYNC-5', text('{\n')),
  refused('a header that is not UTF-8', 'SYNC-5', Uint8Array.of(0xff, 0x0a)),
  refused('another version', 'SYNC-5', bodyOf({ ...small, sync: 2 })),
  refused(
    'a digest of 31 bytes',
    'SYNC-2',
    bodyOf({ ...small, digests: [{ programme, digest: encodeBase64url(seedOf('x').slice(1)) }] }),
  ),
  refused(
    'a frontier line of four items',
    'SYNC-2',
    bodyOf({ ...small, frontier: [[MELBOURNE.id, 0, 1, frontier[0]?.root]] }),
  ),
  refused(
    'a size beyond the largest',
    'SYNC-2',
    bodyOf({ ...small, wants: [{ space: SYDNEY.id, incarnation: 0, from: 2 ** 40 + 1 }] }),
  ),
  refused('a line too few', 'SYNC-5', bodyOf(whole, ...sent.slice(1))),
  refused('a line too many', 'SYNC-5', bodyOf(whole, ...sent, 'x')),
  refused('a last line without its LF', 'SYNC-5', without(bodyOf(whole, ...sent), 1)),
  refused('a cursor with a space', 'SYNC-5', bodyOf({ ...small, since: '1 2' })),
  refused(
    'a line longer than any entry',
    'SYNC-1',
    bodyOf({ ...small, ranges: [{ ...range, count: 1 }] }, 'x'.repeat(16_385)),
    'SYNC_TOO_LARGE',
  ),
  refused(
    'more entries than a message may have, all ranges together',
    'SYNC-1',
    bodyOf({
      ...small,
      ranges: [
        { ...range, count: 16_384 },
        { ...range, count: 1 },
      ],
    }),
    'SYNC_TOO_LARGE',
  ),
];

const [melbourne, shanghai, sydney] = [frontier[0], frontier[1], frontier[2]].flatMap(
  (one) => one ?? [],
);
const want = (space: Space, from: number) => ({ space: space.id, incarnation: 0, from });
const log = (space: Space) => ({ space: space.id, incarnation: 0 });
const nothing = { wants: [], pushes: [], heartbeats: [], forks: [], disagreements: [] };

function plans(
  title: string,
  mine: readonly (FrontierLine | undefined)[],
  theirs: readonly (FrontierLine | undefined)[],
  ok: object,
  full = false,
): Vector {
  const wire = (some: readonly (FrontierLine | undefined)[]) =>
    some.flatMap((one) => (one ? [encodeFrontierLine(one)] : []));
  return plan.ok(
    `plan: ${title}`,
    'SYNC-2',
    { mine: wire(mine), theirs: wire(theirs), full },
    { ...nothing, ...ok },
  );
}

function forked(space: Space, size: number, common: number): FrontierLine {
  return { ...lineOf(space, size, 0), common };
}

function shelf(space: Space, size: number, branch: string): FrontierLine {
  return { ...lineOf(space, size, 0, branch), incarnation: FIRST_SHELF };
}

function shelfWant(space: Space) {
  return { space: space.id, incarnation: FIRST_SHELF, from: 0 };
}

const exchanges: readonly Vector[] = [
  plans('two equal frontiers want nothing', frontier, frontier, {}, true),
  plans(
    'what is longer there is wanted from the end of what is held',
    [melbourne],
    [lineOf(MELBOURNE, 9)],
    { wants: [want(MELBOURNE, 3)] },
  ),
  plans('a log that is not held is wanted from its start', [melbourne], [shanghai], {
    wants: [want(SHANGHAI, 0)],
  }),
  plans('what is longer here is sent', [shanghai], [lineOf(SHANGHAI, 2)], {
    pushes: [want(SHANGHAI, 2)],
  }),
  plans(
    'a log that is missing from a whole frontier is sent',
    [melbourne, shanghai],
    [melbourne],
    { pushes: [want(SHANGHAI, 0)] },
    true,
  ),
  plans(
    'a log that is missing from a part of a frontier is not',
    [melbourne, shanghai],
    [melbourne],
    {},
  ),
  plans('a later heartbeat there is wanted', [sydney], [lineOf(SYDNEY, 1, 5)], {
    wants: [want(SYDNEY, 1)],
  }),
  plans('a later heartbeat here is sent', [lineOf(SYDNEY, 1, 5)], [sydney], {
    heartbeats: [log(SYDNEY)],
  }),
  plans('two roots of one size disagree', [shanghai], [lineOf(SHANGHAI, 5, 20_585, 'b')], {
    disagreements: [log(SHANGHAI)],
  }),
  plans('a fork that is known there is asked for', [melbourne], [forked(MELBOURNE, 3, 3)], {
    wants: [{ ...want(MELBOURNE, 0), fork: true }],
    heartbeats: [log(MELBOURNE)],
  }),
  plans('a fork that is known here is told', [forked(MELBOURNE, 3, 3)], [lineOf(MELBOURNE, 9, 0)], {
    forks: [log(MELBOURNE)],
  }),
  plans(
    'of a forked log what is common is wanted, and no more',
    [forked(MELBOURNE, 1, 3)],
    [lineOf(MELBOURNE, 9, 0)],
    { wants: [want(MELBOURNE, 1)], forks: [log(MELBOURNE)] },
  ),
  plans(
    'two shelves that differ are exchanged whole',
    [shelf(MELBOURNE, 3, 'a')],
    [shelf(MELBOURNE, 3, 'b')],
    { wants: [shelfWant(MELBOURNE)], pushes: [shelfWant(MELBOURNE)] },
  ),
  plans('two equal shelves are not', [shelf(MELBOURNE, 3, 'a')], [shelf(MELBOURNE, 3, 'a')], {}),
  plans(
    'of two lines of one log the first holds',
    [melbourne],
    [lineOf(MELBOURNE, 4), lineOf(MELBOURNE, 9)],
    { wants: [want(MELBOURNE, 3)] },
  ),
];

export const syncVectors: readonly Vector[] = [...digests, ...messages, ...exchanges];
