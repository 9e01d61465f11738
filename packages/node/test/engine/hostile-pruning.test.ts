/** A host that sums up its log otherwise than it is, so that others forget what they need. */

import { type CalendarDate, calendarDate, type StampEntry, staysDigest } from '@covisa/protocol';
import { expect } from 'chai';
import { Network } from './support/network.js';
import { found } from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';
import { TEST_CLOCK } from './support/test-space.js';

const OLD = calendarDate.parse('2025-01-10');
const YOUNG = calendarDate.parse('2026-10-20');

/** A stamp that opens for nobody. */
function stampOf(n: number, date: CalendarDate, template: StampEntry): StampEntry {
  return { ...template, date, marker: `${String(n).padStart(21, '0')}A` as StampEntry['marker'] };
}

/** A host whose log a test goes on writing: 300 stamps of a day, and a sum of the first tile. */
async function summedUp(date: CalendarDate, stays: readonly number[] | null, notes = 0) {
  const network = new Network('hostile pruning');
  const [shanghai, melbourne] = await network.addAll(['shanghai', 'melbourne'], {
    settings: TEST_CLOCK,
  });
  const programme = await found(network, [shanghai, melbourne]);
  await network.syncAll();
  const log = await ScriptedLog.of(shanghai);
  const from = log.lines.length;
  const template: StampEntry = {
    type: 'stamp',
    marker: `${'0'.repeat(21)}A` as StampEntry['marker'],
    home: melbourne.id,
    venue: 'main',
    date,
    kind: 'free',
    weight: 1,
    programme,
    roster: 0,
    seal: 's'.repeat(60),
  };
  const note = JSON.stringify({ type: 'note', text: 'x'.repeat(12_000) });
  for (let n = 0; n < notes; n++) log.add(note);
  for (let n = 0; n < 300; n++) log.add(stampOf(n, date, template));
  const honest = Array.from({ length: from + notes }, (_, i) => i);
  log.add({ type: 'pruning', before: 256, stays: staysDigest(stays ?? honest) });
  await shanghai.stop();
  await melbourne.answer(shanghai.id, '/covisa/v1/sync', bodyOf(programme, [[log, from]]));
  await network.days(2);
  const head = (await melbourne.store.heads()).find((one) => one.space === shanghai.id);
  const refused = melbourne.events.named('warn').filter((name) => name === 'pruning-refused');
  return { size: head?.size ?? 0, pruned: head?.pruned ?? 0, from, refused: refused.length };
}

describe('A host that sums up its log', () => {
  it('PRUNE-6: truly, of days long gone, is followed', async () => {
    const { size, pruned, from } = await summedUp(OLD, null);
    expect(size).to.equal(from + 301);
    expect(pruned).to.equal(256);
  });

  it('PRUNE-6: so that young visits would be forgotten is not followed', async () => {
    const { size, pruned, from } = await summedUp(YOUNG, null);
    expect(size).to.equal(from + 301);
    expect(pruned).to.equal(0);
  });

  it('so that its own vote would be forgotten is not followed', async () => {
    const { pruned, refused } = await summedUp(OLD, [0, 1, 2]);
    expect(pruned).to.equal(0);
    expect(refused).to.be.at.least(1);
  });

  it('PRUNE-6: with more that stays of a tile than fits into a message is not followed', async () => {
    expect((await summedUp(OLD, null, 40)).pruned).to.equal(256);
    expect((await summedUp(OLD, null, 45)).pruned).to.equal(0);
  });

  it('as if passing entries stayed is not followed', async () => {
    const { pruned, refused } = await summedUp(OLD, [0, 1, 2, 3, 4, 200]);
    expect(pruned).to.equal(0);
    expect(refused).to.be.at.least(1);
  });
});
