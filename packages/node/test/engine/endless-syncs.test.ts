/** Syncs that a peer would have go on for ever. */

import { encodeSync, type SyncHeader } from '@covisa/protocol';
import { expect } from 'chai';
import { filler, Network } from './support/network.js';
import { found } from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';

async function scene() {
  const network = new Network('endless syncs');
  const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
  const programme = await found(network, [melbourne, shanghai, berlin]);
  await network.syncAll();
  const log = await ScriptedLog.of(berlin);
  await berlin.stop();
  const from = log.lines.length;
  log.add(...Array.from({ length: 2100 }, () => '{"type":"note"}'));
  await melbourne.engine.gossip.answer(berlin.id, bodyOf(programme, [[log, from]]));
  let messages = 0;
  /** What melbourne is answered each time. */
  const answers = (headerOf: (count: number) => Partial<SyncHeader>) => {
    shanghai.script = async () => {
      messages += 1;
      const digests = [{ programme, digest: filler(7) }];
      return encodeSync({ sync: 1, digests, ...headerOf(messages) });
    };
  };
  const sync = async () => (await melbourne.engine.gossip.syncNow(shanghai.id))[0];
  return { melbourne, shanghai, log, answers, sync, messages: () => messages };
}

describe('A sync with a peer that always wants one entry more', () => {
  it('ends after 2,000 messages', async () => {
    const { log, answers, sync, messages } = await scene();
    answers((from) => ({ wants: [{ space: log.space, incarnation: 0, from, to: from + 1 }] }));
    const report = await sync();
    expect([report?.ok, report?.error, messages()]).to.deep.equal([false, 'PEER_ENDLESS', 2000]);
  });

  it('ends within eight messages when the node is stopped', async () => {
    const { melbourne, log, answers, sync, messages } = await scene();
    let stopped: Promise<void> | null = null;
    answers((from) => {
      if (from === 5) stopped = melbourne.engine.stop();
      return { wants: [{ space: log.space, incarnation: 0, from, to: from + 1 }] };
    });
    const report = await sync();
    await stopped;
    expect([report?.ok, report?.error, messages()]).to.deep.equal([false, 'NOT_READY', 13]);
    const peers = await melbourne.engine.gossip.peers();
    const failed = peers.filter(({ failures, lastError }) => failures > 0 || lastError !== null);
    expect(failed, 'nobody is to blame for it').to.deep.equal([]);
  });
});
