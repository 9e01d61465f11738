/** What a member that appends for ever can make others hold in memory, and fold again. */

import {
  calendarDate,
  type KnownEntry,
  type ProgrammeId,
  parseEntry,
  programmeId,
  spaceId,
} from '@covisa/protocol';
import { openMemoryStore } from '@covisa/store';
import { expect } from 'chai';
import { Quota } from '../../dist/engine/log/quota.js';
import { View } from '../../dist/engine/view.js';
import { codeOf } from '../support/errors.js';
import { filler, Network } from './support/network.js';
import { found } from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';

const DAY = 86_400;
const DATE = calendarDate.parse('2026-05-11');
const SPACE = spaceId.parse(filler(1));
const OURS = programmeId.parse(filler(2));
const THEIRS = programmeId.parse(filler(3));

function leave(programme: ProgrammeId): KnownEntry {
  return { type: 'leave', programme, date: DATE };
}

describe('A log that grows without end', () => {
  it('is taken up to 8 MiB of what stays in memory, then 64 KiB a day, and goes on after it', async () => {
    const network = new Network();
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    const programme = await found(network, [melbourne, shanghai]);
    await network.syncAll();
    const log = await ScriptedLog.of(shanghai);
    await shanghai.stop();
    const size = async () => (await melbourne.engine.logs.verify(shanghai.id)).size;
    const start = await size();
    const flood = JSON.stringify({ ...leave(THEIRS), padding: 'x'.repeat(15_000) });
    const send = async (lines: readonly string[]) => {
      const from = await size();
      log.add(...lines);
      await melbourne.engine.gossip.answer(shanghai.id, bodyOf(programme, [[log, from]]));
    };
    for (let i = 0; i < 3; i++) await send(Array.from({ length: 200 }, () => flood));
    expect(await size()).to.equal(start + 600);
    // 8 MiB less 600 of about 15,100 bytes: over by some 700,000 bytes, which are 11 days.
    await send([flood]);
    expect(await size()).to.equal(start + 600);
    await network.days(8);
    await send([flood]);
    expect(await size()).to.equal(start + 600);
    await network.days(4);
    await send([flood]);
    expect(await size()).to.equal(start + 603);
  });

  it('has its quota by days of the node’s clock, and what was held at the start is spent', () => {
    const MiB = 1024 * 1024;
    const fresh = new Quota(() => 0);
    fresh.check(SPACE, 0);
    fresh.spend(SPACE, 8 * MiB, 0);
    const check = (quota: Quota, now: number) => codeOf(() => quota.check(SPACE, now));
    expect(check(fresh, DAY - 1)).to.equal('LOG_FLOODED');
    expect(check(fresh, DAY)).to.equal(null);
    fresh.spend(SPACE, 64 * 1024, DAY);
    expect(check(fresh, DAY)).to.equal('LOG_FLOODED');
    expect(check(fresh, 0)).to.equal('LOG_FLOODED');
    expect(check(fresh, 2 * DAY)).to.equal(null);

    const restarted = new Quota(() => 20 * MiB);
    restarted.spend(SPACE, 64 * 1024 - 1, 0);
    expect(check(restarted, 0)).to.equal(null);
    restarted.spend(SPACE, 1, 0);
    expect(check(restarted, 0)).to.equal('LOG_FLOODED');
  });

  it('holds in memory nothing of programmes that this node is not in, until it is', async () => {
    const store = openMemoryStore();
    const log = new ScriptedLog(SPACE, new Uint8Array(32)).add(leave(OURS), leave(THEIRS));
    const head = { space: SPACE, incarnation: 0, size: 2, range: new Uint8Array(0) };
    const entries = log.lines.map((bytes) => ({
      bytes,
      leafHash: new Uint8Array(32),
      entry: parseEntry(bytes),
    }));
    const unsigned = { checkpoint: null, checkpointSize: 0, heartbeat: null };
    await store.ingestRanges([{ from: 0, entries, subtrees: [], head: { ...head, ...unsigned } }]);
    const view = new View();
    await view.load(store, [OURS]);
    const indices = (programme: ProgrammeId) =>
      view.governance.of(programme).map(({ index }) => index);
    expect([indices(OURS), indices(THEIRS)]).to.deep.equal([[0], []]);
    await view.know(THEIRS, store);
    await view.know(OURS, store);
    expect([indices(OURS), indices(THEIRS)]).to.deep.equal([[0], [1]]);
  });

  it('changes only the programmes that its entries speak of, and by its profile once', async () => {
    const { engine } = await new Network().add('melbourne');
    const view = new View();
    await view.load(openMemoryStore(), [OURS, THEIRS]);
    const revisions = () => [OURS, THEIRS].map((one) => view.governance.revisionOf(one));
    const log = { space: SPACE, incarnation: 0 };
    const bytes = new Uint8Array(0);
    view.apply(log, 1, bytes, leave(OURS));
    expect(revisions()).to.deep.equal([1, 0]);
    for (const index of [2, 3]) view.apply(log, index, bytes, engine.profile());
    expect(revisions()).to.deep.equal([2, 1]);
    for (const index of [4, 5]) {
      view.apply(log, index, bytes, { type: 'closing', date: DATE });
    }
    expect(revisions()).to.deep.equal([3, 2]);
    expect(view.governance.of(OURS)).to.have.length(3);
    view.forget(SPACE);
    expect(view.governance.of(OURS)).to.deep.equal([]);
  });
});
