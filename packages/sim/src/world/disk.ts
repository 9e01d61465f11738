/**
 * The disk of a simulated node: the store in memory and the head file. Writing takes time, and a
 * crash takes away whatever was not down yet: what was acknowledged is there afterwards, what was
 * under way may be there or not.
 */

import type { HeadFile } from '@covisa/node';
import type { SpaceId } from '@covisa/protocol';
import { type MemorySnapshot, type MemoryStore, openMemoryStore, type Store } from '@covisa/store';
import type { EntryBytes } from './entry-bytes.js';

/** What lies on a disk at one moment. */
export interface DiskImage {
  readonly store: MemorySnapshot;
  readonly head: Uint8Array | null;
}

/** One run of a node, as its disk sees it. */
export interface DiskUser {
  readonly isAlive: () => boolean;
  /** Waits for the disk, once before a write is down and once before it is acknowledged. */
  readonly waits: () => Promise<void> | null;
  readonly entryBytes: EntryBytes;
}

/** Whoever was cut off waits for ever. */
const NEVER: Promise<never> = new Promise(() => undefined);

/** The methods of a store that change it. */
const WRITES = new Set<keyof Store>([
  'ingestRanges',
  'pruneLog',
  'appendOwn',
  'putHeartbeats',
  'withdrawHeartbeat',
  'dropLogs',
  'disregardVoids',
  'freezeLog',
  'changeStrays',
  'rememberStampChecks',
  'dropStampChecksUntil',
  'putMembers',
  'dropMembers',
  'putVisits',
  'eraseVisitNames',
  'putRefusals',
  'eraseRefusalNames',
  'eraseNamesOf',
  'putGrant',
  'dropGrantsLapsedBefore',
  'putMessages',
  'dropMessages',
  'putPeers',
  'putSetting',
]);

/** A disk, which outlives the runs of its node. */
export class Disk {
  #store: MemoryStore;
  #head: Uint8Array | null;

  constructor(image: DiskImage | null = null) {
    this.#store = openMemoryStore(image?.store);
    this.#head = image?.head ?? null;
  }

  /** All that is down now. Later writes do not change it. */
  image(): DiskImage {
    return { store: this.#store.snapshot(), head: this.#head };
  }

  /** Adds the logs that another disk holds; where `own` is given, not those of that space. */
  takeLogs(from: Disk, own: SpaceId | null): void {
    this.#store.takeLogs(from.image().store, own);
  }

  /** To be read from outside, between runs or beside one. */
  get store(): Store {
    return this.#store;
  }

  get head(): Uint8Array | null {
    return this.#head;
  }

  /** The store as one run of the node sees it. */
  storeFor(user: DiskUser): Store {
    const methods = Object.entries(this.#store).map(([name, method]) => [
      name,
      WRITES.has(name as keyof Store) ? writing(method, name, user) : reading(method, user),
    ]);
    return Object.fromEntries(methods);
  }

  /** The head file as one run of the node sees it. */
  headFileFor({ isAlive, waits }: DiskUser): HeadFile {
    return {
      read: async () => (isAlive() ? this.#head : NEVER),
      write: async (bytes) => {
        await waits();
        if (!isAlive()) return NEVER;
        this.#head = bytes;
        await waits();
        return isAlive() ? undefined : NEVER;
      },
    };
  }
}

type Method = (...given: unknown[]) => Promise<unknown>;

function reading(method: Method, { isAlive }: DiskUser): Method {
  return (...given) => (isAlive() ? method(...given) : NEVER);
}

function writing(method: Method, name: string, user: DiskUser): Method {
  return async (...given) => {
    const before = user.waits();
    if (before !== null) await before;
    if (!user.isAlive()) return NEVER;
    const result = await method(...shared(name, given, user));
    const after = user.waits();
    if (after !== null) await after;
    return user.isAlive() ? result : NEVER;
  };
}

/** The same, with all that other nodes of the world hold too shared with them. */
function shared(
  name: string,
  given: readonly unknown[],
  { entryBytes }: DiskUser,
): readonly unknown[] {
  switch (name) {
    case 'ingestRanges':
      return [entryBytes.shareIn(given[0] as Parameters<Store['ingestRanges']>[0])];
    case 'putHeartbeats':
      return [entryBytes.shareHeartbeats(given[0] as Parameters<Store['putHeartbeats']>[0])];
    default:
      return given;
  }
}
