/** The node as a host: how it asks a home for a grant, and what it makes of the answer. */

import {
  assembleGrant,
  dayOfDate,
  encodeBase64url,
  grantToSign,
  openSeal,
  parseEntry,
  type StampEntry,
  shape,
  shortSpaceId,
  stampMarker,
} from '@covisa/protocol';
import { ed25519 } from '../../platform/ed25519.js';
import { documentOf, errorOf } from '../answers.js';
import { type CalledSpace, calledSpace } from '../called-space.js';
import { check, Failure, same } from '../expect.js';
import { DAY_SECONDS } from '../granting.js';
import type { Subject } from '../subject.js';
import type { NodeChapter, NodeTest } from '../test.js';
import { dateOf, ownWallet, type Wallet } from '../wallet.js';

const { literal, open, text } = shape;
const judged = open({
  id: text({ min: 1, max: 64 }),
  verdict: open({ outcome: literal('free', 'paid', 'refuse') }),
});
const MEMBERS = 'date halfDay k programme token venue';

/** A member of Walter's space at the node's desk. */
async function scene(subject: Subject) {
  const called = await calledSpace(subject);
  const { space: host, incarnation } = await subject.discovery();
  return { called, host, log: { space: host, incarnation } };
}

/** Has the node judge a member of a space, and ask its home; the check and its outcome. */
async function asked(subject: Subject, called: CalledSpace, wallet: Wallet) {
  const token = wallet.present('visit');
  const first = documentOf(await subject.api('POST', '/api/checks', { token }), judged);
  const before = called.grantRequests.length;
  const path = `/api/checks/${first.id}/grant`;
  const { id, verdict } = documentOf(await subject.api('POST', path, {}), judged);
  same('requests of the home', called.grantRequests.length - before, 1);
  return { token, id, outcome: verdict.outcome, request: called.grantRequests.at(-1) };
}

/** What is not so in a grant. */
interface Wrong {
  readonly k?: number;
  /** The index in the answer beside it. */
  readonly told?: number;
  readonly host?: string;
  readonly daysAgo?: number;
  readonly seed?: Uint8Array;
  readonly lapsed?: boolean;
}

/** The answer of a home that grants a visit of today. */
async function grantOf(subject: Subject, called: CalledSpace, wallet: Wallet, wrong: Wrong = {}) {
  const { host } = await scene(subject);
  const { k = 3, told = k, daysAgo = 0, lapsed = false } = wrong;
  const { id: home, keys } = called.peer.space;
  const now = subject.now();
  const date = dateOf(now - daysAgo * DAY_SECONDS);
  const lapsesAt = (dayOfDate(date) + 2) * DAY_SECONDS + DAY_SECONDS / 2;
  const claims = {
    ...{ k, date, weight: 1 as const, host: shortSpaceId(wrong.host ? home : host) },
    ...{ issuedAt: lapsed ? now - 7200 : now, lapsesAt: lapsed ? now - 3600 : lapsesAt },
  };
  const { payload, message } = grantToSign(claims, home, wallet.number);
  const bytes = assembleGrant(payload, ed25519.sign(wrong.seed ?? keys.issuing, message));
  return { granted: true, grant: encodeBase64url(bytes), k: told };
}

/** Records a visit, and finds its stamp under an index in the node's log. */
async function stamped(
  subject: Subject,
  called: CalledSpace,
  { wallet, id, k }: { readonly wallet: Wallet; readonly id: string; readonly k: number },
): Promise<StampEntry> {
  const visit = await subject.api('POST', '/api/visits', { check: id, kind: 'free' });
  if (visit.status >= 400) same('the visit', errorOf(visit), 'a stamp');
  await called.peer.sync();
  const { log } = await scene(subject);
  const marker = stampMarker(wallet.number, k);
  const entries = called.peer.held(log).lines.map(parseEntry);
  const found = entries.find((one) => one.type === 'stamp' && one.marker === marker);
  if (found?.type !== 'stamp') throw new Failure(`log: expected a stamp under the index ${k}`);
  return found;
}

