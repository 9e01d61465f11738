/** Grants whose index, or whose programme, is not the one that the host needs. */

import { type ProgrammeId, parseGrant, type Terms, utcDate } from '@covisa/protocol';
import { expect } from 'chai';
import { Network } from './support/network.js';
import { check, found, member, stamp, TERMS, visit } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

const DAY = 86_400;

function termsOf(days: number): Terms {
  const allowances = [{ days, count: 'programme', window: 'visa-year' }] as const;
  return { ...TERMS, allowances, lateEntry: { days: 2 } };
}

interface Asked {
  readonly k?: number;
  readonly daysAgo?: number;
  readonly of?: ProgrammeId;
  readonly halfDay?: boolean;
}

async function scene(days: number) {
  const network = new Network('grant indices');
  const [melbourne, shanghai, berlin, lisbon] = await network.addAll([
    'melbourne',
    'shanghai',
    'berlin',
    'lisbon',
  ]);
  const spaces = [melbourne, shanghai, berlin, lisbon] as const;
  const programme = await found(network, spaces, termsOf(days));
  const { wallet } = await member(network, melbourne, 'Mia');
  const ask = async (
    host: TestSpace,
    { k = 0, daysAgo = 0, of = programme, halfDay = false }: Asked = {},
  ) => {
    const answer = await melbourne.engine.home.grant(host.id, {
      token: wallet.present(),
      ...{ k, venue: 'main', programme: of, halfDay },
      date: utcDate(network.now - daysAgo * DAY),
    });
    return answer.granted ? parseGrant(answer.grant).claims.k : answer.code;
  };
  return { network, melbourne, shanghai, berlin, lisbon, wallet, ask };
}

describe('The index of a grant', () => {
  it('GRANT-14: is one that a look-up finds, however many grants are open', async () => {
    const { shanghai, ask } = await scene(5);
    expect(await ask(shanghai, { k: 15 })).to.equal(15);
    expect(await ask(shanghai, { k: 15, daysAgo: 1 })).to.equal(0);
  });

  it('GRANT-6: is another one where the host proposes another, which may hold a stamp under the first', async () => {
    const { network, melbourne, shanghai, berlin, wallet } = await scene(3);
    const first = await berlin.engine.desk.askGrant((await check(berlin, wallet)).id);
    expect(first.grant).to.equal('had');
    network.cut([melbourne], [shanghai]);
    expect(await visit(shanghai, wallet)).to.include({ k: 0 });
    network.heal();
    await network.syncAll();
    const again = await berlin.engine.desk.askGrant((await check(berlin, wallet)).id);
    expect(again.grant).to.equal('had');
    expect(await stamp(berlin, again, 'free')).to.include({ k: 1 });
  });

  it('GRANT-10: makes no second day of one visit', async () => {
    const { berlin, lisbon, ask } = await scene(2);
    expect(await ask(berlin)).to.equal(0);
    expect(await ask(berlin, { k: 1 })).to.equal(1);
    expect(await ask(lisbon, { k: 2 })).to.equal(2);
  });

  it('GRANT-10: makes a whole day no half, whatever is asked for after it', async () => {
    const { berlin, lisbon, ask } = await scene(1);
    expect(await ask(berlin)).to.equal(0);
    expect(await ask(berlin, { k: 1, halfDay: true })).to.equal(1);
    expect(await ask(lisbon, { k: 2, halfDay: true })).to.equal('ALLOWANCE_PROGRAMME_USED');
  });

  it('GRANT-6: is one of two at most for one visit, so that a host can reserve no others', async () => {
    const { shanghai, berlin, ask } = await scene(2);
    const asked: unknown[] = [];
    for (const k of [0, 1, 2, 900]) asked.push(await ask(berlin, { k }));
    expect(asked).to.deep.equal([0, 1, 1, 1]);
    expect(await ask(shanghai, { k: 900 })).to.equal(2);
    expect(await ask(shanghai, { k: 900 })).to.equal(3);
    expect(await ask(shanghai, { k: 900 })).to.equal(3);
  });
});

describe('The programme of a grant', () => {
  it('GRANT-6: is that of the request: one of another is judged anew', async () => {
    const { network, melbourne, shanghai, ask } = await scene(2);
    const other = await found(network, [melbourne, shanghai], termsOf(1));
    expect(await ask(shanghai, { of: other })).to.equal(0);
    await network.pass(DAY);
    expect(await ask(shanghai)).to.equal(1);
    expect(await ask(shanghai, { of: other })).to.equal('ALLOWANCE_PROGRAMME_USED');
  });

  it('GRANT-10: counts in its own programme beside a grant of the same day in another', async () => {
    const { network, melbourne, berlin, lisbon, ask } = await scene(1);
    const other = await found(network, [melbourne, berlin], termsOf(1));
    expect(await ask(berlin)).to.equal(0);
    expect(await ask(berlin, { k: 1, of: other })).to.equal(1);
    expect(await ask(lisbon, { k: 2 })).to.equal('ALLOWANCE_PROGRAMME_USED');
  });
});
