/** Messages of a sync that are none, or that are beyond a limit: from a peer that is known. */

import { gzipSync } from 'node:zlib';
import {
  concatBytes,
  ENTRY_BYTES_MAX,
  encodeBase64url,
  encodeUtf8,
  SYNC_BYTES_MAX,
  SYNC_ENTRIES_MAX,
  SYNC_FRONTIER_MAX,
  SYNC_HEADER_BYTES_MAX,
  SYNC_PROGRAMMES_MAX,
  SYNC_WANTS_MAX,
} from '@covisa/protocol';
import { admitted } from '../admitted.js';
import { checkRefusal } from '../answers.js';
import type { Code } from '../codes.js';
import { fillerLine } from '../entries.js';
import { same } from '../expect.js';
import type { Peer } from '../peer.js';
import type { SignedAnswer, Subject } from '../subject.js';
import type { NodeChapter, NodeTest } from '../test.js';

const NO_DIGEST = encodeBase64url(new Uint8Array(32));

function eve(subject: Subject): Promise<Peer> {
  return admitted(subject, 'Eve');
}

function headerOf(peer: Peer, more: object): Record<string, unknown> {
  return { sync: 1, digests: [{ programme: peer.programme, digest: NO_DIGEST }], ...more };
}

function bodyOf(header: object, rest = ''): Uint8Array {
  return encodeUtf8(`${JSON.stringify(header)}\n${rest}`);
}

/** A message is refused with one of these codes, and the refusal is signed. */
function refused(
  title: string,
  rules: readonly string[],
  codes: readonly [Code, ...Code[]],
  content: (peer: Peer) => Uint8Array,
): NodeTest {
  return {
    title,
    rules,
    async run(subject) {
      const peer = await eve(subject);
      await checkRefused(subject, await peer.call(content(peer)), codes);
    },
  };
}

async function checkRefused(
  subject: Subject,
  called: SignedAnswer,
  codes: readonly [Code, ...Code[]],
): Promise<void> {
  await subject.checkSigned(called);
  checkRefusal(called.answer, ...codes);
}

function tooMany(what: string, more: (peer: Peer) => object): NodeTest {
  const codes = ['SYNC_INVALID', 'SYNC_TOO_LARGE'] as const;
  return refused(`A message with too many ${what} is refused.`, [], codes, (peer) =>
    bodyOf(headerOf(peer, more(peer))),
  );
}

const misfits: readonly (readonly [what: string, more: object])[] = [
  ['another version', { sync: 2 }],
  ['digests that are no list', { digests: {} }],
  ['a want of no space', { wants: [{ space: 'nobody', incarnation: 0, from: 0 }] }],
  ['a want from below 0', { wants: [{ space: NO_DIGEST, incarnation: 0, from: -1 }] }],
  ['a frontier line of four members', { frontier: [[NO_DIGEST, 0, 1, NO_DIGEST]] }],
  ['a cursor with a space', { since: 'a b' }],
  ['a heartbeat of two lines', { beat: '— a b\n— c d' }],
];

export const syncMessages: NodeChapter = {
  name: 'Sync messages',
  place: 'spec/gossip.md',
  tests: [
    refused('An empty body is no message.', ['SYNC-5'], ['SYNC_INVALID'], () => new Uint8Array()),
    refused('A header that is no JSON is refused.', [], ['SYNC_INVALID'], () =>
      encodeUtf8('hello\n'),
    ),
    refused('A header line ends in LF.', ['SYNC-5'], ['SYNC_INVALID'], (peer) =>
      bodyOf(headerOf(peer, {})).slice(0, -1),
    ),
    refused('There is no CR in a header line.', ['SYNC-5'], ['SYNC_INVALID'], (peer) =>
      encodeUtf8(`${JSON.stringify(headerOf(peer, {}))}\r\n`),
    ),
    refused('Nothing follows the last range.', ['SYNC-5'], ['SYNC_INVALID'], (peer) =>
      bodyOf(headerOf(peer, {}), '{"type":"weather"}\n'),
    ),
    refused('A range has as many lines as it says.', ['SYNC-5'], ['SYNC_INVALID'], (peer) =>
      bodyOf(headerOf(peer, { ranges: [peer.space.range(0)] })),
    ),
    refused('The last line of a range ends in LF.', ['SYNC-5'], ['SYNC_INVALID'], (peer) => {
      const ranges = [{ ...peer.space.range(0, 1), count: 1 }];
      return bodyOf(headerOf(peer, { ranges }), '{"type":"weather"}');
    }),
    ...misfits.map(([what, more]) =>
      refused(`A header with ${what} is refused.`, [], ['SYNC_INVALID'], (peer) =>
        bodyOf(headerOf(peer, more)),
      ),
    ),
    tooMany('wants', (peer) => {
      const want = { ...peer.space.log, from: 0 };
      return { wants: Array.from({ length: SYNC_WANTS_MAX + 1 }, () => want) };
    }),
    tooMany('lines of a frontier', ({ space }) => {
      const line = [space.id, 0, 1, NO_DIGEST, 0];
      return { frontier: Array.from({ length: SYNC_FRONTIER_MAX + 1 }, () => line) };
    }),
    tooMany('programmes', ({ programme }) => {
      const digest = { programme, digest: NO_DIGEST };
      return { digests: Array.from({ length: SYNC_PROGRAMMES_MAX + 1 }, () => digest) };
    }),
    refused(
      'All ranges together have at most 16,384 entries.',
      ['SYNC-1'],
      ['SYNC_TOO_LARGE'],
      (peer) => {
        const range = peer.space.range(0);
        const ranges = [
          { ...range, count: SYNC_ENTRIES_MAX },
          { ...range, count: 1 },
        ];
        return bodyOf(headerOf(peer, { ranges }));
      },
    ),
    refused('A header line has at most 2 MiB.', [], ['SYNC_TOO_LARGE'], (peer) =>
      bodyOf(headerOf(peer, { more: 'x'.repeat(SYNC_HEADER_BYTES_MAX) })),
    ),
    {
      title: 'Content that unpacks to more than 4 MiB is refused.',
      rules: [],
      async run(subject) {
        const peer = await eve(subject);
        const packed = gzipSync(bodyOf(headerOf(peer, { more: 'x'.repeat(SYNC_BYTES_MAX) })));
        const called = await peer.call(new Uint8Array(packed), { 'content-encoding': 'gzip' });
        await checkRefused(subject, called, ['BODY_TOO_LARGE', 'SYNC_TOO_LARGE']);
      },
    },
    {
      title: 'An entry of more than 16 KiB is not taken.',
      rules: ['LOG-1'],
      async run(subject) {
        const peer = await admitted(subject, 'Frank');
        const { space } = peer;
        await peer.sync();
        const from = space.size;
        space.appendLine(fillerLine(0, ENTRY_BYTES_MAX + 1));
        const header = headerOf(peer, { ranges: [space.range(from)] });
        const line = concatBytes(...space.lines.slice(from), encodeUtf8('\n'));
        const { answer } = await peer.call(concatBytes(bodyOf(header), line));
        if (answer.status !== 200) checkRefusal(answer, 'SYNC_TOO_LARGE', 'SYNC_INVALID');
        const next = await peer.ask({}, [], NO_DIGEST);
        const held = next.header.frontier?.find((one) => one.space === space.id);
        same('the size that the node holds', held?.size ?? null, from);
      },
    },
  ],
};
