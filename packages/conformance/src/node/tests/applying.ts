/** Applying to a programme, as a space that has followed a link. */

import {
  APPLICANT_ENTRIES_MAX,
  encodeBase64url,
  encodeSync,
  encodeUtf8,
  parseSync,
  type SyncRange,
  shape,
} from '@covisa/protocol';
import { checkRefusal, contentOf, documentOf, errorOf, jsonOf } from '../answers.js';
import { application, noProgramme, preview, programmeOf } from '../applying.js';
import type { Code } from '../codes.js';
import { reading, Skip, same } from '../expect.js';
import type { SignedAnswer, Subject } from '../subject.js';
import type { NodeChapter, NodeTest } from '../test.js';
import type { TestSpace } from '../test-space.js';

const invitation = shape.open({ link: shape.text({ min: 10, max: 400 }) });
const APPLY = '/covisa/v1/apply';

/** A space of this chapter alone, which is never endorsed. */
function applicant(subject: Subject): Promise<TestSpace> {
  return subject.once('an applicant', async () => subject.newSpace('applicant'));
}

async function checkTaken(subject: Subject) {
  const space = await applicant(subject);
  const content = application(space, await programmeOf(subject));
  const called = await subject.call(space, APPLY, content);
  await subject.checkSigned(called);
  if (called.answer.status !== 200) same('apply', errorOf(called.answer), 'an answer');
  return reading('the programme', () => preview.parse(jsonOf(called.answer)));
}

/** An application of a fresh space with another range of its log. */
function refused(
  title: string,
  rules: readonly string[],
  codes: readonly [Code, ...Code[]] | null,
  rangeOf: (space: TestSpace, subject: Subject) => SyncRange,
): NodeTest {
  return {
    title,
    rules,
    async run(subject) {
      const space = subject.newSpace('refused');
      const programme = await programmeOf(subject);
      const content = application(space, programme, rangeOf(space, subject));
      await checkRefused(subject, await subject.call(space, APPLY, content), codes);
    },
  };
}

/** The refusal is signed; where the specification names no code any one will do. */
async function checkRefused(
  subject: Subject,
  called: SignedAnswer,
  codes: readonly [Code, ...Code[]] | null,
): Promise<void> {
  await subject.checkSigned(called);
  if (codes === null) errorOf(called.answer);
  else checkRefusal(called.answer, ...codes);
}

function fillUp(space: TestSpace, size: number): void {
  while (space.size < size) space.appendLine(encodeUtf8(`{"type":"filler","n":${space.size}}`));
}

export const applying: NodeChapter = {
  name: 'Applying',
  place: 'spec/http.md#applying',
  tests: [
    {
      title: 'An applicant shows its log, and is told what the programme is.',
      rules: ['LOG-4', 'LOG-5'],
      run: async (subject) => void (await checkTaken(subject)),
    },
    {
      title: 'To apply again is harmless.',
      rules: [],
      run: async (subject) => void (await checkTaken(subject)),
    },
    {
      title: 'An application to a programme that the node is not in is refused.',
      rules: [],
      async run(subject) {
        const space = subject.newSpace('lost');
        const content = application(space, noProgramme(subject));
        await checkRefused(subject, await subject.call(space, APPLY, content), ['NOT_FOUND']);
      },
    },
    {
      title: "The node's own invitation names its address, the programme and the space.",
      rules: [],
      async run(subject) {
        const programme = await programmeOf(subject);
        const { space, url } = await subject.discovery();
        if (url === null) throw new Skip('the node has no address of its own');
        const answer = await subject.api('POST', `/api/programmes/${programme}/invite`, {});
        same('link', documentOf(answer, invitation).link, `${url}/join#${programme}.${space}`);
      },
    },
    {
      title: 'An applicant gets no entries of the programme.',
      rules: ['SYNC-4'],
      async run(subject) {
        await checkTaken(subject);
        const { space } = await subject.discovery();
        const programme = await programmeOf(subject);
        const digests = [{ programme, digest: encodeBase64url(new Uint8Array(32)) }];
        const wants = [{ space, incarnation: 0, from: 0 }];
        const content = encodeSync({ sync: 1, digests, wants });
        const called = await subject.call(await applicant(subject), '/covisa/v1/sync', content);
        await checkRefused(subject, called, ['FORBIDDEN', 'PEER_UNKNOWN']);
      },
    },
    {
      title: 'An applicant that asks for its own log alone has it back.',
      rules: ['SYNC-4'],
      async run(subject) {
        await checkTaken(subject);
        const space = await applicant(subject);
        const wants = [{ ...space.log, from: 1 }];
        const content = encodeSync({ sync: 1, digests: [], wants });
        const called = await subject.call(space, '/covisa/v1/sync', content);
        await subject.checkSigned(called);
        if (called.answer.status !== 200) same('sync', errorOf(called.answer), 'an answer');
        const { header, lines } = parseSync(contentOf(called.answer));
        const ranges = (header.ranges ?? []).map(({ space: id, from }) => `${id} ${from}`);
        same('ranges', ranges.join(), `${space.id} 1`);
        same('entries', lines.flat().length, space.size - 1);
        same('echo', header.echo, space.checkpoint());
      },
    },
    {
      title: 'An applicant shows its own log, and no other.',
      rules: ['LOG-5'],
      async run(subject) {
        const programme = await programmeOf(subject);
        const content = application(subject.newSpace('shown'), programme);
        const called = await subject.call(subject.newSpace('showing'), APPLY, content);
        await checkRefused(subject, called, ['PEER_UNKNOWN']);
      },
    },
    refused(
      'A checkpoint by another key is refused.',
      ['LOG-5'],
      ['CHECKPOINT_INVALID'],
      (space, subject) => ({
        ...space.range(0),
        checkpoint: space.checkpoint(space.size, space.root(), subject.options.random(32)),
      }),
    ),
    refused(
      'Entries that do not hash to the checkpoint are refused.',
      ['LOG-4'],
      ['RANGE_INVALID'],
      (space, subject) => ({
        ...space.range(0),
        checkpoint: space.checkpoint(space.size, subject.options.random(32)),
      }),
    ),
    refused('An opening has at most 64 entries.', [], null, (space) => {
      fillUp(space, APPLICANT_ENTRIES_MAX + 1);
      return space.range(0);
    }),
    {
      title: 'An opening of just 64 entries is taken.',
      rules: [],
      async run(subject) {
        const space = subject.newSpace('long');
        fillUp(space, APPLICANT_ENTRIES_MAX);
        const content = application(space, await programmeOf(subject));
        const called = await subject.call(space, APPLY, content);
        await subject.checkSigned(called);
        same('status', called.answer.status, 200);
      },
    },
    refused('An opening starts at the inception.', ['LOG-5'], null, (space) => space.range(1)),
    {
      title: 'What is no message is refused.',
      rules: [],
      async run(subject) {
        const content = encodeUtf8('hello\n');
        const called = await subject.call(subject.newSpace('talker'), APPLY, content);
        await checkRefused(subject, called, ['PEER_UNKNOWN', 'SYNC_INVALID']);
      },
    },
  ],
};
