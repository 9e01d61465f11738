/** Terms that change: members are taken by what was promised until the notice is over. */

import { parseWalletOverview } from '@covisa/protocol';
import { expect } from 'chai';
import { Network } from './support/network.js';
import { check, found, member, TERMS, visit } from './support/people.js';

const STRICT = { ...TERMS, allowances: [{ days: 1, count: 'host', window: 'visa-year' }] } as const;
const PROMISE = { ...TERMS, changes: { termsNoticeDays: 30 } };

async function scene() {
  const network = new Network();
  const [shanghai, melbourne] = await network.addAll(['shanghai', 'melbourne']);
  const programme = await found(network, [shanghai, melbourne], PROMISE);
  const { wallet } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  await shanghai.engine.programmes.amend(programme, {
    ...{ seatAdmitted: false, add: [], remove: [], terms: STRICT },
  });
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
