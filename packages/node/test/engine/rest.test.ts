/** Syncs between nodes that hold different things, and cannot change it. */

import { expect } from 'chai';
import { Network, settle } from './support/network.js';
import { found } from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';
import type { TestSpace } from './support/test-space.js';

/**
 * Bytes of a sync with nothing to say, both ways, that names the digests of an earlier rest: as the
 * simulator reckons them (packages/sim/src/invariants/traffic/sync-costs.ts).
 */
const QUIET_BYTES = 1163;

/** Two nodes of which each has had its quota of a third one's log, and one holds more of it. */
async function scene() {
  const network = new Network();
  const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
  const programme = await found(network, [melbourne, shanghai, berlin]);
  await network.syncAll();
  const log = await ScriptedLog.of(berlin);
  await berlin.stop();
  network.cut([melbourne], [shanghai]);
  const flood = JSON.stringify({
    ...{ type: 'leave', programme: berlin.id, date: '2026-05-11' },
    padding: 'x'.repeat(15_000),
  });
  const send = async (node: TestSpace, from: number) => {
    const body = bodyOf(programme, [[log, from]]);
    await node.engine.gossip.answer(berlin.id, body);
    await settle();
  };
  const write = (count: number) => {
    const from = log.lines.length;
    log.add(...Array.from({ length: count }, () => flood));
    return from;
  };
  for (const count of [250, 250]) {
    const from = write(count);
    for (const node of [melbourne, shanghai]) await send(node, from);
  }
  // 560 of about 15,100 bytes are over 8 MiB: no more is taken for some days.
  const from = write(60);
  await send(melbourne, from);
  write(100);
  await send(shanghai, from);
  network.heal();
  return { network, melbourne, shanghai, berlin };
}

async function sizeAt(node: TestSpace, { id }: TestSpace): Promise<number> {
  return (await node.engine.logs.verify(id)).size;
}

/** What a sync comes to. */
async function sync(from: TestSpace, to: TestSpace) {
  const [report] = await from.engine.gossip.syncNow(to.id);
  if (!report) throw new Error('expected a report');
  const { ok, rounds, bytesOut, bytesIn } = report;
  return { ok, rounds, isQuiet: bytesOut + bytesIn <= QUIET_BYTES };
}

const QUIET = { ok: true, rounds: 1, isQuiet: true };

describe('A log of which one node takes less than another one holds', () => {
  it('costs a quiet sync once a whole exchange has moved nothing', async () => {
    const { melbourne, shanghai, berlin } = await scene();
    for (const [one, other] of [
      [melbourne, shanghai],
      [shanghai, melbourne],
    ] as const) {
      expect((await sync(one, other)).rounds, one.name).to.be.above(1);
      expect(await sync(one, other), one.name).to.deep.equal(QUIET);
    }
    expect([await sizeAt(melbourne, berlin), await sizeAt(shanghai, berlin)]).to.deep.equal([
      563, 663,
    ]);
  });

  it('keeps nothing back that is new, and is offered again', async () => {
    const { network, melbourne, shanghai, berlin } = await scene();
    await sync(melbourne, shanghai);
    network.cut([melbourne], [shanghai]);
    await shanghai.engine.changeProfile({ name: 'Shanghai' });
    network.heal();
    expect((await sync(melbourne, shanghai)).rounds).to.be.above(1);
    const names = (await melbourne.engine.directory()).map(({ name }) => name);
    expect(names).to.include('Shanghai');
    expect(await sync(melbourne, shanghai)).to.deep.equal(QUIET);
    await network.days(14);
    expect(await sizeAt(melbourne, berlin)).to.equal(663);
    expect(await sync(melbourne, shanghai)).to.deep.equal(QUIET);
  });

  it('is told in full to a peer that asks what it has lost, and by it', async () => {
    const { melbourne, shanghai, berlin, network } = await scene();
    await sync(melbourne, shanghai);
    expect(await sync(melbourne, shanghai)).to.deep.equal(QUIET);
    network.cut([shanghai], [melbourne, berlin]);
    await shanghai.restore(shanghai.backup(), null);
    expect((await shanghai.engine.status()).mode).to.equal('recovering');
    network.heal();
    // Berlin is off: melbourne alone can tell, and calls.
    const { rounds } = await sync(melbourne, shanghai);
    expect(rounds).to.be.above(1);
    const { modeReason } = await shanghai.engine.status();
    expect(modeReason).to.include('Not answered yet: berlin.');
  });
});
