/**
 * What a node gives up of the last entries that it holds of a log, where it is shown the whole tile
 * with entries left out: nothing that is young, and nothing of another history.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  calendarDate,
  consistencyRanges,
  encodeBase64url,
  encodeSync,
  encodeUtf8,
  leafHash,
  type ProgrammeId,
  subtreeHash,
} from '@covisa/protocol';
import { openMemoryStore, openSqliteStore, type Store } from '@covisa/store';
import { expect } from 'chai';
import { filler, Network } from './support/network.js';
import { found } from './support/people.js';
import { prunedTile, stampLine, sumUp, TILE } from './support/pruned-log.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';
import { TEST_CLOCK, type TestSpace } from './support/test-space.js';

/** How many entries are held when the tile is shown. */
const HELD = 200;
const OLD = calendarDate.parse('2025-01-10');
const YOUNG = calendarDate.parse('2026-10-20');

const VOTE = '{"type":"note","text":"a vote that stays"}';
const OTHER_VOTE = '{"type":"note","text":"another vote"}';

interface Scene {
  readonly network: Network;
  readonly store: Store;
  readonly melbourne: TestSpace;
  readonly programme: ProgrammeId;
  /** The host's log as Melbourne holds it: 200 entries, of which number 100 is a vote. */
  readonly log: ScriptedLog;
  show(log: ScriptedLog): Promise<void>;
  /** What Melbourne holds. */
  held(): Promise<{ size: number; pruned: number; checkpoint: string; lines: number }>;
}

async function scene(store: Store, date: string, settings: object = TEST_CLOCK): Promise<Scene> {
  const network = new Network('giving up');
  const shanghai = await network.add('shanghai', { settings });
  const melbourne = await network.add('melbourne', { settings, store });
  const programme = await found(network, [shanghai, melbourne]);
  await network.syncAll();
  const log = await ScriptedLog.of(shanghai);
  const from = log.lines.length;
  for (let n = from; n < HELD; n++) log.add(n === 100 ? VOTE : stampLine(n, date));
  await shanghai.stop();
  const send = (body: Uint8Array) => melbourne.answer(shanghai.id, '/covisa/v1/sync', body);
  await send(bodyOf(programme, [[log, from]]));
  return {
    ...{ network, store, melbourne, programme, log },
    async show(shown) {
      const { range, lines } = prunedTile(shown);
      const digests = [{ programme, digest: filler(7) }];
      await send(encodeSync({ sync: 1, digests, ranges: [range] }, [lines]));
    },
    async held() {
      const head = (await store.heads()).find(({ space }) => space === shanghai.id);
      const place = { space: shanghai.id, incarnation: 0 };
      return {
        ...{ size: head?.size ?? 0, pruned: head?.pruned ?? 0 },
        checkpoint: head?.checkpoint ?? '',
        lines: (await store.entriesWithin(place, 0, TILE)).length,
      };
    },
  };
}

/** Another history: the same but for these lines, and summed up. */
function otherHistory({ log }: Scene, changed: Readonly<Record<number, string>>): ScriptedLog {
  const lines = log.lines.map((line, i) => (changed[i] ? encodeUtf8(changed[i]) : line));
  const other = new ScriptedLog(log.space, log.secret, lines);
  sumUp(other, OLD);
  return other;
}

/** The same up to where Melbourne holds it; what comes then in the same gap is another visit. */
function otherEnd({ log }: Scene): ScriptedLog {
  const other = new ScriptedLog(log.space, log.secret, log.lines.slice(0, HELD));
  other.add(stampLine(999, OLD));
  sumUp(other, OLD);
  return other;
}

/** Ten entries more, under a checkpoint beyond the tile. */
async function showInPart({ log, melbourne, programme }: Scene): Promise<void> {
  sumUp(log, OLD);
  const count = 10;
  const proof = consistencyRanges(HELD + count, log.lines.length).map(({ from, to }) =>
    encodeBase64url(subtreeHash(log.lines.slice(from, to).map((line) => leafHash(line)))),
  );
  const range = { ...log.range(HELD), count, proof };
  const header = { sync: 1, digests: [{ programme, digest: filler(7) }], ranges: [range] } as const;
  const body = encodeSync(header, [log.lines.slice(HELD, HELD + count)]);
  await melbourne.answer(log.space, '/covisa/v1/sync', body);
}

