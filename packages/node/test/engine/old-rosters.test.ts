/** Rosters that wait for signatures for long. */

import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { UNCHANGED } from './support/government.js';
import { Network } from './support/network.js';
import { found, TERMS } from './support/people.js';

const WEEK = 7 * 86_400;

async function amended(change: object, seconds: number) {
  const network = new Network();
  const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
  const programme = await found(network, [melbourne, shanghai]);
  await melbourne.engine.programmes.amend(programme, { ...UNCHANGED, ...change });
  await network.syncAll();
  await network.pass(seconds);
  return codeOfAsync(shanghai.engine.programmes.sign(programme, null));
}

describe('A roster that waits', () => {
  const terms = { ...TERMS, halfDays: { allowed: false } };

  it('PROG-13: is signed for seven days after its date where it changes terms', async () => {
    expect(await amended({ terms }, WEEK)).to.equal(null);
    expect(await amended({ terms }, WEEK + 1)).to.equal('ROSTER_OLD');
  });

  it('PROG-13: is signed at any time where it changes none', async () => {
    expect(await amended({ name: 'Another' }, 30 * WEEK)).to.equal(null);
  });
});
