/** Things that happen at the same moment: nothing is said twice, and nothing newer is forgotten for something older. */

import { parseEntry } from '@covisa/protocol';
import { expect } from 'chai';
import { Network, settle } from './support/network.js';
import { found, member, visit } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

/** A disk that takes its time: whatever else can happen happens meanwhile. */
function slowDownHeadFile({ headFile }: TestSpace): void {
  const write = headFile.write.bind(headFile);
  headFile.write = async (bytes) => {
    for (let i = 0; i < 50; i++) await settle();
    await write(bytes);
  };
}

describe('At the same moment', () => {
  it('three peers end a recovery, and each visit of the journal is published once', async () => {
    const network = new Network();
    const [berlin, melbourne, shanghai, lisbon] = await network.addAll([
      'berlin',
      'melbourne',
      'shanghai',
      'lisbon',
    ]);
    await found(network, [berlin, melbourne, shanghai, lisbon]);
    const { wallet } = await member(network, melbourne, 'Mia');
    await network.syncAll();
    const backup = berlin.backup();
    network.cutApart([berlin, melbourne, shanghai, lisbon]);
    await berlin.restore(backup, null);
    const waiting = await visit(berlin, wallet);
    expect(waiting.index).to.equal(null);
    slowDownHeadFile(berlin);
    network.heal();
    const peers = [melbourne, shanghai, lisbon];
    await Promise.all([
      ...peers.map((peer) => peer.engine.gossip.syncNow(berlin.id)),
      ...peers.map((peer) => berlin.engine.gossip.syncNow(peer.id)),
    ]);
    await settle();
    const { mode, pendingVisits } = await berlin.engine.status();
    expect({ mode, pendingVisits }).to.deep.equal({ mode: 'ready', pendingVisits: 0 });
    const entries = await berlin.engine.logs.entries(berlin.id, 0, 1000);
    const stamps = entries.filter(({ bytes }) => parseEntry(bytes).type === 'stamp');
    expect(stamps).to.have.length(1);
  });
});
