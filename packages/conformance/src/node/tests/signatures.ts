/**
 * Signed requests, tried at a route to which strangers may speak: an application to a programme
 * that nobody has founded. A signature that holds gets as far as `NOT_FOUND`, and nothing is kept.
 */

import { gzipSync } from 'node:zlib';
import { encodeBase64, SYNC_BYTES_MAX, sha256 } from '@covisa/protocol';
import { checkRefusal } from '../answers.js';
import { application, noProgramme } from '../applying.js';
import type { Code } from '../codes.js';
import { check } from '../expect.js';
import { contentDigest, isSigned } from '../signing.js';
import type { Changes, SignedAnswer, Subject } from '../subject.js';
import type { NodeChapter, NodeTest } from '../test.js';

const APPLY = '/covisa/v1/apply';

/** What a probe's request is changed by, once it is known. */
type Change = (subject: Subject, content: Uint8Array) => Changes;

async function probe(subject: Subject, change: Change = () => ({})): Promise<SignedAnswer> {
  await subject.learnClock();
  const caller = subject.newSpace('prober');
  const content = application(caller, noProgramme(subject));
  return subject.call(caller, APPLY, content, change(subject, content));
}

/** The signature held: the answer is of the programme, and is signed. */
async function checkTaken(subject: Subject, called: SignedAnswer): Promise<void> {
  checkRefusal(called.answer, 'NOT_FOUND');
  await subject.checkSigned(called);
}

function taken(title: string, change: Change): NodeTest {
  return {
    title,
    rules: [],
    run: async (subject) => checkTaken(subject, await probe(subject, change)),
  };
}

/** A refusal is signed, unless the head could not be read as one of this node. */
async function checkRefused(
  subject: Subject,
  called: SignedAnswer,
  codes: readonly [Code, ...Code[]],
): Promise<void> {
  checkRefusal(called.answer, ...codes);
  if (isSigned(called.answer)) await subject.checkSigned(called);
}

function refused(
  title: string,
  codes: readonly [Code, ...Code[]],
  change: Change,
  rules: readonly string[] = [],
): NodeTest {
  return {
    title,
    rules,
    run: async (subject) => checkRefused(subject, await probe(subject, change), codes),
  };
}

const forged = ['REQUEST_SIGNATURE_INVALID'] as const;

