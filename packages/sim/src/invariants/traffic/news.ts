/** What two nodes have to tell each other while a network is watched. */

import { logKeyOf } from '@covisa/protocol';
import type { LogHead } from '@covisa/store';
import type { Play } from '../../play/play.js';
import type { SimSpace } from '../../world/sim-space.js';

/** What each node holds at one instant. */
export type Heads = ReadonlyMap<SimSpace, readonly LogHead[]>;

/** What is new to one of two nodes. */
export interface News {
  /** Logs that both hold in the end. */
  readonly logs: number;
  /** States of these logs that one of them has or had, and the other has not or had not. */
  readonly states: number;
  /** Bytes of the entries by which the states differ. */
  readonly entryBytes: number;
}

export async function headsOf(play: Play): Promise<Heads> {
  const heads = new Map<SimSpace, readonly LogHead[]>();
  for (const space of play.spaces) heads.set(space, await space.disk.store.heads());
  return heads;
}

/** What was new to one of them from one instant to another. */
export async function newsBetween(
  [one, other]: readonly [SimSpace, SimSpace],
  before: Heads,
  after: Heads,
): Promise<News> {
  const theirs = new Set(after.get(other)?.map(logKeyOf));
  const logs = (after.get(one) ?? []).filter((head) => theirs.has(logKeyOf(head)));
  const held = [before.get(one), after.get(one), before.get(other), after.get(other)].map(
    (heads = []) => new Map(heads.map((head) => [logKeyOf(head), head])),
  );
  let [states, entryBytes] = [0, 0];
  for (const log of logs) {
    const heads = held.map((byLog) => byLog.get(logKeyOf(log)));
    states += new Set(heads.map((head) => `${head?.size} ${head?.heartbeat?.time}`)).size - 1;
    const sizes = heads.map((head) => head?.size ?? 0);
    entryBytes += await bytesOfEntries(one, log, [Math.min(...sizes), Math.max(...sizes)]);
  }
  return { logs: logs.length, states, entryBytes };
}

async function bytesOfEntries(
  { disk }: SimSpace,
  log: LogHead,
  [from, to]: readonly [number, number],
): Promise<number> {
  const entries = await disk.store.entries(log, from, to - from, Number.MAX_SAFE_INTEGER);
  return entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
