/**
 * The data folder of a node that has taken part for long: a programme of many spaces, all of whose
 * logs it holds, full of stamps, and members of the others who are about to visit.
 */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  dayOf,
  encodeUtf8,
  type ProgrammeId,
  type Seconds,
  type SpaceId,
  type Terms,
} from '@covisa/protocol';
import type { NewEntry, Store } from '@covisa/store';
import { systemRandom } from '../../../node/dist/adapters/random-system.js';
import { DATABASE_FILE, readSecrets } from '../../../node/dist/cli/data-folder.js';
import { initialiseNode } from '../../../node/dist/cli/init.js';
import { processIo } from '../../../node/dist/cli/io.js';
import { engineSettings, openPorts } from '../../../node/dist/cli/ports.js';
import { loadConfig } from '../../../node/dist/config/index.js';
import { createEngine } from '../../../node/dist/engine/engine.js';
import { openDatabase } from '../../../store/dist/sqlite/database.js';
import { storeOver } from '../../../store/dist/sqlite/open.js';
import { VisitingMember } from './members.js';
import { heldSpace, type MadeSpace, makeSpace, newEntry } from './spaces.js';
import { bulkStamps, type Filling } from './stamps.js';

const DAY = 86_400;
/** Days over which the stamps spread: logs are pruned after thirteen months. */
const DAYS = 365;
/** Stamps of one log that go into one transaction. */
const BATCH = 10_000;
/** Nothing is flushed or can be undone; pages in KiB. */
const FILLING = ['synchronous = OFF', 'journal_mode = OFF', 'cache_size = -1500000'];

const TERMS: Terms = {
  allowances: [
    { days: 3, count: 'host', window: 'visa-year' },
    { days: 30, count: 'programme', window: 'visa-year' },
  ],
  after: { kind: 'regular' },
};

/** What is wanted. */
export interface WorldOrder {
  /** The data folder, which is made. */
  readonly folder: string;
  /** Spaces of the programme, the node's own included. */
  readonly spaces: number;
  /** Stamps in all logs. */
  readonly stamps: number;
  /** Visiting members, each with visits of before. */
  readonly members: number;
  /** Earlier visits of each member, at other hosts. */
  readonly visitsBefore: number;
  readonly now: Seconds;
}

/** What was made. */
export interface World {
  readonly folder: string;
  readonly space: SpaceId;
  readonly members: readonly VisitingMember[];
  /** Bytes of all entries. */
  readonly entryBytes: number;
  /** Bytes of the database, with nothing left in its log of changes. */
  readonly databaseBytes: number;
}

/**
 * Runs work over the store of a data folder that nobody else has open, as one transaction: a page
 * that is written on again and again, as those of an index of random markers, stays in memory until
 * the end. What comes of it is the same as through any other store; of a folder that broke off
 * nothing can be used.
 */
async function filling<T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> {
  const { sealing: sealingKey } = readSecrets(folder);
  const path = join(folder, DATABASE_FILE);
  const database = openDatabase({ path, sealingKey, randomBytes: systemRandom.bytes });
  for (const pragma of FILLING) database.db.pragma(pragma);
  const store = storeOver(database);
  try {
    database.db.exec('BEGIN');
    const made = await work(store);
    database.db.exec('COMMIT');
    return made;
  } finally {
    await store.close();
  }
}

function resolved(folder: string) {
  return loadConfig({ argv: ['--data', folder, '--port', '0', '--log-level', 'error'] }, folder);
}

/** Founds the programme by all spaces: the node writes roster 0, and every founder signs it. */
async function found(
  folder: string,
  others: readonly MadeSpace[],
  now: Seconds,
): Promise<ProgrammeId> {
  const { values: config } = resolved(folder);
  const io = processIo();
  const { node } = readSecrets(folder);
  const open = openPorts(config, readSecrets(folder), io, io.clock);
  try {
    const engine = await createEngine(
      open.ports,
      engineSettings(config, () => null),
      node,
    );
    await engine.start();
    const founding = { name: 'Benchmark', purpose: '', terms: TERMS };
    const founders = others.map((one) => one.id);
    const { id } = await engine.programmes.create({ ...founding, founders });
    await engine.stop();
    for (const other of others) {
      const signature = { type: 'roster-signature', programme: id, version: 0, roster: id };
      const entries = [newEntry(encodeUtf8(JSON.stringify(signature)))];
      await open.ports.store.ingestRanges([other.grow(entries, now)]);
    }
    return id;
  } finally {
    await open.close();
  }
}

/** Where each member's visits of before are, by the number of the host among the others. */
function visitsOf(
  members: readonly VisitingMember[],
  others: readonly MadeSpace[],
  programme: ProgrammeId,
  { visitsBefore, now }: WorldOrder,
): ReadonlyMap<MadeSpace, readonly NewEntry[]> {
  const visits = new Map<MadeSpace, NewEntry[]>(others.map((one) => [one, []]));
  for (let k = 0; k < visitsBefore; k++) {
    const time = now - (visitsBefore - k) * DAY;
    for (const [i, member] of members.entries()) {
      const host = others[(i + 1 + k * 7) % others.length];
      if (host) visits.get(host)?.push(member.stamp(host.id, programme, k, time));
    }
  }
  return visits;
}

async function fill(
  store: Store,
  host: MadeSpace,
  filling: Filling,
  count: number,
  now: Seconds,
): Promise<number> {
  let bytes = 0;
  for (let from = 0; from < count; from += BATCH) {
    const piece = { from, count: Math.min(BATCH, count - from), total: count };
    const entries = bulkStamps(filling, piece);
    bytes += entries.reduce((sum, one) => sum + one.bytes.length, 0);
    await store.ingestRanges([host.grow(entries, now)]);
  }
  return bytes;
}

/** Makes the data folder. What goes in has the form in which the node itself would store it. */
export async function makeWorld(order: WorldOrder): Promise<World> {
  const { folder, now, spaces } = order;
  const io = processIo();
  const made = await initialiseNode(resolved(folder), { name: 'Host', timeZone: 'UTC' }, io);
  const { node: secret } = readSecrets(folder);
  const others = await filling(folder, async (store) => {
    const all: MadeSpace[] = [];
    for (let i = 1; i < spaces; i++) all.push(await makeSpace(store, `Space ${i}`, now - 30 * DAY));
    return all;
  });
  const programme = await found(folder, others, now);
  const members = Array.from({ length: order.members }, (_, i) => {
    const home = others[i % others.length];
    if (home === undefined) throw new RangeError('spaces: expected two at least');
    return new VisitingMember(home, now);
  });
  const entryBytes = await filling(folder, async (store) => {
    const hosts = [await heldSpace(store, made.space, secret), ...others];
    const days = [dayOf(now) - DAYS, dayOf(now) - order.visitsBefore - 1] as const;
    const visits = visitsOf(members, others, programme, order);
    let bytes = 0;
    for (const [i, host] of hosts.entries()) {
      const homes = others.filter((one) => one !== host).map((one) => one.id);
      const share = Math.floor((order.stamps * (i + 1)) / hosts.length);
      const count = share - Math.floor((order.stamps * i) / hosts.length);
      bytes += await fill(store, host, { programme, homes, days }, count, now);
      const entries = visits.get(host) ?? [];
      if (entries.length === 0) continue;
      await store.ingestRanges([host.grow(entries, now)]);
      bytes += entries.reduce((sum, one) => sum + one.bytes.length, 0);
    }
    return bytes;
  });
  const databaseBytes = statSync(join(folder, DATABASE_FILE)).size;
  return { folder, space: made.space, members, entryBytes, databaseBytes };
}
