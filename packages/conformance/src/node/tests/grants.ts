/** Grants: what a host asks of a member's home, live. */

import {
  checkGrant,
  dayOfDate,
  encodeUtf8,
  grantCheck,
  OPEN_GRANTS_MAX,
  programmeId,
  shape,
} from '@covisa/protocol';
import { ed25519 } from '../../platform/ed25519.js';
import { admitted, type Name } from '../admitted.js';
import { checkRefusal, documentOf } from '../answers.js';
import { noProgramme } from '../applying.js';
import type { Code } from '../codes.js';
import { check, reading, same } from '../expect.js';
import { ask, asked, DAY_SECONDS, granted, grantIn, refused, stamp } from '../granting.js';
import { memberOf } from '../member.js';
import type { Peer } from '../peer.js';
import type { Subject } from '../subject.js';
import type { NodeChapter } from '../test.js';
import { dateOf, issuingKeyOf, type Wallet } from '../wallet.js';

const { list, open, text } = shape;
/** Hosts for more open grants than there may be, two dates each. */
const HOSTS = ['Heidi', 'Ivan', 'Alice', 'Bob', 'Carol'] as const;

const visits = open({
  visits: list(open({ host: text({ max: 43 }), date: text({ max: 10 }) }), 99),
});

async function erring(subject: Subject, code: Code, token: (ada: Wallet, grace: Peer) => string) {
  const grace = await admitted(subject, 'Grace');
  const { wallet } = await memberOf(subject, 'Cleo');
  checkRefusal(await ask(subject, grace, token(wallet, grace)), code);
}

async function scene(subject: Subject, member: string) {
  const grace = await admitted(subject, 'Grace');
  const { wallet } = await memberOf(subject, member);
  await grace.sync();
  return { grace, wallet };
}

/** The grants of several hosts and dates, until one is refused; that answer. */
export async function reserve(subject: Subject, wallet: Wallet, names = HOSTS as readonly Name[]) {
  let count = 0;
  for (const name of names) {
    const host = await admitted(subject, name);
    for (const daysAgo of [0, 1]) {
      const date = dateOf(subject.now() - daysAgo * DAY_SECONDS);
      const answer = await asked(subject, host, wallet.present('visit'), { date });
      if (!answer.granted) return { count, code: answer.code };
      count += 1;
    }
  }
  return { count, code: null };
}

