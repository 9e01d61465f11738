/** Strays in a message of a sync: each is a range of its own, with the proof of its inclusion. */

import {
  encodeBase64url,
  isShelf,
  logKeyOf,
  logOfShelf,
  parseBase64url,
  type Stray,
  type SyncMessage,
  type SyncRange,
  type SyncWant,
} from '@covisa/protocol';
import type { LogId, Store, StoredStray } from '@covisa/store';
import type { FilledRanges } from '../gossip/message-room.js';

/** Strays in one message: with their evidence, a half of the longest header. */
const MESSAGE_STRAYS = 500;
const MESSAGE_BYTES = 1024 * 1024;
const HASH_BYTES = 32;

function hashesOf(proof: Uint8Array): string[] {
  return Array.from({ length: proof.length / HASH_BYTES }, (_, i) =>
    encodeBase64url(proof.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES)),
  );
}

function rangeOf(stray: StoredStray): SyncRange {
  const { space, incarnation, position, checkpoint, proof } = stray;
  return { space, incarnation, from: position, count: 1, checkpoint, proof: hashesOf(proof) };
}

/** Fills messages with strays. */
export class StrayFilling {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** What answers wants of shelves. What does not fit is wanted again. */
  async fill(wants: readonly SyncWant[]): Promise<FilledRanges> {
    const found: StoredStray[] = [];
    let bytes = 0;
    for (const { space, incarnation, from } of wants) {
      const room = MESSAGE_STRAYS - found.length;
      if (room <= 0 || bytes >= MESSAGE_BYTES) break;
      const strays = await this.#store.strays({ space, incarnation }, from, room, MESSAGE_BYTES);
      found.push(...strays);
      bytes += strays.reduce((sum, one) => sum + one.bytes.length, 0);
    }
    return { ranges: found.map(rangeOf), lines: found.map((one) => [one.bytes]) };
  }
}

/** Strays of one log in a message. */
export interface OfferedStrays {
  readonly log: LogId;
  readonly strays: readonly Stray[];
}

/** The strays in a message, by the logs that they are said to be of. */
export function offeredStrays({ header, lines }: SyncMessage): readonly OfferedStrays[] {
  const found = new Map<string, { readonly log: LogId; readonly strays: Stray[] }>();
  for (const [i, range] of (header.ranges ?? []).entries()) {
    const [bytes] = lines[i] ?? [];
    if (!isShelf(range) || bytes === undefined) continue;
    const log = logOfShelf(range);
    const known = found.get(logKeyOf(log)) ?? { log, strays: [] };
    found.set(logKeyOf(log), known);
    const proof = (range.proof ?? []).map(parseBase64url);
    known.strays.push({ index: range.from, bytes, checkpoint: range.checkpoint, proof });
  }
  return [...found.values()];
}
