/** Restored nodes of which a peer never answers, though it is there and others hear of it. */

import { encodeSync } from '@covisa/protocol';
import { expect } from 'chai';
import type { Clock } from '../../dist/ports.js';
import { Network, settle } from './support/network.js';
import { found, member, visit } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

const DAY = 86_400;

/** A host whose last stamp some have, the home of the member, and more spaces. */
async function scene(more: readonly string[], settings: object = {}) {
  const network = new Network();
  const ahead = { seconds: 0 };
  const clock: Clock = {
    nowMilliseconds: () => network.clock.nowMilliseconds() + ahead.seconds * 1000,
    after: (milliseconds, run) => network.clock.after(milliseconds, run),
  };
  const shanghai = await network.add('shanghai', { clock });
  const melbourne = await network.add('melbourne', { settings });
  const others = await network.addAll(more);
  await found(network, [shanghai, melbourne, ...others]);
  const { wallet } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  return { network, shanghai, melbourne, others, wallet, ahead };
}

async function statusOf(space: TestSpace) {
  const { mode, modeReason } = await space.engine.status();
  return { mode, modeReason };
}

const ASKS =
  'This node was restored or copied, and asks its peers for its own later entries. Visits wait in the journal.';

describe('A restored node to which a living peer is mute', () => {
  /** Berlin answers, Melbourne does not, of which Berlin hears each day. */
  async function mute() {
    const made = await scene(['berlin']);
    const { network, shanghai, melbourne } = made;
    network.cut([shanghai], [melbourne]);
    await shanghai.restore(shanghai.backup(), null);
    await shanghai.engine.gossip.syncNow(null);
    return made;
  }

  it('waits for it for three days of its run, and then goes on', async () => {
    const { network, shanghai } = await mute();
    const waits = { mode: 'recovering', modeReason: `${ASKS} Not answered yet: melbourne.` };
    await network.pass(2 * DAY + 18 * 3600, 3600);
    expect(await statusOf(shanghai)).to.deep.equal(waits);
    await network.pass(DAY, 3600);
    expect(await statusOf(shanghai)).to.deep.equal({ mode: 'ready', modeReason: null });
  });

  it('begins to wait anew when it is started again', async () => {
    const { network, shanghai } = await mute();
    await network.pass(2 * DAY, 3600);
    await shanghai.restart();
    await network.pass(2 * DAY, 3600);
    expect((await statusOf(shanghai)).mode).to.equal('recovering');
  });

  it('takes no clock that was set for days in which it waited', async () => {
    const { network, shanghai, ahead } = await mute();
    ahead.seconds = 4 * DAY;
    await network.pass(DAY, 3600);
    ahead.seconds = 0;
    await network.pass(DAY, 3600);
    expect((await statusOf(shanghai)).mode).to.equal('recovering');
  });

  it('does not go on as long as nobody answers at all', async () => {
    const { network, shanghai, melbourne, others } = await scene(['berlin']);
    network.cut([shanghai], [melbourne, ...others]);
    await shanghai.restore(shanghai.backup(), null);
    await network.days(10);
    const modeReason = `${ASKS} Not answered yet: melbourne, berlin.`;
    const { mode, modeReason: told } = await statusOf(shanghai);
    expect(mode).to.equal('recovering');
    expect([modeReason, `${ASKS} Not answered yet: berlin, melbourne.`]).to.include(told);
  });

  it('goes on after three days where its head file names what nobody has', async () => {
    const { network, shanghai, melbourne, others, wallet } = await scene(['bath', 'bonn', 'bern']);
    const backup = shanghai.backup();
    network.cut([shanghai], [melbourne, ...others]);
    await visit(shanghai, wallet);
    network.heal();
    network.cut([shanghai], [melbourne]);
    await shanghai.restore(backup, shanghai.headFile.bytes);
    await network.pass(2 * DAY + 18 * 3600, 3600);
    expect((await statusOf(shanghai)).mode).to.equal('recovering');
    await network.pass(DAY, 3600);
    expect((await statusOf(shanghai)).mode).to.equal('ready');
  });
});

describe('A restored node to which nobody gives what somebody holds', () => {
  it('says after three days how to go on, and takes what comes later', async () => {
    const silent = { syncIntervalSeconds: 60 * DAY };
    const { network, shanghai, melbourne, wallet } = await scene([], silent);
    const backup = shanghai.backup();
    await visit(shanghai, wallet);
    await network.syncAll();
    const head = (await melbourne.store.heads()).find(({ space }) => space === shanghai.id);
    const echo = encodeSync({ sync: 1, digests: [], echo: head?.checkpoint ?? '' });
    melbourne.script = async () => echo;
    await shanghai.restore(backup, null);
    await settle();
    await network.pass(2 * DAY + 18 * 3600, 3600);
    const lacks =
      'This node was restored or copied, and asks its peers for its own later entries. It holds 5 of the 6 that were seen. Visits wait in the journal.';
    const asked = ' Not answered yet: melbourne.';
    expect((await statusOf(shanghai)).modeReason).to.equal(`${lacks}${asked}`);
    await network.pass(DAY, 3600);
    expect(await statusOf(shanghai)).to.deep.equal({
      mode: 'recovering',
      modeReason: `${lacks}${asked} For three days nobody has given the rest. Where whoever holds it does not come back, stop this node and go on with the recovery key: covisa recover.`,
    });
    melbourne.script = null;
    await network.days(1);
    expect(await statusOf(shanghai)).to.deep.equal({ mode: 'ready', modeReason: null });
  });
});
