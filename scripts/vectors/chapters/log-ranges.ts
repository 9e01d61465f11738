/** Vectors of the chapter log: how a replica of a log grows by a range of entries. */

import {
  appendLeaves,
  deriveNodeKeys,
  EMPTY_COMPACT_RANGE,
  encodeBase64url,
  type ResumeEntry,
  recoveryDigest,
  resumeToSign,
  tweetnaclBackend,
} from '@covisa/protocol';
import { checkpointOf, consistencyProof, leavesOf, linesOf, rootOf } from '../log-material.js';
import {
  announced,
  bent,
  INSTANT,
  lineOf,
  MELBOURNE,
  publicText,
  SYDNEY,
  seedOf,
} from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const extend = vectorsOf('extend-log');

const lines = linesOf(MELBOURNE, 6);
const fork = linesOf(MELBOURNE, 6, 'b');
const logKey = tweetnaclBackend.publicKey(MELBOURNE.keys.log);

function heldOf(some: readonly string[]) {
  return appendLeaves(EMPTY_COMPACT_RANGE, leavesOf(some));
}

function rangeOf(held: number, from: number, to: number, change: object = {}) {
  return {
    space: MELBOURNE.id,
    incarnation: 0,
    held: heldOf(lines.slice(0, held)),
    logKey: held === 0 ? null : logKey,
    recovery: null,
    from,
    lines: lines.slice(from, to),
    checkpoint: checkpointOf(MELBOURNE, lines),
    proof: to === lines.length ? [] : consistencyProof(lines, to),
    ...change,
  };
}

function grown(size: number, added: number) {
  return { added, ...heldOf(lines.slice(0, size)), logKey };
}

function refused(title: string, rules: string, input: object, code = 'RANGE_INVALID'): Vector {
  return extend.error(`range: ${title}`, rules, input, code);
}

const ranges: readonly Vector[] = [
  extend.ok('range: a log from its first entry on', 'LOG-4 LOG-5', rangeOf(0, 0, 6), grown(6, 6)),
  extend.ok(
    'range: entries up to below the checkpoint come with a proof',
    'LOG-4',
    rangeOf(2, 2, 4),
    grown(4, 2),
  ),
  extend.ok('range: entries that are held are passed over', 'LOG-4', rangeOf(4, 2, 6), grown(6, 2)),
  extend.ok(
    'range: one that ends before what is held adds nothing',
    'LOG-4',
    rangeOf(5, 0, 3),
    grown(5, 0),
  ),
  refused(
    'a changed entry drops all of it',
    'LOG-4',
    rangeOf(2, 2, 6, { lines: [...lines.slice(2, 5), fork[5]] }),
  ),
  refused(
    'an entry that no log can hold drops all of it',
    'LOG-4',
    rangeOf(2, 2, 6, { lines: [...lines.slice(2, 5), 'no entry'] }),
  ),
  refused('entries of which the log key is not known', 'LOG-5', rangeOf(2, 2, 6, { logKey: null })),
  refused('a gap after what is held', 'LOG-4', rangeOf(2, 3, 6)),
  refused(
    'more entries than the checkpoint covers',
    'LOG-4',
    rangeOf(2, 2, 6, { checkpoint: checkpointOf(MELBOURNE, lines.slice(0, 5)) }),
  ),
  refused(
    'a proof that does not lead to the root',
    'LOG-4',
    rangeOf(2, 2, 4, { proof: consistencyProof(lines, 4).map((one) => bent(one)) }),
  ),
  refused('a proof that is missing', 'LOG-4', rangeOf(2, 2, 4, { proof: [] })),
  refused(
    'new lines of another history show no fork: a relay may have made them',
    'LOG-6',
    rangeOf(3, 3, 6, { lines: fork.slice(3), checkpoint: checkpointOf(MELBOURNE, fork) }),
  ),
  refused(
    'a bare checkpoint of another history shows a fork',
    'LOG-6',
    rangeOf(6, 6, 6, { checkpoint: checkpointOf(MELBOURNE, fork) }),
    'LOG_FORKED',
  ),
  refused(
    'a bare later checkpoint with a proof of another history shows a fork',
    'LOG-6',
    rangeOf(3, 3, 3, {
      checkpoint: checkpointOf(MELBOURNE, fork),
      proof: consistencyProof(fork, 3),
    }),
    'LOG_FORKED',
  ),
  refused(
    'a fork that the log key did not sign shows nothing',
    'LOG-6',
    rangeOf(6, 6, 6, {
      checkpoint: checkpointOf(MELBOURNE, fork).replace(/.{9}=\n$/u, 'AAAAAAAAA=\n'),
    }),
    'CHECKPOINT_INVALID',
  ),
  refused(
    'an inception of another space',
    'LOG-5',
    rangeOf(0, 0, 6, { lines: [SYDNEY.inception, ...lines.slice(1)] }),
  ),
  refused(
    'a log that does not begin with an inception',
    'LOG-5',
    rangeOf(0, 0, 6, { lines: [...lines.slice(1), lines[0]] }),
  ),
  refused(
    'a checkpoint of another incarnation',
    'LOG-4',
    rangeOf(2, 2, 6, { checkpoint: checkpointOf(MELBOURNE, lines, { incarnation: 1 }) }),
    'CHECKPOINT_INVALID',
  ),
  refused(
    'a checkpoint by another key than that of the inception',
    'LOG-5',
    rangeOf(0, 0, 6, { checkpoint: checkpointOf(MELBOURNE, lines, { keys: SYDNEY.keys }) }),
    'CHECKPOINT_INVALID',
  ),
  refused(
    'a checkpoint that is no note',
    'LOG-4',
    rangeOf(2, 2, 6, { checkpoint: 'no note' }),
    'NOTE_INVALID',
  ),
];

