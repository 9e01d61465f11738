/** What wallets ask of their home. */

import {
  encodeBase64url,
  encodeUtf8,
  parseEntry,
  parseToken,
  parseWalletOverview,
  revocationMarker,
  shape,
  verifyPresentation,
} from '@covisa/protocol';
import { ed25519 } from '../../platform/ed25519.js';
import { admitted } from '../admitted.js';
import { checkRefusal, documentOf, errorOf, jsonOf } from '../answers.js';
import type { Code } from '../codes.js';
import { check, Failure, reading, same } from '../expect.js';
import { claimOf, memberOf, visaIn } from '../member.js';
import type { Subject } from '../subject.js';
import type { NodeChapter, NodeTest } from '../test.js';
import { issuingKeyOf, ownWallet, type Wallet } from '../wallet.js';

const { list, open, text } = shape;
const visits = open({ visits: list(open({}), 5000) });
const spokenCode = open({ code: text({ min: 8, max: 8, pattern: /^[0-9A-HJKMNP-TV-Z]{8}$/ }) });
const collected = open({ token: text({ min: 4, max: 1200 }) });

async function adaOf(subject: Subject): Promise<Wallet> {
  return (await memberOf(subject, 'Ada')).wallet;
}

function renew(subject: Subject, token: string) {
  return subject.postJson('/covisa/v1/renew', { token });
}

/** A token that the home does not take; where the specification names no code any one will do. */
function refused(
  title: string,
  rule: string,
  codes: readonly [Code, ...Code[]] | null,
  token: (ada: Wallet, subject: Subject) => string,
): NodeTest {
  return {
    title,
    rules: [rule],
    async run(subject) {
      const answer = await renew(subject, token(await adaOf(subject), subject));
      if (codes === null) errorOf(answer);
      else checkRefusal(answer, ...codes);
    },
  };
}

async function collect(subject: Subject, name: 'Grace' | 'Heidi', code: string) {
  const { space } = await admitted(subject, name);
  const content = encodeUtf8(JSON.stringify({ code }));
  const contentType = 'application/json';
  const called = await subject.call(space, '/covisa/v1/spoken/collect', content, { contentType });
  await subject.checkSigned(called);
  return called.answer;
}

async function leave(subject: Subject, token: string): Promise<string> {
  const answer = await subject.postJson('/covisa/v1/spoken', { token });
  return documentOf(answer, spokenCode).code;
}

