/** What is read of a log of which entries were pruned, in order to show its owner a page of it. */

import { calendarDate, staysDigest } from '@covisa/protocol';
import { openMemoryStore, type Store } from '@covisa/store';
import { expect } from 'chai';
import { Network } from './support/network.js';
import { found } from './support/people.js';
import { stampLine, TILE } from './support/pruned-log.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';
import { TEST_CLOCK } from './support/test-space.js';

const OLD = calendarDate.parse('2025-01-10');

interface Plan {
  readonly tiles: number;
  /** Whether an entry stays, by its index. */
  isKept(index: number): boolean;
  /** Of the text of what stays. */
  readonly characters: number;
}

/** A node that has pruned such a log, and what it reads of it from then on. */
async function scene({ tiles, isKept, characters }: Plan) {
  const before = tiles * TILE;
  const network = new Network('pruned reading');
  const read: string[] = [];
  const memory = openMemoryStore();
  const entriesWithin: Store['entriesWithin'] = (log, from, to) => {
    read.push(`${from} to ${to}`);
    return memory.entriesWithin(log, from, to);
  };
  const settings = TEST_CLOCK;
  const shanghai = await network.add('shanghai', { settings });
  const melbourne = await network.add('melbourne', {
    settings,
    store: { ...memory, entriesWithin },
  });
  const programme = await found(network, [shanghai, melbourne]);
  await network.syncAll();
  const log = await ScriptedLog.of(shanghai);
  await shanghai.stop();
  const opening = log.lines.length;
  const note = (n: number) => JSON.stringify({ type: 'note', n, text: 'x'.repeat(characters) });
  for (let n = opening; n < before; n++) log.add(isKept(n) ? note(n) : stampLine(n, OLD));
  const stays = Array.from({ length: before }, (_, i) => i).filter(isKept);
  log.add({ type: 'pruning', before, stays: staysDigest(stays) }, stampLine(1, OLD));
  // Not all fits into one message.
  for (let from = opening; from < log.lines.length; from += TILE) {
    const to = Math.min(from + TILE, log.lines.length);
    const beginning = new ScriptedLog(shanghai.id, shanghai.secret, log.lines.slice(0, to));
    await melbourne.answer(shanghai.id, '/covisa/v1/sync', bodyOf(programme, [[beginning, from]]));
  }
  await network.days(2);
  const [head] = (await memory.heads()).filter(({ space }) => space === shanghai.id);
  expect(head).to.include({ size: before + 2, pruned: before });
  const page = async (from: number, count: number) => {
    read.length = 0;
    const entries = await melbourne.engine.logs.entries(shanghai.id, from, count);
    return { indices: entries.map(({ index }) => index), read: [...read] };
  };
  return { network, page };
}

describe('A page of a log that was pruned', function () {
  this.timeout(30_000);

  it('is read a tile at a time, and no tile beyond its last entry', async () => {
    // Of the third tile and the fourth nothing stays.
    const isKept = (index: number) => index < 512 || index >= 1024;
    const { network, page } = await scene({ tiles: 6, isKept, characters: 10 });
    expect(await page(0, 3)).to.deep.equal({ indices: [0, 1, 2], read: ['0 to 256'] });
    expect((await page(0, 256)).read).to.deep.equal(['0 to 256']);
    expect(await page(510, 4)).to.deep.equal({
      indices: [510, 511, 1024, 1025],
      read: ['510 to 512', '1024 to 1280'],
    });
    expect(await page(1534, 1000)).to.deep.equal({
      indices: [1534, 1535, 1536, 1537],
      read: ['1534 to 1536'],
    });
    expect(await page(1537, 9)).to.deep.equal({ indices: [1537], read: [] });
    await network.stop();
  });

  it('ends before it has more than 4 MiB', async () => {
    const isKept = (index: number) => index % TILE < 32;
    const { network, page } = await scene({ tiles: 10, isKept, characters: 16_000 });
    const { indices, read } = await page(0, 1000);
    // 261 of about 16,034 bytes, and the five short ones with which the log begins.
    expect(indices.at(-1)).to.equal(8 * TILE + 9);
    expect(read).to.have.length(9);
    const next = await page(8 * TILE + 10, 1000);
    expect(next.indices).to.deep.include.members([8 * TILE + 10, 10 * TILE + 1]);
    await network.stop();
  });
});
