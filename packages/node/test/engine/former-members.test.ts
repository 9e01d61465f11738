/**
 * A space that was restored to before it left, closed, was removed, or forked: nobody speaks with
 * it any more, but it is given its own log back, and nothing of others.
 */

import {
  calendarDate,
  encodeSync,
  type ProgrammeId,
  parseSync,
  type SyncHeader,
} from '@covisa/protocol';
import { expect } from 'chai';
import { NodeError } from '../../dist/errors.js';
import { codeOfAsync } from '../support/errors.js';
import { UNCHANGED } from './support/government.js';
import { Network, settle } from './support/network.js';
import { found, member, seat, visit } from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';
import type { TestSpace } from './support/test-space.js';

/** Three members of a programme; the third one is backed up before it goes. */
async function scene() {
  const network = new Network();
  const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
  const programme = await found(network, [melbourne, shanghai, berlin]);
  await seat(network, programme, [melbourne, shanghai]);
  const { wallet } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  const backup = berlin.backup();
  await visit(berlin, wallet);
  await network.syncAll();
  return { network, melbourne, shanghai, berlin, programme, backup };
}

/** These remove a space, for good: by the second roster the first one is final. */
async function removed(
  network: Network,
  programme: ProgrammeId,
  [proposer, signer]: readonly [TestSpace, TestSpace],
  { id }: TestSpace,
): Promise<void> {
  for (const remove of [[id], []]) {
    await proposer.engine.programmes.amend(programme, { ...UNCHANGED, remove });
    await network.syncAll();
    await signer.engine.programmes.sign(programme, null);
    await network.syncAll();
  }
}

async function statusOf({ engine }: TestSpace) {
  const { mode, logSize, programmes } = await engine.status();
  return { mode, logSize, standings: programmes.map(({ standing }) => standing) };
}

/** What a node answers to a space that asks for these logs, and names these digests. */
function asked(
  node: TestSpace,
  caller: TestSpace,
  spaces: readonly TestSpace[],
  more: Partial<SyncHeader> = {},
): Promise<Uint8Array> {
  const wants = spaces.map(({ id }) => ({ space: id, incarnation: 0, from: 0 }));
  const question = encodeSync({ sync: 1, digests: [], wants, ...more });
  return node.engine.gossip.answer(caller.id, question);
}

