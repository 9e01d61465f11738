/** What nodes hold of logs that can have one history only, and what was seen of them before. */

import type { SpaceId } from '@covisa/protocol';
import type { LogId } from '@covisa/store';
import type { Play } from '../../play/play.js';

const HASH_BYTES = 32;

/** A log of an honest space, as a node holds it. */
export interface HeldLog {
  readonly id: LogId;
  readonly size: number;
  /** The index from which on nothing was forgotten. */
  readonly whole: number;
  /** The owner's number. */
  readonly owner: number;
  /** For people: the owner's name and the incarnation. */
  readonly name: string;
}

/**
 * Logs that a node holds and that can have one history only: their owners do not lie, and
 * were neither cloned nor restored in a way that they could not know of.
 */
export async function heldLogs(play: Play, number: number): Promise<readonly HeldLog[]> {
  const heads = await play.space(number).disk.store.heads();
  const owners = ownersOf(play);
  return heads.flatMap(({ space, incarnation, size, pruned = 0 }) => {
    const owner = owners.get(space);
    if (owner === undefined) return [];
    const name = `${play.space(owner).name}/${incarnation}`;
    return [{ id: { space, incarnation }, size, whole: pruned, owner, name }];
  });
}

function ownersOf(play: Play): ReadonlyMap<SpaceId, number> {
  return new Map(
    play.spaces.flatMap(({ id }, number) => (play.hasOneLog(number) ? [[id, number]] : [])),
  );
}

/** Hashes of one log, with room for more. */
interface Leaves {
  buffer: Buffer;
  /** Bytes up to which it is known. */
  length: number;
  /** The first index that is known: what comes before was forgotten. */
  readonly first: number;
}

/** The leaf hashes of all logs, as far as any node was seen to hold them. */
export class LeafHashes {
  readonly #leaves = new Map<string, Leaves>();
  readonly #seen = new Map<string, number>();

  /** How many leaves of a log were compared at a node already. */
  sizeSeenBy(node: number, log: string): number {
    return this.#seen.get(`${node} ${log}`) ?? 0;
  }

  /** Forgets what was seen of a log from this size on: it was on a lost disk alone. */
  forget(log: string, size: number): void {
    const known = this.#leaves.get(log);
    if (known) known.length = Math.min(known.length, size * HASH_BYTES);
    for (const [name, seen] of this.#seen) {
      if (name.endsWith(` ${log}`)) this.#seen.set(name, Math.min(seen, size));
    }
  }

  /**
   * Compares hashes (32 bytes each) from an index on with what was seen of the log, and adds what
   * is new. The first index at which they differ; null: nowhere.
   */
  compare(node: number, log: string, from: number, hashes: Uint8Array): number | null {
    const known = this.#knownOf(log, from);
    this.#seen.set(`${node} ${log}`, from + hashes.length / HASH_BYTES);
    const begin = Math.max(from, known.first);
    const fresh = hashes.subarray((begin - from) * HASH_BYTES);
    const at = begin * HASH_BYTES;
    const end = at + fresh.length;
    const common = known.buffer.subarray(at, Math.min(end, known.length));
    const differs = firstDifference(common, fresh);
    if (differs !== null) return begin + differs;
    if (at <= known.length && end > known.length) {
      if (end > known.buffer.length) known.buffer = withRoom(known.buffer, 2 * end);
      known.buffer.set(fresh, at);
      known.length = end;
    }
    return null;
  }

  #knownOf(log: string, first: number): Leaves {
    const known = this.#leaves.get(log);
    if (known) return known;
    const fresh = { buffer: Buffer.alloc(0), length: first * HASH_BYTES, first };
    this.#leaves.set(log, fresh);
    return fresh;
  }
}

function withRoom(buffer: Buffer, length: number): Buffer {
  const larger = Buffer.alloc(length);
  larger.set(buffer);
  return larger;
}

/** The place of the first hash that differs, as far as both go. */
function firstDifference(known: Uint8Array, hashes: Uint8Array): number | null {
  for (let at = 0; at < known.length; at++) {
    if (known[at] !== hashes[at]) return Math.floor(at / HASH_BYTES);
  }
  return null;
}
