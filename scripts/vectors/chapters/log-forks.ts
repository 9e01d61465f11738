/** Vectors of the chapter log: what shows that a log has forked, and what it keeps then. */

import {
  encodeBase64url,
  type ResumeEntry,
  recoveryDigest,
  resumeToSign,
  sha256,
  tweetnaclBackend,
} from '@covisa/protocol';
import { checkpointOf, consistencyProof, linesOf, rootOf } from '../log-material.js';
import { bent, INSTANT, lineOf, MELBOURNE, publicText, SYDNEY, seedOf } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const fork = vectorsOf('read-fork');

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

export const forkVectors: readonly Vector[] = [...checkpoints, ...resumes, ...keeps];