function receiptsOf(open: (folder: string) => Store): void {
  let folder = '';
  let store: Store;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'covisa-giving-up-'));
    store = open(folder);
  });

  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('PRUNE-7: gives up what is old, where the sum is true', async () => {
    const all = await scene(store, OLD);
    sumUp(all.log, OLD);
    await all.show(all.log);
    const held = await all.held();
    expect(held).to.deep.include({ size: TILE, pruned: TILE, checkpoint: all.log.checkpoint });
    expect(held.lines).to.be.lessThan(10);
  });

  it('PRUNE-7: keeps young entries though the sum is true, and takes the others', async () => {
    const all = await scene(store, YOUNG);
    const before = await all.held();
    expect(before).to.deep.include({ size: HELD, pruned: 0, lines: HELD });
    sumUp(all.log, YOUNG);
    await all.show(all.log);
    expect(await all.held()).to.deep.equal(before);
    const body = bodyOf(all.programme, [[all.log, HELD]]);
    await all.melbourne.answer(all.log.space, '/covisa/v1/sync', body);
    expect(await all.held()).to.deep.include({ size: TILE + 2, pruned: 0, lines: TILE });
  });

  it('PRUNE-7: keeps them where one entry alone is young', async () => {
    const all = await scene(store, OLD);
    all.log.add(stampLine(HELD, YOUNG));
    const body = bodyOf(all.programme, [[all.log, HELD]]);
    await all.melbourne.answer(all.log.space, '/covisa/v1/sync', body);
    sumUp(all.log, OLD);
    await all.show(all.log);
    expect(await all.held()).to.deep.include({ size: HELD + 1, pruned: 0, lines: HELD + 1 });
  });

  for (const [title, changed] of [
    ['has no vote in its place', { 100: stampLine(100, OLD) }],
    ['has another vote in its place', { 100: OTHER_VOTE }],
    ['has another old visit', { 50: stampLine(999, OLD) }],
    ['has one more that stays', { 50: OTHER_VOTE }],
  ] as const) {
    it(`PRUNE-7: keeps what is old where another history ${title}`, async () => {
      const all = await scene(store, OLD);
      const before = await all.held();
      await all.show(otherHistory(all, changed));
      expect(await all.held()).to.deep.equal(before);
      // The right one is still taken.
      sumUp(all.log, OLD);
      await all.show(all.log);
      expect(await all.held()).to.deep.include({ size: TILE, pruned: TILE });
    });
  }

  it('PRUNE-7: keeps a vote that stands where the last gap reaches beyond what is held', async () => {
    const all = await scene(store, OLD);
    all.log.add(VOTE);
    const body = bodyOf(all.programme, [[all.log, HELD]]);
    await all.melbourne.answer(all.log.space, '/covisa/v1/sync', body);
    const before = await all.held();
    await all.show(otherHistory(all, { 200: stampLine(200, OLD) }));
    expect(await all.held()).to.deep.equal(before);
  });

  it('PRUNE-7: keeps what is old where its checkpoint reaches over a last gap of another history', async () => {
    const all = await scene(store, OLD);
    await showInPart(all);
    const before = await all.held();
    expect(before).to.deep.include({ size: HELD + 10, pruned: 0 });
    await all.show(otherEnd(all));
    expect(await all.held()).to.deep.equal(before);
    await all.show(all.log);
    expect(await all.held()).to.deep.include({ size: TILE, pruned: TILE });
  });

  it('PRUNE-7: takes a last gap that reaches beyond its checkpoint as it is shown', async () => {
    const all = await scene(store, OLD);
    const other = otherEnd(all);
    await all.show(other);
    const { checkpoint } = other;
    expect(await all.held()).to.deep.include({ size: TILE, pruned: TILE, checkpoint });
  });

  it('PRUNE-7: keeps what is old until the clock has gone steadily', async () => {
    const all = await scene(store, OLD, {});
    const before = await all.held();
    sumUp(all.log, OLD);
    await all.show(all.log);
    expect(await all.held()).to.deep.equal(before);
    await all.network.days(8);
    await all.show(all.log);
    expect(await all.held()).to.deep.include({ size: TILE, pruned: TILE });
  });
}

describe('A node that is shown a tile with entries left out', () => {
  describe('in memory', () => {
    receiptsOf(() => openMemoryStore());
  });

  describe('in SQLite', () => {
    const sealingKey = new Uint8Array(32).fill(5);
    const randomBytes = (count: number) => new Uint8Array(count);
    receiptsOf((folder) =>
      openSqliteStore({ path: join(folder, 'store.db'), sealingKey, randomBytes }),
    );
  });
});
