/** Grants of half a day, in a programme whose terms have them. */

import { checkGrant, grantCheck, parseWalletOverview, type WalletOverview } from '@covisa/protocol';
import { ed25519 } from '../../platform/ed25519.js';
import { admitted, type Name } from '../admitted.js';
import { jsonOf } from '../answers.js';
import { check, reading, same } from '../expect.js';
import { granted, grantIn, refused, stamp } from '../granting.js';
import { memberOf } from '../member.js';
import type { Subject } from '../subject.js';
import type { NodeChapter } from '../test.js';
import { dateOf, issuingKeyOf, type Wallet } from '../wallet.js';

/** A host of the programme with half days, and a member of the node who has been nowhere yet. */
async function scene(subject: Subject, member: string, name: Name = 'Quentin') {
  const host = await admitted(subject, name);
  const { wallet } = await memberOf(subject, member);
  return { host, wallet, visit: () => wallet.present('visit') };
}

async function overviewOf(subject: Subject, wallet: Wallet): Promise<WalletOverview> {
  const body = { token: wallet.present('renew') };
  const answer = await subject.postJson('/covisa/v1/overview', body);
  same('the status of the overview', answer.status, 200);
  return reading('overview', () => parseWalletOverview(jsonOf(answer)));
}

const halfDay = true;

export const halfDays: NodeChapter = {
  name: 'Half days',
  place: 'spec/http.md#grants',
  tests: [
    {
      title: 'Half a day that is asked for is granted as one half.',
      rules: ['GRANT-1', 'GRANT-2'],
      async run(subject) {
        const { host, wallet, visit } = await scene(subject, 'Hal');
        await host.sync();
        const answer = await granted(subject, host, visit(), { halfDay });
        const grant = grantIn(answer);
        same('the weight', grant.claims.weight, 0.5);
        const date = dateOf(subject.now());
        reading('grant', () => checkGrant(grant, { k: answer.k, host: host.space.id, date }));
        const { space, incarnation } = await subject.discovery();
        const key = issuingKeyOf(host.held({ space, incarnation }), grant.claims.issuedAt);
        const signed = grantCheck(grant, space, wallet.number, key);
        check(ed25519.verify(signed), "grant: expected the home's signature");
      },
    },
    {
      title: 'Where the terms have no half days, a half that is asked for is granted as a whole.',
      rules: ['GRANT-2'],
      async run(subject) {
        const { host, visit } = await scene(subject, 'Hugo', 'Grace');
        const answer = await granted(subject, host, visit(), { halfDay });
        same('the weight', grantIn(answer).claims.weight, 1);
      },
    },
    {
      title: 'An open grant of half a day is given again for half a day, byte for byte.',
      rules: ['GRANT-6'],
      async run(subject) {
        const { host, visit } = await scene(subject, 'Hal', 'Rita');
        const first = await granted(subject, host, visit(), { halfDay });
        const second = await granted(subject, host, visit(), { halfDay, k: first.k });
        same('the grant', second.grant, first.grant);
        same('the index', second.k, first.k);
      },
    },
    {
      title: 'One that is asked for whole is given anew, under the lowest free index.',
      rules: ['GRANT-6'],
      async run(subject) {
        const { host, visit } = await scene(subject, 'Ines');
        const half = await granted(subject, host, visit(), { halfDay });
        const whole = await granted(subject, host, visit());
        check(whole.grant !== half.grant, 'grant: expected another one');
        same('the weight', grantIn(whole).claims.weight, 1);
        same('the index', whole.k, 0);
        same('the index in the grant', grantIn(whole).claims.k, 0);
      },
    },
    {
      title: 'An open grant of a whole day is given again for half a day, byte for byte.',
      rules: ['GRANT-6'],
      async run(subject) {
        const { host, visit } = await scene(subject, 'Irma', 'Rita');
        const whole = await granted(subject, host, visit());
        const half = await granted(subject, host, visit(), { halfDay });
        same('the grant', half.grant, whole.grant);
      },
    },
    {
      title: 'Two halves use up one day, open grants counted, and a third gets none.',
      rules: ['GRANT-10'],
      async run(subject) {
        const { host, visit } = await scene(subject, 'Jon');
        const [rita, sam] = [await admitted(subject, 'Rita'), await admitted(subject, 'Sam')];
        const first = await granted(subject, host, visit(), { halfDay });
        const none = 'ALLOWANCE_PROGRAMME_USED';
        await refused(subject, none, rita, visit());
        const second = await granted(subject, rita, visit(), { halfDay });
        check(first.k !== second.k, `indices: expected two, got ${first.k} twice`);
        await refused(subject, none, sam, visit(), { halfDay });
        // For the whole of it there is no room beside the other half.
        await refused(subject, none, host, visit());
        const again = await granted(subject, host, visit(), { halfDay });
        same('the first grant', again.grant, first.grant);
      },
    },
    {
      title: 'A stamp of half a day counts as a half, and its grant is no longer open.',
      rules: ['STAMP-6', 'STAMP-7'],
      async run(subject) {
        const { host, wallet } = await scene(subject, 'Kai', 'Sam');
        const token = wallet.present('visit');
        const { grant, k } = await granted(subject, host, token, { halfDay });
        const before = await overviewOf(subject, wallet);
        same('the weight that is granted', before.granted[0]?.weight ?? null, 0.5);
        await stamp(subject, host, wallet, { token, grant, k });
        const { days, granted: open } = await overviewOf(subject, wallet);
        same('days', days.length, 1);
        same('the weight of the day', days[0]?.weight ?? null, 0.5);
        same('the host of the day', days[0]?.host ?? null, host.space.id);
        same('open grants', open.length, 0);
      },
    },
  ],
};