export const signatures: NodeChapter = {
  name: 'Signed requests',
  place: 'spec/http.md#signed-requests',
  tests: [
    taken('A request that is signed as specified is taken.', () => ({})),
    taken('The name of a signature means nothing.', () => ({ fields: { label: 'x1' } })),
    taken('A clock that is off by four minutes is near enough.', (subject) => ({
      fields: { created: subject.now() - 240 },
    })),
    taken('Parameters of the content type are passed over.', () => ({
      contentType: 'application/covisa-sync; version=1',
    })),
    {
      title: 'Signatures with other tags are passed over.',
      rules: [],
      async run(subject) {
        const caller = subject.newSpace('prober');
        const content = application(caller, noProgramme(subject));
        const called = await subject.call(caller, APPLY, content, {
          more: {
            'signature-input': 'proxy=("@method");created=1;tag="other"',
            signature: `proxy=:${encodeBase64(new Uint8Array(64))}:`,
          },
        });
        await checkTaken(subject, called);
      },
    },
    {
      title: 'Two signatures with the tag of the protocol are refused.',
      rules: [],
      async run(subject) {
        const caller = subject.newSpace('prober');
        const content = application(caller, noProgramme(subject));
        const called = await subject.call(caller, APPLY, content, {
          more: {
            'signature-input': 'second=("@method");created=1;tag="covisa"',
            signature: `second=:${encodeBase64(new Uint8Array(64))}:`,
          },
        });
        await checkRefused(subject, called, forged);
      },
    },
    {
      title: 'Content may be gzipped, and the digest is that of the content as sent.',
      rules: ['HTTP-1'],
      async run(subject) {
        const caller = subject.newSpace('prober');
        const content = new Uint8Array(gzipSync(application(caller, noProgramme(subject))));
        const headers = { 'content-encoding': 'gzip' };
        await checkTaken(subject, await subject.call(caller, APPLY, content, { headers }));
      },
    },
    {
      title: 'Content that unpacks to more than the largest message is refused.',
      rules: [],
      async run(subject) {
        const content = new Uint8Array(gzipSync(new Uint8Array(SYNC_BYTES_MAX + 1)));
        const headers = { 'content-encoding': 'gzip' };
        const caller = subject.newSpace('prober');
        const called = await subject.call(caller, APPLY, content, { headers });
        await checkRefused(subject, called, ['BODY_TOO_LARGE']);
      },
    },
    {
      title: 'A nonce is taken once.',
      rules: [],
      async run(subject) {
        const called = await probe(subject);
        await checkTaken(subject, called);
        const answer = await called.again();
        await checkRefused(subject, { ...called, answer }, ['REQUEST_REPLAYED']);
      },
    },
    refused('The key of another space signs for nobody else.', forged, (subject) => ({
      seed: subject.options.random(32),
    })),
    refused('A request of ten minutes ago is stale.', ['REQUEST_STALE'], (subject) => ({
      fields: { created: subject.now() - 600 },
    })),
    refused('A request of ten minutes ahead is stale.', ['REQUEST_STALE'], (subject) => ({
      fields: { created: subject.now() + 600 },
    })),
    refused('A request for another space is refused.', forged, (subject) => ({
      fields: { recipient: subject.newSpace('other').id },
    })),
    refused('A recipient that was changed on the way is refused.', forged, (subject) => ({
      headers: { 'covisa-recipient': subject.newSpace('other').id },
    })),
    refused(
      'Content that was changed on the way is refused.',
      forged,
      (_subject, content) => ({ fields: { digest: contentDigest(content.slice(1)) } }),
      ['HTTP-1'],
    ),
    refused(
      'A digest with a second member is refused.',
      forged,
      (_subject, content) => ({
        fields: { digest: `${contentDigest(content)}, sha-512=:${encodeBase64(sha256(content))}:` },
      }),
      ['HTTP-1'],
    ),
    refused(
      'A digest with a parameter is refused.',
      forged,
      (_subject, content) => ({ fields: { digest: `${contentDigest(content)};x=1` } }),
      ['HTTP-1'],
    ),
    refused('The method that was signed is the one that counts.', forged, () => ({
      fields: { method: 'GET' },
    })),
    refused('The path that was signed is the one that counts.', forged, () => ({
      fields: { path: '/covisa/v1/sync' },
    })),
    refused('The query that was signed is the one that counts.', forged, () => ({
      fields: { query: '?x=1' },
    })),
    refused('Another algorithm is refused.', forged, () => ({ fields: { alg: 'ed448' } })),
    refused('A signature with another tag alone is none.', forged, () => ({
      fields: { tag: 'other' },
    })),
    refused('A nonce of another length is refused.', forged, () => ({
      fields: { nonce: 'BwcHBwcHBwc' },
    })),
    refused('A key id that is no space id is refused.', forged, () => ({
      fields: { keyid: 'somebody' },
    })),
    refused('A request without a signature is refused.', forged, () => ({
      headers: { 'signature-input': '', signature: '' },
    })),
    refused('Another content type is refused.', ['MEDIA_TYPE_UNSUPPORTED'], () => ({
      contentType: 'application/json',
    })),
    ...['covisa-recipient', 'content-digest', 'content-type'].map((name) =>
      refused(
        `The header ${name} stands once.`,
        ['REQUEST_INVALID', 'REQUEST_SIGNATURE_INVALID', 'MEDIA_TYPE_UNSUPPORTED'],
        () => ({ twice: name }),
      ),
    ),
    {
      title: 'A caller that is not known is told so, by a signed answer, at each signed route.',
      rules: [],
      async run(subject) {
        const caller = subject.newSpace('stranger');
        for (const [path, contentType] of [
          ['sync', 'application/covisa-sync'],
          ['apply', 'application/covisa-sync'],
          ['grant', 'application/json'],
          ['spoken/collect', 'application/json'],
        ] as const) {
          const route = `/covisa/v1/${path}`;
          const called = await subject.call(caller, route, new Uint8Array(), { contentType });
          checkRefusal(called.answer, 'PEER_UNKNOWN');
          check(isSigned(called.answer), `${path}: expected a signed refusal`);
          await subject.checkSigned(called);
        }
      },
    },
  ],
};
