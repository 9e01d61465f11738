/**
 * What a home tells a wallet: enough for the wallet to come to the home's own verdicts with no
 * network.
 */

import {
  type CalendarDate,
  calendarDate,
  judgePlan,
  localDate,
  parseVisa,
  parseWalletOverview,
  type Verdict,
} from '@covisa/protocol';
import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { Network } from './support/network.js';
import { check, found, member, request, TERMS, visit, type Wallet } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

const DAY = 86_400;

async function scene() {
  const network = new Network();
  const [melbourne, shanghai, leipzig] = await network.addAll(['melbourne', 'shanghai', 'leipzig']);
  await found(network, [melbourne, shanghai, leipzig], {
    ...TERMS,
    allowances: [
      { days: 2, count: 'host', window: 'visa-year' },
      { days: 3, count: 'programme', window: 'visa-year' },
      { days: 4, count: 'home-at-host', window: 'calendar-month' },
    ],
  });
  return { network, melbourne, shanghai, leipzig, ...(await member(network, melbourne, 'Mia')) };
}

/** What the wallet keeps, read as it would be over HTTP. */
async function overview(wallet: Wallet) {
  const told = await wallet.home.engine.wallets.overview(wallet.present({ purpose: 'renew' }));
  return parseWalletOverview(JSON.parse(JSON.stringify(told)));
}

/** The wallet's verdict on a visit now, or on a date. */
async function planned(
  network: Network,
  wallet: Wallet,
  host: TestSpace,
  date: CalendarDate | null = null,
): Promise<Verdict | null> {
  const told = await overview(wallet);
  const { claims } = parseVisa(Buffer.from(told.visa, 'base64url'));
  const plan = {
    ...{ host: host.id, venue: null, instant: network.now, halfDay: false, notice: null },
    date: date ?? localDate(network.now, 'Etc/UTC'),
  };
  return judgePlan(told, claims, plan)?.verdict ?? null;
}

describe('An overview', () => {
  it('lets the wallet judge as its host does, visit for visit', async () => {
    const { network, shanghai, leipzig, wallet } = await scene();
    const seen: string[] = [];
    for (const host of [shanghai, shanghai, shanghai, leipzig, leipzig]) {
      await network.syncAll(1);
      const ours = await planned(network, wallet, host);
      const theirs = (await check(host, wallet)).verdict;
      seen.push(theirs.outcome);
      expect(ours).to.deep.include({ outcome: theirs.outcome, left: theirs.left });
      if (theirs.outcome === 'free') await visit(host, wallet);
      await network.pass(DAY);
    }
    expect(seen).to.deep.equal(['free', 'free', 'paid', 'free', 'paid']);
  });

  it('counts the free days of the home’s other members at a host', async () => {
    const { network, melbourne, shanghai, wallet } = await scene();
    for (const name of ['Ned', 'Ola', 'Pia', 'Quy']) {
      await visit(shanghai, (await member(network, melbourne, name)).wallet);
    }
    await network.syncAll(1);
    const tomorrow = calendarDate.parse('2026-11-03');
    const verdict = await planned(network, wallet, shanghai, tomorrow);
    expect(verdict?.reasons[0].code).to.equal('ALLOWANCE_HOME_AT_HOST_USED');
    const next = await planned(network, wallet, shanghai, calendarDate.parse('2026-12-01'));
    expect(next?.outcome).to.equal('free');
  });

  it('renews the visa, and tells of home, member, programme and directory', async () => {
    const { network, melbourne, shanghai, leipzig, wallet } = await scene();
    await network.pass(3 * DAY);
    const told = await overview(wallet);
    expect(told.now).to.equal(network.now);
    expect(told.member).to.deep.equal({
      ...{ plan: 'full', since: '2026-11-02', paidUntil: null, displayName: 'Mia' },
    });
    expect(told.home).to.deep.include({ space: melbourne.id, name: 'melbourne' });
    const [programme] = told.programmes;
    const all = [melbourne.id, shanghai.id, leipzig.id].sort();
    expect([...(programme?.spaces ?? [])].sort()).to.deep.equal(all);
    expect(told.directory.map(({ name }) => name)).to.include.members(['shanghai', 'leipzig']);
    expect(Buffer.from(told.visa, 'base64url')).to.not.deep.equal(Buffer.from(wallet.visa ?? ''));
  });

  it('lists visits with their programme and their place in the host’s log', async () => {
    const { network, shanghai, wallet } = await scene();
    const made = await visit(shanghai, wallet);
    await network.syncAll(1);
    const told = await overview(wallet);
    const { programme, date } = made;
    expect(told.visits).to.have.length(1);
    expect(told.visits[0]).to.deep.include({
      ...{ host: shanghai.id, date, kind: 'free', programme },
      ...{ incarnation: 0, index: made.index, voided: false },
    });
  });

  it('counts a day that a host has a grant for, before it is stamped', async () => {
    const { network, shanghai, leipzig, wallet } = await scene();
    const { id } = await check(shanghai, wallet);
    await shanghai.engine.desk.askGrant(id);
    const told = await overview(wallet);
    expect(told.granted).to.deep.equal([{ host: shanghai.id, date: '2026-11-02', weight: 1 }]);
    const verdict = await planned(network, wallet, leipzig);
    expect(verdict?.left.perProgramme).to.deep.equal({ before: 2, after: 1 });
  });

  it('WALLET-2, WALLET-5: is for the member’s phone alone', async () => {
    const { melbourne, shanghai, wallet, id } = await scene();
    const ask = (token: string) => codeOfAsync(melbourne.engine.wallets.overview(token));
    expect(await ask(wallet.present())).to.equal('PRESENTATION_OTHER_PURPOSE');
    const token = wallet.present({ purpose: 'renew' });
    expect(await codeOfAsync(shanghai.engine.wallets.overview(token))).to.equal('NOT_FOUND');
    await melbourne.engine.home.setStatus(id, 'paused');
    expect(await ask(token)).to.equal('MEMBER_INACTIVE');
    expect((await shanghai.engine.desk.check(request(wallet.present()))).home).to.equal(
      melbourne.id,
    );
  });
});
