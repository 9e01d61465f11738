/**
 * Two histories of one log by a liar, of which nodes are shown a pruned part or all entries; and
 * what they make of it.
 */

import { calendarDate, encodeSync, type ForkProof, forkProof, parseUtf8 } from '@covisa/protocol';
import { filler, Network } from './network.js';
import { found } from './people.js';
import { prunedTile, sumUp, TILE } from './pruned-log.js';
import { bodyOf, ScriptedLog } from './scripted-log.js';
import { type SpaceOptions, TEST_CLOCK, type TestSpace } from './test-space.js';

export const OLD = calendarDate.parse('2025-01-10');
/** Two visits after the sum, and the sum. */
export const SIZE = TILE + 2;
/** What stays. */
export const NOTE = '{"type":"note","text":"something that stays"}';

/** What stays, and protects others. */
export const SIGNATURE = JSON.stringify({
  ...{ type: 'roster-signature', programme: filler(4), version: 1, roster: filler(5) },
});

/** Lines by their indices. */
export type Changes = Readonly<Record<number, string>>;

/** A liar, and three nodes that hold the beginning of its log; Melbourne with these options. */
export async function twoHistories(options: SpaceOptions = {}) {
  const network = new Network('pruned forks');
  const settings = TEST_CLOCK;
  const shanghai = await network.add('shanghai', { settings });
  const melbourne = await network.add('melbourne', { settings, ...options });
  const [berlin, lisbon] = await network.addAll(['berlin', 'lisbon'], { settings });
  const programme = await found(network, [melbourne, berlin, shanghai, lisbon]);
  await network.syncAll();
  const { lines } = await ScriptedLog.of(shanghai);
  await shanghai.stop();
  const digests = [{ programme, digest: filler(7) }];
  const send = (node: TestSpace, body: Uint8Array) =>
    node.answer(shanghai.id, '/covisa/v1/sync', body);
  return {
    ...{ network, programme, shanghai, melbourne, berlin, lisbon, from: lines.length },
    /** A history with these lines in their places, and the sum of its first tile. */
    history(changes: Changes = {}, sumAt = TILE): ScriptedLog {
      const log = new ScriptedLog(shanghai.id, shanghai.secret, lines);
      sumUp(log, OLD, sumAt, changes);
      return log;
    },
    /** All of a history, with what its owner sums up left out; or the beginning of that. */
    async showPruned(node: TestSpace, log: ScriptedLog, to = TILE): Promise<void> {
      const tile = prunedTile(log, to);
      await send(node, encodeSync({ sync: 1, digests, ranges: [tile.range] }, [tile.lines]));
      if (to < TILE) return;
      await send(node, bodyOf(programme, [[log, TILE]]));
    },
    /** The next incarnation of the log. */
    async showNext(node: TestSpace): Promise<void> {
      const next = { space: shanghai.id, incarnation: 1 };
      const head = (await shanghai.store.heads()).find((one) => one.incarnation === 1);
      const entries = await shanghai.store.entries(next, 0, TILE, Number.MAX_SAFE_INTEGER);
      const rest = { from: 0, count: entries.length, checkpoint: head?.checkpoint ?? '' };
      const lines = [entries.map(({ bytes }) => bytes)];
      await send(node, encodeSync({ sync: 1, digests, ranges: [{ ...next, ...rest }] }, lines));
    },
    /** All of a history, with all of its entries. */
    async showWhole(node: TestSpace, log: ScriptedLog): Promise<void> {
      await send(node, bodyOf(programme, [[log, lines.length]]));
    },
  };
}

/** What a node holds of the first incarnation, and whether that is in order. */
export async function headAt(node: TestSpace, space: TestSpace) {
  const heads = await node.store.heads();
  const head = heads.find((one) => one.space === space.id && one.incarnation === 0);
  const { size = 0, pruned = 0 } = head ?? {};
  const { ok, root } = await node.engine.logs.verify(space.id);
  return { size, pruned, ok, root };
}

async function forkAt(node: TestSpace): Promise<ForkProof | null> {
  const [fork] = await node.store.forks();
  return fork ? forkProof.parse(JSON.parse(parseUtf8(fork.proof))) : null;
}

/** Whether two nodes hold the same, by the digests that they compare. */
export async function agree(one: TestSpace, other: TestSpace): Promise<boolean> {
  const [report] = await one.engine.gossip.syncNow(other.id);
  return report?.ok === true && report.rounds === 1;
}

/** How far the histories are one, and where they differ, by what a node has as a proof. */
export async function shownAt(node: TestSpace) {
  const fork = await forkAt(node);
  if (fork === null || !('sides' in fork)) return null;
  return { common: fork.common, parted: fork.parted ?? null };
}

/** Where the two histories part, and where the proof says so. */
