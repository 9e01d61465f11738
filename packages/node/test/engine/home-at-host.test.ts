/** The free days that all members of one home have together at one host. */

import type { Terms } from '@covisa/protocol';
import { expect } from 'chai';
import { Network } from './support/network.js';
import { found, member, TERMS, visit } from './support/people.js';

/** Two free days a month. */
const HOME_TERMS: Terms = {
  ...TERMS,
  allowances: [{ days: 2, count: 'home-at-host', window: 'calendar-month' }],
};

async function scene() {
  const network = new Network('home at host');
  const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
  await found(network, [melbourne, shanghai], HOME_TERMS);
  const wallets = new Map(
    await Promise.all(
      ['Ada', 'Ben', 'Cid', 'Dora', 'Eve'].map(
        async (name) => [name, (await member(network, melbourne, name)).wallet] as const,
      ),
    ),
  );
  /** What the desk gives one of them today. */
  const comes = async (name: string, halfDay = false) => {
    const wallet = wallets.get(name);
    if (!wallet) throw new Error(`${name}: expected a member`);
    const { kind, weight } = await visit(shanghai, wallet, { halfDay });
    return `${kind} ${weight}`;
  };
  return { network, melbourne, shanghai, comes };
}

describe('An allowance of a home at a host', () => {
  it('counts the half days of a date beside its whole ones', async () => {
    const { comes } = await scene();
    expect(await comes('Ada')).to.equal('free 1');
    expect(await comes('Ben', true)).to.equal('free 0.5');
    expect(await comes('Cid')).to.equal('paid 1');
    expect(await comes('Dora', true)).to.equal('free 0.5');
    expect(await comes('Eve', true)).to.equal('paid 0.5');
  });

  it('counts those that wait to be published beside those in the log', async () => {
    const { network, shanghai, comes } = await scene();
    const backup = shanghai.backup();
    network.cutApart([...network.spaces.values()]);
    await shanghai.restore(backup, null);
    expect((await shanghai.engine.status()).mode).to.equal('recovering');
    expect(await comes('Ada')).to.equal('free 1');
    expect(await comes('Ben')).to.equal('free 1');
    expect(await comes('Cid')).to.equal('paid 1');
    expect(await comes('Dora', true)).to.equal('paid 0.5');
  });
});
