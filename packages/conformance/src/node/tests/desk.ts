/** The node as a host: it judges members of test spaces, and publishes their visits. */

import {
  encodeBase64url,
  openSeal,
  parseEntry,
  revocationMarker,
  type SealContents,
  type StampEntry,
  shape,
  stampMarker,
} from '@covisa/protocol';
import { admitted } from '../admitted.js';
import { checkRefusal, documentOf, errorOf } from '../answers.js';
import type { Code } from '../codes.js';
import { check, Failure, same } from '../expect.js';
import type { Peer } from '../peer.js';
import type { Subject } from '../subject.js';
import type { NodeChapter, NodeTest } from '../test.js';
import { dateOf, ownWallet, type Wallet } from '../wallet.js';

const { literal, nullable, open, text } = shape;
const checkAnswer = open({
  id: text({ min: 1, max: 64 }),
  home: text({ min: 43, max: 43 }),
  verdict: open({
    outcome: literal('free', 'paid', 'refuse'),
    kind: nullable(literal('free', 'paid', 'courtesy')),
  }),
});

/** A member of Ivan's space, whose log the node holds. */
function lena(subject: Subject): Promise<Wallet> {
  return subject.once('a member of a test space', async () => {
    const home = await admitted(subject, 'Ivan');
    await home.sync();
    return ownWallet(subject, home.space);
  });
}

async function judge(subject: Subject, token: string) {
  return documentOf(await subject.api('POST', '/api/checks', { token }), checkAnswer);
}

/** The stamp under a marker in the node's log, as a peer holds it. */
async function stampOf(subject: Subject, peer: Peer, marker: string): Promise<StampEntry> {
  const { space, incarnation } = await subject.discovery();
  const entries = peer.held({ space, incarnation }).lines.map(parseEntry);
  const found = entries.find((one) => one.type === 'stamp' && one.marker === marker);
  if (found?.type !== 'stamp') throw new Failure('log: expected a stamp under the marker');
  return found;
}

function refused(
  title: string,
  rules: readonly string[],
  code: Code,
  token: (wallet: Wallet, subject: Subject) => string,
): NodeTest {
  return {
    title,
    rules,
    async run(subject) {
      const wallet = await lena(subject);
      const body = { token: token(wallet, subject) };
      checkRefusal(await subject.api('POST', '/api/checks', body), code);
    },
  };
}

export const desk: NodeChapter = {
  name: 'Desk',
  place: 'spec/http-people.md',
  tests: [
    {
      title: 'A free visit of a member of another space is stamped, and the stamp opens.',
      rules: ['STAMP-1', 'STAMP-2', 'STAMP-3', 'STAMP-5', 'STAMP-6', 'VISA-12', 'PRES-7'],
      async run(subject) {
        const home = await admitted(subject, 'Ivan');
        const wallet = await lena(subject);
        const { id, verdict } = await judge(subject, wallet.present('visit'));
        same('the verdict', verdict.outcome, 'free');
        const visit = await subject.api('POST', '/api/visits', { check: id, kind: 'free' });
        if (visit.status >= 400) same('the visit', errorOf(visit), 'a stamp');
        await home.sync();
        const { space: host } = await subject.discovery();
        const stamp = await stampOf(subject, home, stampMarker(wallet.number, 0));
        same('home', stamp.home, home.space.id);
        same('programme', stamp.programme, home.programme);
        same('kind', stamp.kind, 'free');
        same('date', stamp.date, dateOf(subject.now()));
        const place = { visaNumber: wallet.number, k: 0, host };
        const contents: SealContents | null = openSeal(stamp.seal, place);
        check(contents !== null, 'seal: expected it to open by visa number, index and host');
        const key = contents.holderKey === null ? '' : encodeBase64url(contents.holderKey);
        const holderKey = encodeBase64url(wallet.visa.claims.holderKey ?? new Uint8Array());
        same('the holder key in the seal', key, holderKey);
        check(contents.proof !== null, 'seal: expected the proof');
      },
    },
    {
      title: 'A second scan of the same day is the same visit.',
      rules: ['JUDGE-2'],
      async run(subject) {
        const wallet = await lena(subject);
        const { id } = await judge(subject, wallet.present('visit'));
        await subject.api('POST', '/api/visits', { check: id, kind: 'free' });
        const home = await admitted(subject, 'Ivan');
        await home.sync();
        const { space, incarnation } = await subject.discovery();
        const marker = stampMarker(wallet.number, 1);
        const { lines } = home.held({ space, incarnation });
        const second = lines.map(parseEntry).some((e) => e.type === 'stamp' && e.marker === marker);
        same('a stamp under the next index', second, false);
      },
    },
    refused('A screenshot of five minutes ago is stale.', ['PRES-6'], 'PRESENTATION_STALE', (one) =>
      one.present('visit', { late: -300 }),
    ),
    refused(
      'A presentation of five minutes ahead is refused.',
      ['PRES-5'],
      'PRESENTATION_FROM_FUTURE',
      (one) => one.present('visit', { late: 300 }),
    ),
    refused(
      'A presentation for another host is refused.',
      ['PRES-4'],
      'PRESENTATION_OTHER_HOST',
      (one, subject) => one.present('visit', { host: subject.newSpace('host').id }),
    ),
    refused(
      'A presentation for another purpose is refused.',
      ['PRES-3'],
      'PRESENTATION_OTHER_PURPOSE',
      (one) => one.present('renew'),
    ),
    refused(
      'A presentation by another key is forged.',
      ['PRES-7'],
      'PRESENTATION_FORGED',
      (one, subject) => one.present('visit', { seed: subject.options.random(32) }),
    ),
    refused('A visa by another key is forged.', ['VISA-12'], 'VISA_FORGED', (one, subject) =>
      one.withSignature(subject.options.random(32)).present('visit'),
    ),
    refused(
      'A home in no shared programme is not known.',
      ['VISA-8'],
      'SPACE_UNKNOWN',
      (_one, subject) => ownWallet(subject, subject.newSpace('home')).present('visit'),
    ),
    {
      title: 'White space around a token is no part of it.',
      rules: ['TOKEN-4'],
      async run(subject) {
        const wallet = await lena(subject);
        await judge(subject, ` ${wallet.present('visit')}\n`);
      },
    },
    {
      title: 'A visa that its home has revoked is dead.',
      rules: ['VISA-11'],
      async run(subject) {
        const home = await admitted(subject, 'Ivan');
        const wallet = ownWallet(subject, home.space);
        const marker = revocationMarker(wallet.number);
        home.space.append({ type: 'revocation', marker, time: subject.now() + 1 });
        await home.sync();
        const body = { token: wallet.present('visit') };
        checkRefusal(await subject.api('POST', '/api/checks', body), 'VISA_REVOKED');
      },
    },
    {
      title: 'A visa of an issuing key that its home has revoked is refused.',
      rules: ['KEYS-5', 'KEYS-6'],
      async run(subject) {
        const home = await admitted(subject, 'Ivan');
        const wallet = await lena(subject);
        home.space.append({ type: 'key-revocation', generation: 0, time: subject.now() });
        await home.sync();
        const body = { token: wallet.present('visit') };
        checkRefusal(await subject.api('POST', '/api/checks', body), 'ISSUING_KEY_REVOKED');
      },
    },
  ],
};