export const wallets: NodeChapter = {
  name: 'Wallets',
  place: 'spec/http-wallets.md#routes',
  tests: [
    {
      title: 'A claimed visa holds by the issuing key that the log announces.',
      rules: ['VISA-1', 'VISA-2', 'VISA-6', 'VISA-8', 'VISA-9', 'VISA-10', 'VISA-12', 'KEYS-4'],
      async run(subject) {
        const ada = await adaOf(subject);
        const grace = await admitted(subject, 'Grace');
        await grace.sync();
        const { space: home, incarnation } = await subject.discovery();
        const { issuedAt, holderKey } = ada.visa.claims;
        const issuingKey = issuingKeyOf(grace.held({ space: home, incarnation }), issuedAt);
        const token = parseToken(ada.present('visit'));
        const host = grace.space.id;
        const context = { home, issuingKey, host, instant: subject.now(), revokedBefore: null };
        await verifyPresentation(ed25519, token, { ...context, purpose: 'visit' });
        const key = encodeBase64url(holderKey ?? new Uint8Array());
        same('the holder key', key, encodeBase64url(ed25519.publicKey(ada.holderSeed)));
      },
    },
    {
      title: 'A code serves once, and the key that it served once more.',
      rules: [],
      async run(subject) {
        const { code, wallet } = await memberOf(subject, 'Ada');
        const claim = (seed: Uint8Array) =>
          subject.postJson('/covisa/v1/claim', claimOf(code, seed));
        visaIn(await claim(wallet.holderSeed));
        errorOf(await claim(subject.options.random(32)));
      },
    },
    {
      title: 'A holder key of small order is refused.',
      rules: ['CRYPTO-5'],
      async run(subject) {
        const { code } = await memberOf(subject, 'Ada');
        const holderKey = encodeBase64url(Uint8Array.of(1, ...new Uint8Array(31)));
        checkRefusal(
          await subject.postJson('/covisa/v1/claim', { code, holderKey }),
          'KEY_INVALID',
        );
      },
    },
    {
      title: 'A visa is renewed under its number, as often as it is asked for.',
      rules: ['PRES-3', 'PRES-8'],
      async run(subject) {
        const ada = await adaOf(subject);
        const before = encodeBase64url(ada.number);
        const token = ada.present('renew');
        for (let time = 0; time < 2; time++) ada.replace(visaIn(await renew(subject, token)));
        same('the visa number', encodeBase64url(ada.number), before);
      },
    },
    {
      title: 'The home tells a wallet its visits and what it judges by.',
      rules: [],
      async run(subject) {
        const ada = await adaOf(subject);
        const token = ada.present('renew');
        documentOf(await subject.postJson('/covisa/v1/visits', { token }), visits);
        const overview = await subject.postJson('/covisa/v1/overview', { token });
        same('status', overview.status, 200);
        const said = reading('overview', () => parseWalletOverview(jsonOf(overview)));
        same('the home', said.home.space, ada.home);
      },
    },
    refused(
      'A proof for a visit renews nothing.',
      'PRES-3',
      ['PRESENTATION_OTHER_PURPOSE'],
      (ada) => ada.present('visit'),
    ),
    refused('A proof of five minutes ago is stale.', 'PRES-6', ['PRESENTATION_STALE'], (ada) =>
      ada.present('renew', { late: -300 }),
    ),
    refused(
      'A proof of five minutes ahead is refused.',
      'PRES-5',
      ['PRESENTATION_FROM_FUTURE'],
      (ada) => ada.present('renew', { late: 300 }),
    ),
    refused(
      'A proof for another space is refused.',
      'PRES-4',
      ['PRESENTATION_OTHER_HOST'],
      (ada, subject) => ada.present('renew', { host: subject.newSpace('host').id }),
    ),
    refused(
      'A proof by another key is forged.',
      'PRES-7',
      ['PRESENTATION_FORGED'],
      (ada, subject) => ada.present('renew', { seed: subject.options.random(32) }),
    ),
    refused('A visa of another home is refused.', 'VISA-8', null, (_ada, subject) =>
      ownWallet(subject, subject.newSpace('home')).present('renew'),
    ),
    {
      title: 'A proof for an act of the home serves once.',
      rules: ['PRES-8'],
      async run(subject) {
        const token = (await adaOf(subject)).present('erase');
        const erase = () => subject.postJson('/covisa/v1/erasure', { token });
        documentOf(await erase(), open({}));
        checkRefusal(await erase(), 'PRESENTATION_USED');
      },
    },
    {
      title: 'A spoken code brings the presentation to a host, once.',
      rules: ['SPOKEN-1', 'SPOKEN-3', 'SPOKEN-5'],
      async run(subject) {
        const token = (await adaOf(subject)).present('visit');
        const code = await leave(subject, token);
        const sloppy = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
        const answer = await collect(subject, 'Grace', sloppy);
        const read = reading('token', () => collected.parse(jsonOf(answer)));
        same('the token', read.token, token);
        errorOf(await collect(subject, 'Grace', code));
      },
    },
    {
      title: 'The newest spoken code alone is good.',
      rules: ['SPOKEN-2'],
      async run(subject) {
        const ada = await adaOf(subject);
        const first = await leave(subject, ada.present('visit'));
        await leave(subject, ada.present('visit'));
        errorOf(await collect(subject, 'Grace', first));
      },
    },
    {
      title: 'A presentation for one host is taken away by no other.',
      rules: ['SPOKEN-4'],
      async run(subject) {
        const grace = await admitted(subject, 'Grace');
        const ada = await adaOf(subject);
        const code = await leave(subject, ada.present('visit', { host: grace.space.id }));
        errorOf(await collect(subject, 'Heidi', code));
        same('status', (await collect(subject, 'Grace', code)).status, 200);
      },
    },
    {
      title: 'A new number revokes the old one in the log.',
      rules: ['VISA-11', 'PRES-3'],
      async run(subject) {
        const { wallet } = await memberOf(subject, 'Ben');
        const marker = revocationMarker(wallet.number);
        const before = encodeBase64url(wallet.number);
        const token = wallet.present('renumber');
        wallet.replace(visaIn(await subject.postJson('/covisa/v1/renumber', { token })));
        check(encodeBase64url(wallet.number) !== before, 'visa: expected another number');
        const grace = await admitted(subject, 'Grace');
        await grace.sync();
        const { space, incarnation } = await subject.discovery();
        const entries = grace.held({ space, incarnation }).lines.map(parseEntry);
        const isTold = entries.some((one) => one.type === 'revocation' && one.marker === marker);
        if (!isTold) throw new Failure('log: expected a revocation of the old number');
      },
    },
  ],
};