describe('A space that is restored to before it went', () => {
  it('learns from its peers that it has left, and goes on', async () => {
    const { network, melbourne, shanghai, berlin, programme, backup } = await scene();
    await berlin.engine.programmes.leave(programme);
    await network.syncAll();
    const before = await statusOf(berlin);
    expect(before.standings).to.deep.equal(['left']);
    network.cut([berlin], [melbourne, shanghai]);
    await berlin.restore(backup, berlin.headFile.bytes);
    expect(await statusOf(berlin)).to.deep.equal({
      mode: 'recovering',
      logSize: before.logSize - 2,
      standings: ['member'],
    });
    network.heal();
    await berlin.engine.gossip.syncNow(null);
    expect(await statusOf(berlin)).to.deep.equal(before);
  });

  it('learns from its peers that it has closed', async () => {
    const { network, berlin, backup } = await scene();
    await berlin.engine.closeSpace();
    await network.syncAll();
    const before = await statusOf(berlin);
    const { logSize } = before;
    expect(logSize).to.equal(5);
    await berlin.restore(backup, berlin.headFile.bytes);
    await berlin.engine.gossip.syncNow(null);
    expect(await statusOf(berlin)).to.deep.equal(before);
    // It has closed already, and says so only once.
    await berlin.engine.closeSpace();
    expect(await statusOf(berlin)).to.include({ mode: 'ready', logSize });
  });

  it('with its head file too learns that there was more, and goes on when started again', async () => {
    const { network, berlin, programme, backup } = await scene();
    await berlin.engine.programmes.leave(programme);
    await network.syncAll();
    const before = await statusOf(berlin);
    await berlin.restore(backup, backup.head);
    await berlin.engine.gossip.syncNow(null);
    expect((await statusOf(berlin)).mode).to.equal('superseded');
    await berlin.restart();
    await berlin.engine.gossip.syncNow(null);
    expect(await statusOf(berlin)).to.deep.equal(before);
  });

  it('has its entries back also from those that have removed it', async () => {
    const { network, melbourne, shanghai, berlin, programme, backup } = await scene();
    await removed(network, programme, [melbourne, shanghai], berlin);
    const { logSize } = await statusOf(berlin);
    await berlin.restore(backup, berlin.headFile.bytes);
    await berlin.engine.gossip.syncNow(null);
    expect(await statusOf(berlin)).to.include({ mode: 'ready', logSize });
    // Of the roster that removed it, and of what came later, it hears nothing.
    await melbourne.engine.changeProfile({ name: 'melbourne, later' });
    await network.syncAll();
    const names = (await berlin.engine.directory()).map(({ name }) => name);
    expect(names).to.include('melbourne').and.not.include('melbourne, later');
  });

  it('is told also by those that have removed it that its log has forked', async () => {
    const { network, melbourne, shanghai, berlin, programme, backup } = await scene();
    const copy = await network.add('copy', { copyOf: berlin });
    network.cut([copy], [melbourne, shanghai]);
    await berlin.engine.changeProfile({ name: 'one' });
    await copy.engine.changeProfile({ name: 'other' });
    await network.syncAll();
    network.heal();
    await copy.engine.gossip.syncNow(null);
    await copy.stop();
    await network.syncAll();
    await removed(network, programme, [melbourne, shanghai], berlin);
    await berlin.restore(backup, backup.head);
    await berlin.engine.gossip.syncNow(null);
    expect(await berlin.engine.status()).to.include({ mode: 'superseded' });
    expect((await berlin.engine.status()).modeReason).to.contain('covisa recover');
  });

  it('waits for three answers, or for all that it knows, as any restored node', async () => {
    const { network, melbourne, shanghai, berlin, programme, backup } = await scene();
    await berlin.engine.programmes.leave(programme);
    await network.syncAll();
    const { logSize } = await statusOf(berlin);
    network.cut([berlin], [shanghai]);
    await berlin.restore(backup, berlin.headFile.bytes);
    await berlin.engine.gossip.syncNow(null);
    expect(await statusOf(berlin)).to.include({ mode: 'recovering', logSize });
    network.cut([berlin], [melbourne]);
    network.heal();
    await berlin.engine.gossip.syncNow(shanghai.id);
    expect(await statusOf(berlin)).to.include({ mode: 'ready', logSize });
  });

  it('that only applied has its entries back from whoever introduced it', async () => {
    const { network, melbourne, programme } = await scene();
    const oslo = await network.add('oslo');
    await oslo.engine.programmes.join(await melbourne.engine.programmes.invite(programme));
    const { logSize } = await statusOf(oslo);
    await oslo.restore(oslo.backup(), null);
    await oslo.engine.gossip.syncNow(melbourne.id);
    expect(await statusOf(oslo)).to.include({ mode: 'ready', logSize });
  });
});

