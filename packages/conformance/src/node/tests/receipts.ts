/** Receipts: what a member can keep of a visit, and anybody can check. */

import { parseReceipt, shape, spaceId } from '@covisa/protocol';
import { ed25519 } from '../../platform/ed25519.js';
import { documentOf, errorOf } from '../answers.js';
import { check, reading, Skip, same } from '../expect.js';
import { memberOf } from '../member.js';
import type { Subject } from '../subject.js';
import type { NodeChapter } from '../test.js';

const { integer, list, open, text } = shape;
const visit = open({ host: spaceId, incarnation: integer(0), index: integer(0) });
const visits = open({ visits: list(visit, 5000) });
const receiptAnswer = open({ receipt: text({ min: 1, max: 200_000 }) });

/** A visit of Emil, whom the grants' chapter has stamped. */
async function visited(subject: Subject) {
  const { wallet } = await memberOf(subject, 'Emil');
  const token = wallet.present('renew');
  const said = documentOf(await subject.postJson('/covisa/v1/visits', { token }), visits);
  const [first] = said.visits;
  if (first === undefined) throw new Skip('needs the visit that the chapter of the grants makes');
  return { wallet, visit: first };
}

export const receipts: NodeChapter = {
  name: 'Receipts',
  place: 'spec/log.md#receipt',
  tests: [
    {
      title: 'The receipt of a visit leads from its stamp to the checkpoint of its host.',
      rules: ['RECEIPT-1', 'RECEIPT-2'],
      async run(subject) {
        const { wallet, visit: asked } = await visited(subject);
        const body = { token: wallet.present('renew'), ...asked };
        const answer = await subject.postJson('/covisa/v1/receipt', body);
        const { receipt } = documentOf(answer, receiptAnswer);
        const read = reading('receipt', () => parseReceipt(receipt));
        check(
          read.checks.every((one) => ed25519.verify(one)),
          'receipt: expected signatures that hold',
        );
        same('the host', read.log.space, asked.host);
        same('the index', read.index, asked.index);
        check(read.entry.type === 'stamp', 'receipt: expected a stamp');
        same('the home', read.entry.home, wallet.home);
      },
    },
    {
      title: 'Of an entry that is no visit of the visa there is no receipt.',
      rules: [],
      async run(subject) {
        const { wallet, visit: other } = await visited(subject);
        const body = { token: wallet.present('renew'), ...other, index: 0 };
        errorOf(await subject.postJson('/covisa/v1/receipt', body));
      },
    },
  ],
};
