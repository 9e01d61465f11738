/** Two resumes of one incarnation: the space is closed for ever, whichever came first. */

import {
  emptyRoot,
  encodeBase64url,
  encodeSync,
  type ForkProof,
  logKeyOf,
  parseSync,
  parseUtf8,
  readFork,
  recoveryDigest,
  shape,
} from '@covisa/protocol';
import { ed25519 } from '../../platform/ed25519.js';
import { admitted } from '../admitted.js';
import { contentOf, documentOf, errorOf } from '../answers.js';
import { check, reading, same } from '../expect.js';
import { beat, lineOf, linesOf, NO_DIGEST, showFork } from '../forking.js';
import type { Peer } from '../peer.js';
import type { Subject } from '../subject.js';
import type { NodeChapter } from '../test.js';
import type { TestSpace } from '../test-space.js';

const listings = shape.list(shape.open({ space: shape.text({ max: 43 }) }), 10_000);

function fresh(subject: Subject, space: TestSpace): TestSpace {
  return space.resume(subject.options.random(32), subject.now());
}

function resumeOf({ lines }: TestSpace): string {
  return parseUtf8(lines[0] ?? new Uint8Array());
}

/** The proof that the recovery key of a space has signed two resumes. */
function rivalProof(one: TestSpace, other: TestSpace): ForkProof {
  return { ...one.log, common: 0, resumes: [resumeOf(one), resumeOf(other)] };
}

/** @throws Failure unless the node tells that there are rivals for an incarnation */
async function checkClosed(teller: Peer, resumed: TestSpace): Promise<void> {
  const line = await lineOf(teller, resumed.log);
  same('common', line.common ?? null, 0);
  same('the size', line.size, 0);
  same('the root', line.root, encodeBase64url(emptyRoot()));
  same('the day', line.day, 0);
}

/** @throws Failure unless the proof of the rivals holds by the space's recovery key */
function checkProof(proof: ForkProof | undefined, { recoverySeed, log }: TestSpace): void {
  check(proof !== undefined, 'forks: expected the proof');
  check('resumes' in proof, 'fork: expected two resumes');
  const recovery = recoveryDigest(ed25519.publicKey(recoverySeed));
  const fork = reading('fork', () => readFork(proof, { logKey: null, recovery }));
  same('the space', fork.log.space, log.space);
  check(
    fork.checks.every((signed) => ed25519.verify(signed)),
    "fork: expected the recovery key's signatures",
  );
}

/** A space of which the node was shown two resumes by another one, and none before. */
function shown(subject: Subject) {
  return subject.once('rival resumes that another space shows', async () => {
    const [vera, xavier] = [await admitted(subject, 'Vera'), await admitted(subject, 'Xavier')];
    const [one, other] = [fresh(subject, vera.space), fresh(subject, vera.space)];
    await showFork(xavier, rivalProof(one, other));
    return { before: vera.space, xavier, one };
  });
}

function show(subject: Subject, space: TestSpace) {
  const content = encodeSync({ sync: 1, digests: [], ranges: [space.range(0)] }, [space.lines]);
  return subject.call(space, '/covisa/v1/resume', content);
}

/** A space that has resumed at the node twice, as its owner and a thief do. */
function resumedTwice(subject: Subject) {
  return subject.once('a space that has resumed twice', async () => {
    const [wendy, xavier] = [await admitted(subject, 'Wendy'), await admitted(subject, 'Xavier')];
    const [one, other] = [fresh(subject, wendy.space), fresh(subject, wendy.space)];
    const first = await show(subject, one);
    if (first.answer.status !== 200) same('resume', errorOf(first.answer), 'an answer');
    const second = await show(subject, other);
    return { before: wendy.space, xavier, one, other, second };
  });
}

async function isListed(subject: Subject, { id }: TestSpace): Promise<boolean> {
  const said = documentOf(await subject.get('/covisa/v1/directory'), listings);
  return said.some(({ space }) => space === id);
}

export const rivals: NodeChapter = {
  name: 'Rival resumes',
  place: 'spec/forks.md#what-becomes-of-the-log',
  tests: [
    {
      title: 'Two resumes of one incarnation leave nothing of it, and the one before as it was.',
      rules: ['FORK-5', 'FORK-6', 'FORK-8'],
      async run(subject) {
        const { xavier, before, one } = await shown(subject);
        await checkClosed(xavier, one);
        const line = await lineOf(xavier, before.log);
        same('the size of the log before', line.size, before.size);
        same('the root of the log before', line.root, encodeBase64url(before.root()));
      },
    },
    {
      title: 'The proof of rival resumes is given to whoever asks for it, and holds.',
      rules: ['FORK-5', 'FORK-6'],
      async run(subject) {
        const { xavier, before, one } = await shown(subject);
        const wants = [{ ...one.log, from: 0, fork: true }];
        const { header } = await xavier.ask({ wants }, [], NO_DIGEST);
        checkProof(header.forks?.[0], before);
      },
    },
    {
      title: 'The space is listed no more, and its node is sent away.',
      rules: ['FORK-8'],
      async run(subject) {
        const { before, xavier, one } = await shown(subject);
        await beat(subject, xavier);
        same('the other space is listed', await isListed(subject, xavier.space), true);
        same('the space is listed', await isListed(subject, before), false);
        for (const space of [before, one]) {
          const digests = [{ programme: xavier.programme, digest: NO_DIGEST }];
          const content = encodeSync({ sync: 1, digests });
          const called = await subject.call(space, '/covisa/v1/sync', content);
          await subject.checkSigned(called);
          errorOf(called.answer);
        }
      },
    },
    {
      title: 'A resume beside the one that the node holds closes the space, and is told the proof.',
      rules: ['FORK-5', 'FORK-8'],
      async run(subject) {
        const { xavier, before, one, second } = await resumedTwice(subject);
        await subject.checkSigned(second);
        if (second.answer.status !== 200) same('resume', errorOf(second.answer), 'an answer');
        checkProof(parseSync(contentOf(second.answer)).header.forks?.[0], before);
        await checkClosed(xavier, one);
      },
    },
    {
      title: 'No later incarnation opens a space again that rivals have closed.',
      rules: ['FORK-8'],
      async run(subject) {
        const { xavier, one, other } = await resumedTwice(subject);
        for (const rival of [one, other]) {
          const next = fresh(subject, rival);
          await show(subject, next);
          await xavier.ask({ ranges: [next.range(0)] }, [next.lines], NO_DIGEST);
          const lines = await linesOf(xavier, next.id);
          const isOpen = lines.some((line) => logKeyOf(line) === logKeyOf(next.log));
          same('a line of the later incarnation', isOpen, false);
        }
        await checkClosed(xavier, one);
      },
    },
  ],
};
