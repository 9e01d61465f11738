/** Spaces that meet in two programmes: what is used of the one uses nothing of the other. */

import { type ProgrammeId, type Terms, utcDate } from '@covisa/protocol';
import { expect } from 'chai';
import { Network } from './support/network.js';
import { check, found, member, TERMS, visit } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

const DAY = 86_400;

/** One free day in the whole programme, of two at a host. */
const ONE_IN_ALL: Terms = {
  ...TERMS,
  allowances: [
    { days: 2, count: 'host', window: 'visa-year' },
    { days: 1, count: 'programme', window: 'visa-year' },
  ],
};

/** A member was at lisbon under one programme, and home, lisbon and berlin then found another. */
async function scene() {
  const network = new Network();
  const [porto, lisbon, berlin] = await network.addAll(['porto', 'lisbon', 'berlin']);
  const earlier = await found(network, [porto, lisbon]);
  const { wallet } = await member(network, porto, 'Mia');
  await network.syncAll();
  expect((await visit(lisbon, wallet)).programme).to.equal(earlier);
  await network.pass(DAY);
  const later = await found(network, [lisbon, porto, berlin], ONE_IN_ALL);
  await network.syncAll();
  return { network, porto, lisbon, berlin, wallet, earlier, later };
}

describe('Two programmes of the same spaces', () => {
  it('JUDGE-10: a desk that left one of them leaves the same days of the other as the rest', async () => {
    const { network, lisbon, berlin, wallet, earlier } = await scene();
    await lisbon.engine.programmes.leave(earlier);
    await network.syncAll();
    const [here, there] = [await check(lisbon, wallet), await check(berlin, wallet)];
    expect(here.verdict.left.perProgramme).to.deep.equal({ before: 1, after: 0 });
    expect(there.verdict.left.perProgramme).to.deep.equal({ before: 1, after: 0 });
    // At one host a day is a day, whatever its programme.
    expect(here.verdict.left.perHost).to.deep.equal({ before: 1, after: 0 });
    expect(there.verdict.left.perHost).to.deep.equal({ before: 2, after: 1 });
  });

  it('JUDGE-10: a home grants a day of the one where a day of the other was used', async () => {
    const { network, lisbon, berlin, wallet, earlier, later } = await scene();
    await lisbon.engine.programmes.leave(earlier);
    await network.syncAll();
    const given = await visit(lisbon, wallet);
    expect(given).to.include({ kind: 'free', programme: later, k: 1 });
    await network.pass(DAY);
    await network.syncAll();
    const { verdict } = await check(berlin, wallet);
    expect(verdict.reasons[0].code).to.equal('ALLOWANCE_PROGRAMME_USED');
  });

  it('JUDGE-10: an open grant in the one uses nothing of the other', async () => {
    const { network, porto, lisbon, berlin, wallet, earlier, later } = await scene();
    const ask = (host: TestSpace, programme: ProgrammeId) =>
      porto.engine.home.grant(host.id, {
        ...{ token: wallet.present(), k: 1, date: utcDate(network.now) },
        ...{ venue: 'main', programme, halfDay: false },
      });
    expect(await ask(lisbon, earlier)).to.include({ granted: true, k: 1 });
    expect(await ask(berlin, later)).to.include({ granted: true, k: 2 });
    const again = await ask(lisbon, earlier);
    expect(again).to.include({ granted: true, k: 1 });
  });

  it('JUDGE-2: a second scan on a day is no second visit in the other one', async () => {
    const { network, porto, lisbon, wallet, earlier } = await scene();
    const { wallet: bens } = await member(network, porto, 'Ben');
    await network.syncAll();
    expect((await visit(lisbon, bens)).kind).to.equal('free');
    const other = await check(lisbon, bens);
    expect(other.verdict.sameDay).to.equal(true);
    await lisbon.engine.programmes.leave(earlier);
    await network.syncAll();
    expect((await check(lisbon, bens)).verdict.sameDay).to.equal(true);
    expect((await check(lisbon, wallet)).verdict.sameDay).to.equal(false);
  });
});