async function grantInSeal(subject: Subject, wallet: Wallet, stamp: StampEntry, k: number) {
  const { host } = await scene(subject);
  const contents = openSeal(stamp.seal, { visaNumber: wallet.number, k, host });
  check(contents !== null, 'seal: expected it to open by visa number, index and host');
  return contents.grant === null ? null : encodeBase64url(contents.grant);
}

/** An answer that is no grant for the visit: the node judges alone, and stamps without one. */
function without(title: string, rules: readonly string[], wrongs: readonly Wrong[]): NodeTest {
  return {
    title,
    rules,
    async run(subject) {
      const { called } = await scene(subject);
      for (const wrong of wrongs) {
        const wallet = ownWallet(subject, called.peer.space);
        const answer = await grantOf(subject, called, wallet, wrong);
        called.grant = () => answer;
        const { id, outcome } = await asked(subject, called, wallet);
        called.grant = null;
        same('the outcome', outcome, 'free');
        const stamp = await stamped(subject, called, { wallet, id, k: 0 });
        same('the grant in the seal', await grantInSeal(subject, wallet, stamp, 0), null);
      }
    },
  };
}

export const hostGrants: NodeChapter = {
  name: 'Grants that the node asks for',
  place: 'spec/visas.md#grants',
  tests: [
    {
      title: 'The node asks the home for the visit at hand, and names it as specified.',
      rules: ['EDGE-2'],
      async run(subject) {
        const { called } = await scene(subject);
        const wallet = ownWallet(subject, called.peer.space);
        const { token, request } = await asked(subject, called, wallet);
        const said = request as Readonly<Record<string, unknown>>;
        same('the members', Object.keys(said).sort().join(' '), MEMBERS);
        same('the token', said.token, token);
        same('the date', said.date, dateOf(subject.now()));
        same('the programme', said.programme, called.peer.programme);
        same('half a day', said.halfDay, false);
        same('the index that is free', said.k, 0);
        const wrong = called.requests.find((problem) => problem !== null);
        if (wrong) throw new Failure(`request: ${wrong}`);
      },
    },
    {
      title: 'The stamp has the index of the grant, and the grant in its seal.',
      rules: ['GRANT-2', 'STAMP-7'],
      async run(subject) {
        const { called } = await scene(subject);
        const wallet = ownWallet(subject, called.peer.space);
        const answer = await grantOf(subject, called, wallet);
        called.grant = () => answer;
        const { id, outcome } = await asked(subject, called, wallet);
        called.grant = null;
        same('the outcome', outcome, 'free');
        const { k } = answer;
        const stamp = await stamped(subject, called, { wallet, id, k });
        same('the grant in the seal', await grantInSeal(subject, wallet, stamp, k), answer.grant);
      },
    },
    without(
      'A grant for another visit is not used.',
      ['GRANT-2'],
      [{ host: 'another' }, { daysAgo: 1 }, { k: 3, told: 4 }],
    ),
    without(
      'A grant that has lapsed, or that another key has signed, is not used.',
      ['GRANT-3'],
      [{ lapsed: true }, { seed: new Uint8Array(32).fill(7) }],
    ),
    {
      title: "The home's no binds the host, if the home has signed it.",
      rules: ['GRANT-11', 'HTTP-17'],
      async run(subject) {
        const { called } = await scene(subject);
        const refused = await asked(subject, called, ownWallet(subject, called.peer.space));
        check(refused.outcome !== 'free', 'outcome: expected the home to be heard, got free');
        called.lie = 'other-key';
        const alone = await asked(subject, called, ownWallet(subject, called.peer.space));
        called.lie = null;
        same('the outcome after a no of anybody', alone.outcome, 'free');
      },
    },
  ],
};