export const grants: NodeChapter = {
  name: 'Grants',
  place: 'spec/http.md#grants',
  tests: [
    {
      title: 'A grant is for the index, host and date that it names, by the issuing key.',
      rules: ['GRANT-1', 'GRANT-2', 'KEYS-4'],
      async run(subject) {
        const { grace, wallet } = await scene(subject, 'Cleo');
        const date = dateOf(subject.now());
        const answer = await granted(subject, grace, wallet.present('visit'));
        const grant = grantIn(answer);
        const { k, claims } = { k: answer.k, claims: grant.claims };
        reading('grant', () => checkGrant(grant, { k, host: grace.space.id, date }));
        same('the weight', claims.weight, 1);
        same('the lapse', claims.lapsesAt, (dayOfDate(date) + 2) * DAY_SECONDS + DAY_SECONDS / 2);
        const { space: home, incarnation } = await subject.discovery();
        const key = issuingKeyOf(grace.held({ space: home, incarnation }), claims.issuedAt);
        const signed = grantCheck(grant, home, wallet.number, key);
        check(ed25519.verify(signed), "grant: expected the home's signature");
      },
    },
    {
      title: 'The same visit gets the same grant, byte for byte.',
      rules: ['GRANT-6'],
      async run(subject) {
        const { grace, wallet } = await scene(subject, 'Cleo');
        const token = wallet.present('visit');
        const first = await granted(subject, grace, token);
        // As after a lost answer, and as after a second scan.
        for (const again of [token, wallet.present('visit')]) {
          const second = await granted(subject, grace, again);
          same('the grant', second.grant, first.grant);
          same('the index', second.k, first.k);
        }
      },
    },
    {
      title: 'A host that proposes a later index than that of its grant gets another grant.',
      rules: ['GRANT-6', 'GRANT-14'],
      async run(subject) {
        const { grace, wallet } = await scene(subject, 'Cleo');
        const first = await granted(subject, grace, wallet.present('visit'));
        const k = first.k + 1;
        const second = await granted(subject, grace, wallet.present('visit'), { k });
        same('the index', second.k, k);
        same('the index in the grant', grantIn(second).claims.k, k);
        const third = await granted(subject, grace, wallet.present('visit'), { k });
        same('the grant', third.grant, second.grant);
      },
    },
    {
      title: 'One presentation gets one grant.',
      rules: ['GRANT-5'],
      async run(subject) {
        const { grace, wallet } = await scene(subject, 'Dora');
        const heidi = await admitted(subject, 'Heidi');
        const token = wallet.present('visit');
        await granted(subject, grace, token);
        await refused(subject, 'PROOF_USED', heidi, token);
        const date = dateOf(subject.now() - DAY_SECONDS);
        await refused(subject, 'PROOF_USED', grace, token, { date });
      },
    },
    {
      title: 'Each host gets an index of its own.',
      rules: ['GRANT-2'],
      async run(subject) {
        const { grace, wallet } = await scene(subject, 'Dora');
        const ivan = await admitted(subject, 'Ivan');
        const first = await granted(subject, grace, wallet.present('visit'));
        const second = await granted(subject, ivan, wallet.present('visit'));
        check(first.k !== second.k, `indices: expected two, got ${first.k} twice`);
      },
    },
    {
      title: 'A day that has not begun at the venue gets no grant.',
      rules: ['GRANT-4'],
      async run(subject) {
        const { grace, wallet } = await scene(subject, 'Dora');
        const date = dateOf(subject.now() + DAY_SECONDS);
        await refused(subject, 'DATE_TOO_FAR', grace, wallet.present('visit'), { date });
      },
    },
    {
      title: 'A day of last week gets no grant.',
      rules: ['GRANT-9'],
      async run(subject) {
        const { grace, wallet } = await scene(subject, 'Dora');
        const date = dateOf(subject.now() - 7 * DAY_SECONDS);
        await refused(subject, 'DATE_TOO_FAR', grace, wallet.present('visit'), { date });
      },
    },
    {
      title: 'Host and home share the programme that the host names.',
      rules: ['GRANT-8'],
      async run(subject) {
        const { grace, wallet } = await scene(subject, 'Gita');
        const programme = programmeId.parse(noProgramme(subject));
        await refused(subject, 'SPACE_UNKNOWN', grace, wallet.present('visit'), { programme });
      },
    },
    {
      title: 'A presentation for another host, purpose or time, and a forged one, are errors.',
      rules: ['PRES-3', 'PRES-4', 'PRES-6', 'PRES-7', 'VISA-12'],
      async run(subject) {
        const { id } = (await admitted(subject, 'Heidi')).space;
        const seed = subject.options.random(32);
        await erring(subject, 'PRESENTATION_OTHER_HOST', (ada) =>
          ada.present('visit', { host: id }),
        );
        await erring(subject, 'PRESENTATION_OTHER_PURPOSE', (ada) => ada.present('renew'));
        await erring(subject, 'PRESENTATION_STALE', (ada) => ada.present('visit', { late: -300 }));
        await erring(subject, 'PRESENTATION_FORGED', (ada) => ada.present('visit', { seed }));
        await erring(subject, 'VISA_FORGED', (ada) => ada.withSignature(seed).present('visit'));
        await erring(subject, 'TOKEN_INVALID', () => 'hello');
      },
    },
    {
      title: 'A request that misses its schema is refused, and the refusal is signed.',
      rules: ['EDGE-2', 'EDGE-3'],
      async run(subject) {
        const { space } = await admitted(subject, 'Grace');
        const contentType = 'application/json';
        for (const [body, code] of [
          ['{', 'JSON_INVALID'],
          ['{}', 'REQUEST_INVALID'],
        ] as const) {
          const content = encodeUtf8(body);
          const called = await subject.call(space, '/covisa/v1/grant', content, { contentType });
          await subject.checkSigned(called);
          checkRefusal(called.answer, code);
        }
      },
    },
    {
      title: 'There are at most eight open grants.',
      rules: ['GRANT-7'],
      async run(subject) {
        const { wallet } = await memberOf(subject, 'Emil');
        const { count, code } = await reserve(subject, wallet);
        same('open grants', count, OPEN_GRANTS_MAX);
        same('the code', code, 'GRANTS_OPEN');
      },
    },
    {
      title: 'A stamp that counts is a visit to its home, and its grant is no longer open.',
      rules: ['STAMP-1', 'STAMP-2', 'STAMP-3', 'STAMP-6', 'STAMP-7'],
      async run(subject) {
        const { wallet } = await memberOf(subject, 'Emil');
        const host = await admitted(subject, 'Heidi');
        const token = wallet.present('visit');
        const { grant, k } = await granted(subject, host, token);
        await stamp(subject, host, wallet, { token, grant, k });
        const renewal = { token: wallet.present('renew') };
        const said = documentOf(await subject.postJson('/covisa/v1/visits', renewal), visits);
        const found = said.visits.some((one) => one.host === host.space.id);
        check(found, 'visits: expected the stamped one');
        const { count } = await reserve(subject, wallet, ['Carol']);
        same('grants that there is room for again', count, 1);
      },
    },
    {
      title: 'A member who is paused gets none.',
      rules: ['GRANT-11'],
      async run(subject) {
        const { grace, wallet } = await scene(subject, 'Finn');
        const { id } = await memberOf(subject, 'Finn');
        const paused = await subject.api('POST', `/api/members/${id}/pause`, {});
        same('the status of the pause', paused.status, 200);
        const answer = await asked(subject, grace, wallet.present('visit'));
        check(!answer.granted, 'answer: expected a refusal');
        const isNo = answer.code === 'MEMBER_INACTIVE' || answer.code === 'VISA_REVOKED';
        check(isNo, `answer: expected MEMBER_INACTIVE, got ${answer.code}`);
      },
    },
  ],
};