const newKeys = deriveNodeKeys(seedOf('node/melbourne/1'));
const previous = { size: lines.length, root: encodeBase64url(rootOf(lines)) };
const claims = {
  space: MELBOURNE.id,
  incarnation: 1,
  previous,
  ...announced(newKeys, seedOf('recovery/melbourne/1')),
  time: INSTANT,
};

function resume(recovery: Uint8Array, signer: Uint8Array = recovery): ResumeEntry {
  const signature = encodeBase64url(tweetnaclBackend.sign(signer, resumeToSign(claims)));
  return { type: 'resume', version: 1, ...claims, recoveryKey: publicText(recovery), signature };
}

const digest = recoveryDigest(tweetnaclBackend.publicKey(MELBOURNE.recovery));

function later(first: string, change: object = {}) {
  const some = [first, '{"type":"note"}'];
  return {
    space: MELBOURNE.id,
    incarnation: 1,
    held: EMPTY_COMPACT_RANGE,
    logKey: null,
    recovery: digest,
    from: 0,
    lines: some,
    checkpoint: checkpointOf(MELBOURNE, some, { incarnation: 1, keys: newKeys }),
    proof: [],
    ...change,
  };
}

const good = lineOf(resume(MELBOURNE.recovery));

const resumes: readonly Vector[] = [
  extend.ok(
    'range: a later incarnation begins with its resume, whose key signs the checkpoint',
    'LOG-10 RESUME-2 RESUME-3',
    later(good),
    {
      added: 2,
      ...heldOf([good, '{"type":"note"}']),
      logKey: tweetnaclBackend.publicKey(newKeys.log),
    },
  ),
  refused(
    'a later incarnation of which the one before is not held',
    'LOG-10',
    later(good, { recovery: null }),
  ),
  refused(
    'a later incarnation that begins with an inception',
    'LOG-10',
    later(MELBOURNE.inception),
  ),
  refused(
    'a resume by another recovery key',
    'RESUME-3',
    later(lineOf(resume(seedOf('a thief')))),
    'RESUME_INVALID',
  ),
  refused(
    'a resume that names the recovery key and is signed by another',
    'RESUME-3',
    later(lineOf(resume(MELBOURNE.recovery, MELBOURNE.keys.log))),
    'RESUME_INVALID',
  ),
  refused(
    'a resume of another incarnation',
    'RESUME-2',
    later(good, {
      incarnation: 2,
      checkpoint: checkpointOf(MELBOURNE, [good, '{"type":"note"}'], {
        incarnation: 2,
        keys: newKeys,
      }),
    }),
    'RESUME_INVALID',
  ),
  refused(
    'a later incarnation whose checkpoint the former log key signed',
    'LOG-10',
    later(good, {
      checkpoint: checkpointOf(MELBOURNE, [good, '{"type":"note"}'], { incarnation: 1 }),
    }),
    'CHECKPOINT_INVALID',
  ),
];

export const logRanges: readonly Vector[] = [...ranges, ...resumes];
