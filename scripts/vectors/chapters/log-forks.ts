/** Vectors of the chapter log: what shows that a log has forked, and what stands beyond. */

import {
  encodeBase64url,
  leafHash,
  type ResumeEntry,
  recoveryDigest,
  resumeToSign,
  sha256,
  strayPlace,
  tweetnaclBackend,
} from '@covisa/protocol';
import {
  checkpointOf,
  consistencyProof,
  inclusionProof,
  linesOf,
  rootOf,
} from '../log-material.js';
import {
  bent,
  bytesOf,
  INSTANT,
  lineOf,
  MELBOURNE,
  publicText,
  SYDNEY,
  seedOf,
} from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const fork = vectorsOf('read-fork');
const stray = vectorsOf('read-stray');
const shelf = vectorsOf('fill-shelf');

const log = { space: MELBOURNE.id, incarnation: 0 };
const logKey = tweetnaclBackend.publicKey(MELBOURNE.keys.log);
const COMMON = 5;

/** A history that parts from the others after `COMMON` entries. */
function branch(size: number, name: string, common = COMMON): readonly string[] {
  return [...linesOf(MELBOURNE, common), ...linesOf(MELBOURNE, size, name).slice(common)];
}

function side(
  lines: readonly string[],
  common = COMMON,
  checkpoint = checkpointOf(MELBOURNE, lines),
  parted = common + 1,
) {
  return {
    checkpoint,
    atCommon: common === 0 ? [] : consistencyProof(lines, common),
    beyond: lines.length <= parted ? [] : consistencyProof(lines, parted),
  };
}

const [one, other] = [branch(9, 'one'), branch(7, 'other')];
const sides = [side(one), side(other)] as const;

function input(proof: object, known: object = {}) {
  return { logKey, recovery: null, proof: { ...log, common: COMMON, sides, ...proof }, ...known };
}

function refused(title: string, rules: string, proof: object, code = 'FORK_INVALID'): Vector {
  return fork.error(`fork: ${title}`, rules, input(proof), code);
}

const shown = { ...log, common: COMMON, root: rootOf(linesOf(MELBOURNE, COMMON)) };
/** A signature that is none, in a note whose key id is right. */
const unsigned = checkpointOf(MELBOURNE, other).replace(/.{9}=\n$/u, 'AAAAAAAAA=\n');

/** Histories that part after `at` entries, shown from `common` and from `parted` alone. */
function apartWithin(
  at: number,
  [common, parted]: readonly [number, number],
  sizes: readonly [number, number] = [parted + 3, parted + 1],
) {
  const histories = [branch(sizes[0], 'one', at), branch(sizes[1], 'other', at)];
  const shownFrom = (lines: readonly string[]) =>
    side(lines, common, checkpointOf(MELBOURNE, lines), parted);
  return { common, parted, sides: histories.map(shownFrom) };
}

function commonOf(common: number) {
  return { ...log, common, root: rootOf(linesOf(MELBOURNE, common)) };
}

/** Two histories of which not even the first entry is one. */
function apart(incarnation: number) {
  return [one, other.slice(1)].map((lines) =>
    side(lines, 0, checkpointOf(MELBOURNE, lines, { incarnation })),
  );
}

