/** Restored nodes that only call out: of two of these neither ever hears from the other. */

import { expect } from 'chai';
import { Network } from './support/network.js';
import { found, member, visit } from './support/people.js';

/** A public node, one that only calls out and is restored, and one of either kind. */
async function restored(isOtherPublic: boolean) {
  const network = new Network();
  const melbourne = await network.add('melbourne');
  const shanghai = await network.add('shanghai', { isPublic: false });
  const other = await network.add('other', { isPublic: isOtherPublic });
  await found(network, [melbourne, shanghai, other]);
  const { wallet } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  const backup = shanghai.backup();
  await visit(shanghai, wallet);
  await network.syncAll();
  const { logSize } = await shanghai.engine.status();
  network.cut([shanghai], [melbourne, other]);
  await shanghai.restore(backup, shanghai.headFile.bytes);
  network.heal();
  await shanghai.engine.gossip.syncNow(melbourne.id);
  const { mode, logSize: held, modeReason } = await shanghai.engine.status();
  return { mode, isWhole: held === logSize, modeReason };
}

describe('A restored node that only calls out', () => {
  it('does not wait for another one, once somebody has answered', async () => {
    const seen = await restored(false);
    expect(seen).to.deep.equal({ mode: 'ready', isWhole: true, modeReason: null });
  });

  it('waits for one that it can call', async () => {
    const { mode, isWhole, modeReason } = await restored(true);
    expect({ mode, isWhole }).to.deep.equal({ mode: 'recovering', isWhole: true });
    expect(modeReason).to.contain('Not answered yet: other.');
  });
});
