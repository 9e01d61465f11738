/** A space that goes on with its recovery key: new keys, and its own logs back. */

import {
  encodeBase64url,
  encodeSync,
  encodeUtf8,
  parseSync,
  recoveryDigest,
} from '@covisa/protocol';
import { ed25519 } from '../../platform/ed25519.js';
import { admitted } from '../admitted.js';
import { checkRefusal, contentOf, errorOf } from '../answers.js';
import { check, same } from '../expect.js';
import { publicKey } from '../openings.js';
import { Peer } from '../peer.js';
import type { SignedAnswer, Subject } from '../subject.js';
import type { NodeChapter } from '../test.js';
import type { TestSpace } from '../test-space.js';

const NO_DIGEST = encodeBase64url(new Uint8Array(32));

/** Shows the start of a new incarnation, signed by its new key. */
async function show(subject: Subject, space: TestSpace): Promise<SignedAnswer> {
  const content = encodeSync({ sync: 1, digests: [], ranges: [space.range(0)] }, [space.lines]);
  const called = await subject.call(space, '/covisa/v1/resume', content);
  await subject.checkSigned(called);
  return called;
}

/** A space with all of its log at the node. */
async function before(subject: Subject): Promise<Peer> {
  const peer = await admitted(subject, 'Erin');
  await peer.sync();
  return peer;
}

/** The same space in its next incarnation, which the node has been shown. */
function resumed(subject: Subject): Promise<Peer> {
  return subject.once('a space that has resumed', async () => {
    const { space, programme } = await before(subject);
    const next = space.resume(subject.options.random(32), subject.now());
    const { answer } = await show(subject, next);
    if (answer.status !== 200) same('resume', errorOf(answer), 'an answer');
    return new Peer(subject, next, programme);
  });
}

/** Asks for a space's own logs, with its recovery key. */
async function recover(
  subject: Subject,
  { recoverySeed: seed }: TestSpace,
  signer: Uint8Array = seed,
): Promise<SignedAnswer> {
  const content = encodeUtf8(JSON.stringify({ recovery: publicKey(seed), held: [] }));
  const caller = subject.newSpace('owner');
  const called = await subject.call(caller, '/covisa/v1/recovery', content, {
    fields: { keyid: recoveryDigest(ed25519.publicKey(seed)) },
    seed: signer,
  });
  await subject.checkSigned(called);
  return called;
}

export const resume: NodeChapter = {
  name: 'Resume',
  place: 'spec/decisions/0018-resume.md',
  tests: [
    {
      title: 'Who has the recovery key gets the logs of the space back.',
      rules: ['KEYS-2', 'LOG-4'],
      async run(subject) {
        const { space } = await before(subject);
        const { answer } = await recover(subject, space);
        same('status', answer.status, 200);
        const { header, lines } = parseSync(contentOf(answer));
        const at = header.ranges?.findIndex((range) => range.space === space.id) ?? -1;
        same('entries', lines[at]?.length ?? 0, space.size);
      },
    },
    {
      title: 'Who has not, gets none.',
      rules: ['KEYS-2'],
      async run(subject) {
        const { space } = await before(subject);
        const { answer } = await recover(subject, space, subject.options.random(32));
        checkRefusal(answer, 'REQUEST_SIGNATURE_INVALID');
        const stranger = subject.newSpace('stranger');
        checkRefusal((await recover(subject, stranger)).answer, 'RECOVERY_KEY_UNKNOWN');
      },
    },
    {
      title: 'A resume that another key has signed changes nothing.',
      rules: ['RESUME-3', 'LOG-10'],
      async run(subject) {
        const peer = await before(subject);
        const thief = subject.options.random(32);
        const stolen = peer.space.resume(subject.options.random(32), subject.now(), thief);
        checkRefusal((await show(subject, stolen)).answer, 'RESUME_INVALID');
        await peer.sync();
      },
    },
    {
      title: 'A resume opens the space that it names, and no other.',
      rules: ['RESUME-2'],
      async run(subject) {
        const other = subject.newSpace('other');
        const next = other.resume(subject.options.random(32), subject.now());
        errorOf((await show(subject, next)).answer);
      },
    },
    {
      title: 'A resume by the recovery key gives the space new keys.',
      rules: ['RESUME-1', 'RESUME-2', 'RESUME-3', 'LOG-10'],
      async run(subject) {
        const peer = await resumed(subject);
        const { header } = await peer.ask({}, [], NO_DIGEST);
        const line = header.frontier?.find(
          ({ space, incarnation }) => space === peer.space.id && incarnation === 1,
        );
        same('the size of the new log', line?.size ?? null, peer.space.size);
      },
    },
    {
      title: 'The keys before it are dead.',
      rules: ['LOG-10'],
      async run(subject) {
        await resumed(subject);
        const old = await admitted(subject, 'Erin');
        const called = await old.equal();
        await subject.checkSigned(called);
        checkRefusal(called.answer, 'REQUEST_SIGNATURE_INVALID');
      },
    },
    {
      title: 'Each recovery key serves once.',
      rules: ['RESUME-3'],
      async run(subject) {
        const { space: first } = await admitted(subject, 'Erin');
        const { space: second } = await resumed(subject);
        const third = second.resume(subject.options.random(32), subject.now(), first.recoverySeed);
        checkRefusal((await show(subject, third)).answer, 'RESUME_INVALID');
      },
    },
    {
      title: 'Others hear of the new incarnation beside the old one.',
      rules: ['LOG-10'],
      async run(subject) {
        const { space, programme } = await resumed(subject);
        const reader = await admitted(subject, 'Oscar');
        same('the programme', reader.programme, programme);
        await reader.sync();
        const held = reader.held(space.log);
        check(held.compact.size >= space.size, 'log: expected the new incarnation whole');
      },
    },
  ],
};