const checkpoints: readonly Vector[] = [
  fork.ok('fork: of two checkpoints of unlike sizes', 'FORK-3 FORK-4', input({}), shown),
  fork.ok(
    'fork: of two checkpoints of one size with two roots',
    'FORK-3 FORK-4',
    input({ sides: [side(branch(7, 'one')), side(other)] }),
    shown,
  ),
  fork.ok(
    'fork: of checkpoints of the very next entry',
    'FORK-3 FORK-4',
    input({ sides: [side(branch(6, 'one')), side(branch(6, 'other'))] }),
    shown,
  ),
  fork.ok(
    'fork: of histories that part within what a gap of four entries stands for',
    'FORK-3 FORK-4',
    input(apartWithin(6, [4, 8])),
    commonOf(4),
  ),
  fork.ok(
    'fork: of a history that ends where the subtree does in which the two part',
    'FORK-4',
    input(apartWithin(6, [4, 8], [11, 8])),
    commonOf(4),
  ),
  fork.ok(
    'fork: of histories that part within a tile',
    'FORK-4',
    input(apartWithin(400, [256, 512])),
    commonOf(256),
  ),
  refused('that names the next entry as where it parts', 'FORK-4', apartWithin(6, [6, 7])),
  refused('that parts where it begins', 'FORK-4', apartWithin(6, [6, 6], [9, 8])),
  refused('that parts within three entries', 'FORK-4', apartWithin(7, [6, 9])),
  refused('that parts within four entries that are no subtree', 'FORK-4', apartWithin(7, [6, 10])),
  refused('that parts within two tiles', 'FORK-4', apartWithin(600, [512, 1024])),
  refused('that parts after the subtree that is named', 'FORK-4', apartWithin(8, [4, 8])),
  refused('that parts before the subtree that is named', 'FORK-3', apartWithin(3, [4, 8])),
  refused(
    'that parts within a subtree beyond one of its checkpoints',
    'FORK-4',
    apartWithin(6, [4, 8], [11, 7]),
  ),
  refused('of one history twice is none', 'FORK-4', { sides: [sides[0], sides[0]] }),
  refused('of a checkpoint and a later one of its history is none', 'FORK-4', {
    sides: [side(one), side(one.slice(0, 8))],
  }),
  refused('that parts after what is said to be common is none', 'FORK-4', {
    sides: [side(branch(9, 'one', 6)), side(branch(8, 'other', 6))],
  }),
  refused('that parts before what is said to be common is none', 'FORK-3', {
    sides: [side(branch(9, 'one', 4)), side(branch(8, 'other', 4))],
  }),
  refused('with a proof that does not lead to its checkpoint', 'FORK-3', {
    sides: [{ ...sides[0], atCommon: sides[0].atCommon.map((hash) => bent(hash)) }, sides[1]],
  }),
  refused('with a proof that lacks its seed', 'FORK-3', {
    sides: [{ ...sides[0], beyond: sides[0].beyond.slice(1) }, sides[1]],
  }),
  refused('with a checkpoint that reaches no further than what is common', 'FORK-1', {
    sides: [side(one), { ...sides[1], checkpoint: checkpointOf(MELBOURNE, one.slice(0, COMMON)) }],
  }),
  refused('with a checkpoint of another incarnation', 'FORK-1', {
    sides: [side(one), side(other, COMMON, checkpointOf(MELBOURNE, other, { incarnation: 1 }))],
  }),
  refused('of a first incarnation with nothing in common', 'FORK-2', {
    ...{ common: 0, sides: apart(0) },
  }),
  refused('of a later incarnation with nothing in common', 'FORK-2', {
    ...{ incarnation: 1, common: 0, sides: apart(1) },
  }),
  refused('with a checkpoint that nobody signed', 'FORK-6', {
    sides: [side(one), side(other, COMMON, unsigned)],
  }),
  refused(
    'with a checkpoint by the key of another space',
    'FORK-6',
    {
      sides: [
        side(one),
        side(other, COMMON, checkpointOf(MELBOURNE, other, { keys: SYDNEY.keys })),
      ],
    },
    'CHECKPOINT_INVALID',
  ),
  refused('with one side', 'FORK-1', { sides: [sides[0]] }),
  fork.error(
    'fork: of a log whose key is not known',
    'FORK-6',
    input({}, { logKey: null }),
    'FORK_INVALID',
  ),
];

const next = { space: MELBOURNE.id, incarnation: 1 };
const recoverySeed = seedOf('recovery/0');
const recovery = recoveryDigest(tweetnaclBackend.publicKey(recoverySeed));

