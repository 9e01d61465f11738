/** Terms that change: members are taken by what was promised until the notice is over. */

import { parseWalletOverview, type Terms } from '@covisa/protocol';
import { expect } from 'chai';
import type { Amendment } from '../../dist/engine/services.js';
import { admitted, founded, UNCHANGED } from './support/government.js';
import { Network } from './support/network.js';
import { check, found, member, TERMS, visit, type Wallet } from './support/people.js';

const STRICT = { ...TERMS, allowances: [{ days: 1, count: 'host', window: 'visa-year' }] } as const;
const PROMISE = { ...TERMS, changes: { termsNoticeDays: 30 } };

/** Asks for no notice, and gives three days at each host. */
const GENEROUS = {
  ...TERMS,
  allowances: [{ days: 3, count: 'host', window: 'visa-year' }],
} as const;
const DAY = 86_400;
/** Nothing is said between the acts of a test: weeks of a dozen nodes' small talk take long. */
const RARELY = { settings: { syncIntervalSeconds: 60 * DAY, heartbeatIntervalSeconds: 60 * DAY } };

async function scene() {
  const network = new Network();
  const [shanghai, melbourne] = await network.addAll(['shanghai', 'melbourne']);
  const programme = await found(network, [shanghai, melbourne], PROMISE);
  const { wallet } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  await shanghai.engine.programmes.amend(programme, { ...UNCHANGED, terms: STRICT });
  await network.syncAll();
  await melbourne.engine.programmes.sign(programme, null);
  await network.syncAll();
  return { network, shanghai, melbourne, programme, wallet };
}

describe('Changed terms', () => {
  it('PROG-8: hold at the desk and for grants when the notice is over, and not before', async () => {
    const { network, shanghai, melbourne, programme, wallet } = await scene();
    for (const space of [shanghai, melbourne]) {
      const { terms, termsFrom } = await space.engine.programmes.show(programme);
      expect([terms, termsFrom], space.name).to.deep.equal([STRICT, '2026-12-02']);
    }
    await visit(shanghai, wallet);
    await network.days(1);
    const second = await check(shanghai, wallet);
    expect(second.verdict.kind, 'two days were promised').to.equal('free');
    await network.days(29);
    await wallet.renew();
    await network.syncAll();
    const late = await check(shanghai, wallet);
    expect(late.verdict.kind, 'one day is left by now').to.equal('paid');
  });

  it('are told to the wallet, which judges days to come by them', async () => {
    const { melbourne, wallet } = await scene();
    const token = wallet.present({ purpose: 'renew' });
    const overview = parseWalletOverview(await melbourne.engine.wallets.overview(token));
    const [told] = overview.programmes;
    expect(told?.terms).to.deep.equal(PROMISE);
    expect(told?.coming).to.deep.equal([{ from: '2026-12-02', roster: 1, terms: STRICT }]);
  });
});

describe('Terms that change with notice', () => {
  // Founders, and the votes that the first change needs of them and the second of one member more.
  for (const [n, needed, neededNext] of [
    [1, 1, 2],
    [2, 2, 2],
    [3, 2, 3],
    [4, 3, 3],
    [5, 3, 5],
    [6, 5, 5],
    [12, 9, 9],
  ] as const) {
    it(`PROG-8: of ${n}: visits are free by the terms of their dates, and stay so`, async () => {
      const network = new Network(`notice ${n}`);
      const terms = { ...TERMS, changes: { termsNoticeDays: 10 } };
      const [programme, first, ...others] = await founded(network, n, terms, RARELY);
      const home = await admitted(
        network,
        programme,
        [first, ...others.slice(0, 1)],
        'home',
        RARELY,
      );
      const last = others.at(-1) ?? first;
      const { wallet: mia, id: miaId } = await member(network, home, 'Mia');
      const { wallet: jonas } = await member(network, home, 'Jonas');
      const agreeOn = async (changed: Terms, votes: number, more: Partial<Amendment> = {}) => {
        const amendment = { ...UNCHANGED, ...more, terms: changed };
        await first.engine.programmes.amend(programme, amendment);
        await network.syncAll(1);
        for (const signer of [...others, home].slice(0, votes - 1)) {
          await signer.engine.programmes.sign(programme, null);
        }
        await network.syncAll(1);
      };
      const verdictOf = async (wallet: Wallet) => {
        const { kind, roster } = (await check(last, wallet)).verdict;
        return [kind, roster];
      };

      // 2 November: one day less from the 12th on.
      await agreeOn(STRICT, needed, { seatAdmitted: true });
      const seen = await last.engine.programmes.show(programme);
      expect([seen.rosterVersion, seen.termsFrom]).to.deep.equal([1, '2026-11-12']);
      await visit(last, mia);
      await visit(last, jonas);
      // 5 November: a day more, with as much notice as what holds on that day promises.
      await network.pass(3 * DAY);
      await agreeOn(GENEROUS, neededNext);
      const later = await last.engine.programmes.show(programme);
      expect([later.rosterVersion, later.termsFrom]).to.deep.equal([2, '2026-11-15']);
      // 11 November: the last day of what was promised.
      await network.pass(6 * DAY);
      expect((await visit(last, mia)).kind).to.equal('free');
      expect(await verdictOf(jonas)).to.deep.equal(['free', 0]);
      // 12 to 14 November: one day at each host, which both have had.
      await network.pass(DAY);
      expect(await verdictOf(jonas)).to.deep.equal(['paid', 1]);
      await network.pass(2 * DAY);
      expect(await verdictOf(mia)).to.deep.equal(['paid', 1]);
      // 15 November: three days. What was free stays free.
      await network.pass(DAY);
      expect(await verdictOf(mia)).to.deep.equal(['free', 2]);
      await visit(last, mia);
      const visits = await home.engine.home.visits(miaId);
      expect(visits.map(({ date, kind }) => `${date} ${kind}`).sort()).to.deep.equal([
        '2026-11-02 free',
        '2026-11-11 free',
        '2026-11-15 free',
      ]);
      await network.stop();
    }).timeout(60_000);
  }
});
