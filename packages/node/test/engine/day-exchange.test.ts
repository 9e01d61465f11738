/** What was given and received, by partner and month. */

import { calendarDate } from '@covisa/protocol';
import { expect } from 'chai';
import { Network } from './support/network.js';
import { check, found, member, stamp, visit } from './support/people.js';

const DAY = 86_400;

describe('The exchange of days', () => {
  it('adds up whole and half days of both directions, by partner and month', async () => {
    const network = new Network();
    const [loft, dock, yard] = await network.addAll(['loft', 'dock', 'yard']);
    await found(network, [loft, dock, yard]);
    const mia = (await member(network, loft, 'Mia')).wallet;
    const ned = (await member(network, dock, 'Ned')).wallet;
    await visit(dock, mia);
    await visit(loft, ned, { halfDay: true });
    await network.pass(DAY);
    await visit(loft, ned);
    await stamp(yard, await check(yard, mia), 'courtesy');
    await network.days(61);
    await mia.renew();
    await stamp(dock, await check(dock, mia), 'paid');
    await network.syncAll(1);
    const [from, to] = [calendarDate.parse('2026-11-01'), calendarDate.parse('2027-01-31')];
    const none = { free: 0, paid: 0, courtesy: 0 };
    const { partners, months } = await loft.engine.accounts.exchange(from, to);
    expect(partners).to.deep.equal([
      {
        ...{ space: dock.id, name: 'dock', given: { ...none, free: 1.5 } },
        received: { free: 1, paid: 1, courtesy: 0 },
        ...{ firstDate: '2026-11-02', lastDate: '2027-01-03' },
      },
      {
        ...{ space: yard.id, name: 'yard', given: none },
        received: { ...none, courtesy: 1 },
        ...{ firstDate: '2026-11-03', lastDate: '2026-11-03' },
      },
    ]);
    expect(months).to.deep.equal([
      {
        month: '2026-11',
        given: { ...none, free: 1.5 },
        received: { ...none, free: 1, courtesy: 1 },
      },
      { month: '2026-12', given: none, received: none },
      { month: '2027-01', given: none, received: { ...none, paid: 1 } },
    ]);
    const early = await loft.engine.accounts.exchange(from, from);
    expect(early).to.deep.equal({ partners: [], months: [] });
  });
});