function resume(label: string, signer = recoverySeed): string {
  const claims = {
    ...next,
    previous: { size: COMMON, root: encodeBase64url(rootOf(one.slice(0, COMMON))) },
    log: publicText(seedOf(`${label}/log`)),
    witness: publicText(seedOf(`${label}/witness`)),
    peer: publicText(seedOf(`${label}/peer`)),
    box: encodeBase64url(seedOf(`${label}/box`)),
    recovery: recoveryDigest(seedOf(`${label}/recovery`)),
    time: INSTANT,
  };
  const entry: ResumeEntry = {
    ...{ type: 'resume', version: 1, ...claims },
    recoveryKey: publicText(recoverySeed),
    signature: encodeBase64url(tweetnaclBackend.sign(signer, resumeToSign(claims))),
  };
  return lineOf(entry);
}

function rivals(resumes: readonly string[], known: object = {}) {
  return { logKey: null, recovery, proof: { ...next, common: 0, resumes }, ...known };
}

const resumes: readonly Vector[] = [
  fork.ok(
    'fork: two resumes of one incarnation have nothing in common',
    'FORK-5',
    rivals([resume('owner'), resume('thief')]),
    { ...next, common: 0, root: sha256(new Uint8Array(0)) },
  ),
  fork.error(
    'fork: one resume twice is none',
    'FORK-5',
    rivals([resume('owner'), resume('owner')]),
    'FORK_INVALID',
  ),
  fork.error(
    'fork: a resume that the recovery key did not sign is no rival',
    'FORK-6',
    rivals([resume('owner'), resume('thief', seedOf('thief'))]),
    'FORK_INVALID',
  ),
  fork.error(
    'fork: resumes by a recovery key that the incarnation before does not name',
    'FORK-5 RESUME-3',
    rivals([resume('owner'), resume('thief')], { recovery: recoveryDigest(seedOf('another')) }),
    'RESUME_INVALID',
  ),
  fork.error(
    'fork: an inception is no resume',
    'FORK-5',
    rivals([resume('owner'), MELBOURNE.inception]),
    'FORK_INVALID',
  ),
];

const revocation = JSON.stringify({
  type: 'revocation',
  marker: encodeBase64url(bytesOf('marker', 16)),
  time: INSTANT,
});
const closing = '{"type":"closing","date":"2026-05-12"}';
const lines = [...linesOf(MELBOURNE, 6), revocation, closing, ...linesOf(MELBOURNE, 9).slice(8)];

function strayed(index: number, change: object = {}) {
  return {
    ...{ ...log, common: COMMON, logKey, index, line: lines[index] ?? '' },
    ...{
      checkpoint: checkpointOf(MELBOURNE, lines),
      proof: inclusionProof(lines, index),
      ...change,
    },
  };
}

function noStray(title: string, rules: string, value: object, code = 'STRAY_INVALID'): Vector {
  return stray.error(`stray: ${title}`, rules, value, code);
}

