import type { Accounts, DoubleVisit } from '@covisa/node';
import { parseToken } from '@covisa/protocol';
import { expect } from 'chai';
import { DOUBLE_VISITS } from '../../dist/invariants/double-visits.js';
import { begun, doubled, happened, saidOf, visit, visitsOf } from './support/played.js';

const USED = 'index 0 of member 0 was used at space-1 on 2026-11-02 and space-2 on 2026-11-02';

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
      `${USED}, and space-0 (home) does not see it`,
      `${USED}, and space-2 (host) does not see it`,
    ]);
  });

  for (const [what, change] of [
    ['another member', (one) => ({ ...one, member: 'somebody' })],
    ['another index', (one) => ({ ...one, k: 1 })],
    ['another date', (one) => ({ ...one, hosts: changed(one, { date: '2026-11-03' as never }) })],
    ['another kind', (one) => ({ ...one, hosts: changed(one, { kind: 'paid' }) })],
    ['one host alone', (one) => ({ ...one, hosts: one.hosts.slice(0, 1) })],
  ] satisfies readonly (readonly [string, (one: DoubleVisit) => DoubleVisit])[]) {
    it(`is broken by a home and a host that are shown ${what}`, async () => {
      const play = await doubled();
      for (const number of [0, 2]) {
        const { accounts } = play.space(number).engine as { accounts: Accounts };
        const shown = await play.wait(accounts.doubleVisits());
        accounts.doubleVisits = async () => shown.map(change);
      }
      expect(await saidOf(play, DOUBLE_VISITS)).to.deep.equal([
        `${USED}, and space-0 (home) does not see it`,
        `${USED}, and space-2 (host) does not see it`,
      ]);
    });
  }

  for (const [when, seconds, said] of [
    ['before its visit', -1, [`${USED}, and space-2 (host) does not see it`]],
    ['after it', 1, []],
  ] as const) {
    it(`asks a host that lost its disk only where it did ${when === 'after it' ? 'not after' : when}`, async () => {
      const play = await doubled();
      const { accounts } = play.space(2).engine as { accounts: Accounts };
      accounts.doubleVisits = async () => [];
      play.restores.push({ space: 2, at: (visitsOf(play)[1]?.at ?? 0) + seconds, backedUp: 0 });
      expect(await saidOf(play, DOUBLE_VISITS)).to.deep.equal(said);
    });
  }

  for (const [when, backedUp, said] of [
    ['before it gave the phone', 0, []],
    ['after it', 1, [`${USED}, and space-0 (home) does not see it`]],
  ] as const) {
    it(`asks a home for it ${said.length > 0 ? 'though' : 'unless'} its disk is now of ${when}`, async () => {
      const play = await doubled();
      const { accounts } = play.space(0).engine as { accounts: Accounts };
      accounts.doubleVisits = async () => [];
      const issued = visitsOf(play).map(({ token }) => parseToken(token).visa.claims.issuedAt);
      const at = backedUp * (Math.max(...issued) - play.began);
      play.restores.push({ space: 0, at: play.at, backedUp: at });
      expect(await saidOf(play, DOUBLE_VISITS)).to.deep.equal(said);
    });
  }

  it('is broken by a host that is shown one double visit in the place of two', async () => {
    const play = await doubled({ members: [0, 1] });
    expect(await saidOf(play, DOUBLE_VISITS)).to.deep.equal([]);
    const { accounts } = play.space(2).engine as { accounts: Accounts };
    const shown = await play.wait(accounts.doubleVisits());
    expect(shown).to.have.length(2);
    accounts.doubleVisits = async () => shown.slice(1);
    expect(await saidOf(play, DOUBLE_VISITS)).to.deep.equal([
      `${USED.replace('member 0', 'member 1')}, and space-2 (host) does not see it`,
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
      'index 0 of member 0 was used at space-1 on 2026-11-02 and space-2 on 2026-11-02 and ' +
        'space-3 on 2026-11-02, and space-0 (home) does not see it',
    ]);
  });
});

/** The visits that are shown, with something else in the last one. */
function changed(
  { hosts }: DoubleVisit,
  to: Partial<DoubleVisit['hosts'][number]>,
): DoubleVisit['hosts'] {
  return hosts.map((one, at) => (at === hosts.length - 1 ? { ...one, ...to } : one));
}
