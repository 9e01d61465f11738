import type { Accounts } from '@covisa/node';
import { expect } from 'chai';
import { DOUBLE_VISITS } from '../../dist/invariants/double-visits.js';
import { begun, doubled, happened, saidOf, visit, visitsOf } from './support/played.js';

describe('What two hosts gave under one index is seen by both, and by the home', () => {
  it('holds once the wall between them is gone', async () => {
    const play = await doubled();
    expect(visitsOf(play).map((one) => one.visit.k)).to.deep.equal([0, 0]);
    expect(await saidOf(play, DOUBLE_VISITS)).to.deep.equal([]);
    expect(play.ledger.counts.get('double visits')).to.equal(1);
  });

  it('is broken by a home or a host that is not shown it', async () => {
    const play = await doubled();
    for (const number of [0, 2]) {
      const { accounts } = play.space(number).engine as { accounts: Accounts };
      accounts.doubleVisits = async () => [];
    }
    expect(await saidOf(play, DOUBLE_VISITS)).to.deep.equal([
      'index 0 was used at space-1 and space-2, and space-0 (home) does not see it',
      'index 0 was used at space-1 and space-2, and space-2 (host) does not see it',
    ]);
  });

  it('asks nothing of hosts that hold the log of only one that gave', async () => {
    const play = await begun({
      programmes: [
        [0, 1],
        [0, 2, 3],
      ],
      terms: { allowances: [{ days: 1, count: 'home-at-host', window: 'calendar-month' }] },
    });
    await happened(
      play,
      visit(1, 3),
      { at: 0, kind: 'wall', these: [2], those: [0, 3], oneWay: false },
      { at: 0, kind: 'wall', these: [3], those: [0], oneWay: false },
      visit(0, 1, { asks: false }),
      visit(0, 2, { asks: false }),
      visit(0, 3, { asks: false }),
      { at: 0, kind: 'heal' },
    );
    await play.world.pass(6 * 3600);
    expect(visitsOf(play).map(({ host, visit: { k, kind } }) => [host, k, kind])).to.deep.equal([
      [3, 0, 'free'],
      [1, 0, 'free'],
      [2, 0, 'free'],
      [3, 0, 'paid'],
    ]);
    expect(await saidOf(play, DOUBLE_VISITS)).to.deep.equal([]);
    const { accounts } = play.space(0).engine as { accounts: Accounts };
    accounts.doubleVisits = async () => [];
    expect(await saidOf(play, DOUBLE_VISITS)).to.deep.equal([
      'index 0 was used at space-1 and space-2 and space-3, and space-0 (home) does not see it',
    ]);
  });
});