describe('A former member', () => {
  async function left() {
    const made = await scene();
    await made.berlin.engine.programmes.leave(made.programme);
    await made.network.syncAll();
    return made;
  }

  it('SYNC-4: is given the entries of its own log, and told of no other', async () => {
    const { melbourne, berlin } = await left();
    const { logSize } = await statusOf(berlin);
    const { header, lines } = parseSync(await asked(melbourne, berlin, [berlin]));
    const [head] = (await melbourne.store.heads()).filter(({ space }) => space === berlin.id);
    expect(Object.keys(header).sort()).to.deep.equal([
      'digests',
      'echo',
      'heartbeats',
      'ranges',
      'sync',
    ]);
    expect(header.digests).to.deep.equal([]);
    expect(header.echo).to.equal(head?.checkpoint);
    expect(header.ranges?.map(({ space, from, count }) => ({ space, from, count }))).to.deep.equal([
      { space: berlin.id, from: 0, count: logSize },
    ]);
    expect(lines.flat()).to.have.length(logSize);
    expect(header.heartbeats?.map(({ space }) => space)).to.deep.equal([berlin.id]);
  });

  it('SYNC-4: may name an end, and members that nobody knows', async () => {
    const { melbourne, berlin } = await left();
    const want = { space: berlin.id, incarnation: 0, from: 1, to: 3, bare: false, later: 1 };
    const more = { wants: [want], later: [1] } as Partial<SyncHeader>;
    const { header } = parseSync(await asked(melbourne, berlin, [berlin], more));
    expect(header.ranges?.map(({ from, count }) => ({ from, count }))).to.deep.equal([
      { from: 1, count: 2 },
    ]);
  });

  it('SYNC-4: is told nothing by who sends it away a second time', async () => {
    const { network, melbourne, shanghai, berlin, backup } = await scene();
    network.cut([berlin], [melbourne, shanghai]);
    await berlin.restore(backup, null);
    network.heal();
    let asks = 0;
    const refuse = () => {
      asks += 1;
      return Promise.reject(new NodeError('FORBIDDEN', 'refused'));
    };
    [melbourne.script, shanghai.script] = [refuse, refuse];
    await berlin.engine.gossip.syncNow(null);
    expect(asks, 'each twice').to.equal(4);
    expect(await statusOf(berlin)).to.include({ mode: 'recovering' });
  });

  it('SYNC-4: is given 16 MiB an hour, and goes on an hour after the first of them', async () => {
    const { network, melbourne, shanghai, berlin, programme } = await scene();
    const log = await ScriptedLog.of(berlin);
    await berlin.stop();
    const from = log.lines.length;
    const date = calendarDate.parse('2026-11-02');
    const flood = JSON.stringify({ ...{ type: 'note' }, padding: 'x'.repeat(14_000) });
    log.add(...Array.from({ length: 75 }, () => flood), { type: 'leave', programme, date });
    await melbourne.engine.gossip.answer(berlin.id, bodyOf(programme, [[log, from]]));
    const outcome = () =>
      asked(melbourne, berlin, [berlin]).then(
        (answer) => answer.length > 1024 * 1024,
        (error: NodeError) => `${error.code} ${error.remedy}`,
      );
    // Each answer has a little more than 1 MiB.
    for (let answers = 0; answers < 16; answers++) expect(await outcome()).to.equal(true);
    const refusal = 'RATE_LIMITED Wait an hour, then ask on from where the last answer ended.';
    expect(await outcome()).to.equal(refusal);
    await network.pass(3599);
    expect(await outcome()).to.equal(refusal);
    // Nobody else has to wait.
    await shanghai.engine.programmes.leave(programme);
    await network.syncAll();
    expect(parseSync(await asked(melbourne, shanghai, [shanghai])).header.ranges).to.have.length(1);
    await network.pass(1);
    expect(await outcome()).to.equal(true);
  });

  it('SYNC-4: is refused whatever else it asks or brings', async () => {
    const { network, melbourne, shanghai, berlin, programme } = await left();
    const digest = { programme, digest: berlin.id };
    const fork = { space: berlin.id, incarnation: 0, from: 0, fork: true };
    const others = [
      asked(melbourne, berlin, [melbourne]),
      asked(melbourne, berlin, [berlin, shanghai]),
      asked(melbourne, berlin, []),
      asked(melbourne, berlin, [berlin], { digests: [digest] }),
      asked(melbourne, berlin, [berlin], { full: true, frontier: [] }),
      asked(melbourne, berlin, [berlin], { wants: [fork] }),
    ];
    for (const other of others) expect(await codeOfAsync(other)).to.equal('FORBIDDEN');
    const oslo = await network.add('oslo');
    expect(await codeOfAsync(asked(melbourne, oslo, [oslo]))).to.equal('FORBIDDEN');
    expect(await codeOfAsync(asked(melbourne, oslo, [berlin]))).to.equal('FORBIDDEN');
  });

  it('brings nothing with its question', async () => {
    const { melbourne, berlin } = await left();
    const { logSize } = await statusOf(berlin);
    await berlin.engine.changeProfile({ name: 'berlin, later' });
    const [log] = (await berlin.store.heads()).filter(({ space }) => space === berlin.id);
    const entries = await berlin.store.entries(
      { space: berlin.id, incarnation: 0 },
      logSize,
      1,
      65_536,
    );
    const range = {
      space: berlin.id,
      incarnation: 0,
      from: logSize,
      count: 1,
      checkpoint: log?.checkpoint ?? '',
    };
    const wants = [{ space: berlin.id, incarnation: 0, from: logSize }];
    const header: SyncHeader = { sync: 1, digests: [], wants, ranges: [range] };
    const question = encodeSync(header, [entries.map(({ bytes }) => bytes)]);
    const answer = melbourne.engine.gossip.answer(berlin.id, question);
    expect(await codeOfAsync(answer)).to.equal('FORBIDDEN');
    await settle();
    expect((await melbourne.engine.logs.verify(berlin.id)).size).to.equal(logSize);
  });
});