const leaf = leafHash(new TextEncoder().encode(revocation));
const place = strayPlace(log, leaf);
const strays: readonly Vector[] = [
  stray.ok(
    'stray: what protects others lies on the shelf that its hash names',
    'STRAY-1 STRAY-3',
    strayed(6),
    { type: 'revocation', shelf: place.incarnation, place: place.index },
    { leaf },
  ),
  stray.ok(
    'stray: the first entry beyond what is common is one',
    'STRAY-2',
    strayed(6, { common: 6 }),
    { type: 'revocation', shelf: place.incarnation, place: place.index },
  ),
  noStray('what is common is none', 'STRAY-2', strayed(6, { common: 7 })),
  stray.ok(
    'stray: of an ended incarnation another entry than the accepted one at its index is one',
    'STRAY-2 FORK-12',
    strayed(6, { common: 7, accepted: leafHash(new TextEncoder().encode(closing)) }),
    { type: 'revocation', shelf: place.incarnation, place: place.index },
  ),
  stray.ok(
    'stray: of an ended incarnation one is also what cannot be compared yet',
    'STRAY-2',
    strayed(6, { common: 7, accepted: null }),
    { type: 'revocation', shelf: place.incarnation, place: place.index },
  ),
  noStray('of an ended incarnation a closing is none', 'STRAY-2', strayed(7, { accepted: null })),
  noStray(
    'of an ended incarnation at another index',
    'STRAY-3',
    strayed(6, { index: 8, accepted: null }),
  ),
  noStray(
    'of an ended incarnation with a proof that is too short',
    'STRAY-3',
    strayed(6, { proof: inclusionProof(lines, 6).slice(1), accepted: null }),
  ),
  noStray('what a resume accepts is none', 'STRAY-2', strayed(6, { accepted: leaf })),
  noStray('a closing is none', 'STRAY-2', strayed(7)),
  noStray('what nobody can read is none', 'STRAY-2', strayed(5)),
  noStray('at another index', 'STRAY-3', strayed(6, { index: 8 })),
  noStray('another entry', 'STRAY-3', strayed(6, { line: revocation.replace('A', 'B') })),
  noStray(
    'with a proof that is too short',
    'STRAY-3',
    strayed(6, { proof: inclusionProof(lines, 6).slice(1) }),
  ),
  noStray(
    'of another log',
    'STRAY-3',
    strayed(6, { checkpoint: checkpointOf(MELBOURNE, lines, { incarnation: 1 }) }),
  ),
  noStray(
    'under a checkpoint that nobody signed',
    'STRAY-3',
    strayed(6, {
      checkpoint: checkpointOf(MELBOURNE, lines).replace(/.{9}=\n$/u, 'AAAAAAAAA=\n'),
    }),
  ),
];

/** Hashes that one shelf would hold, the lowest first. */
function leaves(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, i) => {
    const bytes = seedOf(`leaf/${i}`);
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(0, i + 1);
    return bytes;
  });
}

const many = leaves(130);
/** At the place of the first, with a higher hash. */
const crowded = (() => {
  const bytes = (many[0] ?? seedOf('x')).slice();
  bytes.fill(0xff, 5);
  return bytes;
})();
const root = (some: readonly Uint8Array[]) => sha256(Uint8Array.from(some.flatMap((x) => [...x])));

const shelves: readonly Vector[] = [
  shelf.ok('shelf: an empty one', 'STRAY-4', { leaves: [] }, { leaves: [], root: root([]) }),
  shelf.ok(
    'shelf: in the order of the hashes, each once',
    'STRAY-4',
    { leaves: [many[2], many[0], many[1], many[0]] },
    { leaves: many.slice(0, 3), root: root(many.slice(0, 3)) },
  ),
  shelf.ok(
    'shelf: of two at one place the lower',
    'STRAY-4',
    { leaves: [crowded, many[0], many[1]] },
    { leaves: many.slice(0, 2), root: root(many.slice(0, 2)) },
  ),
  shelf.ok(
    'shelf: the 128 lowest',
    'STRAY-4',
    { leaves: many },
    { leaves: many.slice(0, 128), root: root(many.slice(0, 128)) },
  ),
];

const kept = vectorsOf('kept-size');

const keeps: readonly Vector[] = [
  kept.ok(
    'a forked log keeps what its histories have in common',
    'FORK-9',
    { common: 5, resume: null },
    { kept: 5 },
  ),
  kept.ok(
    'a forked log keeps what a resume accepts, though less is in common',
    'FORK-12',
    { common: 3, resume: resume('owner') },
    { kept: 5 },
  ),
  kept.ok(
    'a forked log keeps what a resume accepts, though more is in common',
    'FORK-12',
    { common: 8, resume: resume('owner') },
    { kept: 5 },
  ),
];

export const forkVectors: readonly Vector[] = [
  ...checkpoints,
  ...resumes,
  ...strays,
  ...shelves,
  ...keeps,
];
