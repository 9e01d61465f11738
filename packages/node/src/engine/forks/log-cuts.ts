/**
 * Cuts a log of which a fork is known: up to a size it stays, and what protects others beyond that
 * goes to the shelves.
 */

import {
  type CompactRange,
  concatBytes,
  encodeCompactRange,
  equalBytes,
  FIRST_SHELF,
  fillShelf,
  isProtective,
  leafHash,
  parseEntry,
  peakSubtrees,
  SHELF_STRAYS_MAX,
  SHELVES,
  type Shelved,
  type StrayPlace,
  strayPlace,
} from '@covisa/protocol';
import type { LogHead, LogId, NewStray, StoredEntry } from '@covisa/store';
import type { Context } from '../context.js';
import { keptEntries } from '../log/kept-entries.js';
import type { Prunings } from '../log/prunings.js';
import type { Replica } from '../log/replica.js';
import { ShownSums } from '../log/shown-sums.js';
import { storedSubtreeHash } from '../log/tree-hashes.js';
import type { KnownFork } from './fork-book.js';
import { type HashMemo, isProvable, provenConsistency, provenInclusion } from './proven-hashes.js';

const PAGE_ENTRIES = 1000;
const PAGE_BYTES = 4 * 1024 * 1024;

/** An entry that protects others, as a shelf would keep it. */
interface Candidate extends Shelved {
  readonly stored: StoredEntry;
  readonly place: StrayPlace;
}

/** Cuts logs. Call it within `replica.exclusively`. */
export class LogCuts {
  readonly #context: Context;
  readonly #replica: Replica;
  readonly #sums: ShownSums;

  constructor(context: Context, replica: Replica, prunings: Prunings) {
    this.#context = context;
    this.#replica = replica;
    this.#sums = new ShownSums(context.ports, prunings);
  }

  /**
   * A log up to a size of which the root is known, which may be all that is held, and its shelves
   * with it.
   */
  async cutTo(fork: KnownFork, head: LogHead, size: number): Promise<void> {
    const isCut = size < head.size;
    const strays = isCut ? await this.#straysOf(head, size) : [];
    const rest = isCut ? await this.#cut(head, size) : { ...head, heartbeat: null };
    const stale = await this.#staleOf(head, size);
    await this.#replica.freeze({ fork, head: rest, dropped: [], strays, stale });
  }

  /** The leaf hash (32 bytes) of an entry that is held; null: none is. */
  async leafAt(log: LogId, index: number): Promise<Uint8Array | null> {
    const held = this.#replica.log(log)?.head.size ?? 0;
    if (index >= held) return null;
    // Of an entry that was pruned there is none.
    const hash = await this.#context.ports.store.hashes(log, 0, index, 1);
    return hash.length === 0 ? null : hash;
  }

  /** Strays of a log that are among its first `size` entries. */
  async #staleOf({ space, incarnation }: LogId, size: number): Promise<readonly StrayPlace[]> {
    const { store, sha256 } = this.#context.ports;
    const found: StrayPlace[] = [];
    for (let one = 0; one < SHELVES; one++) {
      const shelf = { space, incarnation: FIRST_SHELF + incarnation * SHELVES + one };
      if (this.#replica.lines.of(shelf) === null) continue;
      for (const stray of await store.strays(shelf, 0, SHELF_STRAYS_MAX, Infinity)) {
        const { index, position, bytes } = stray;
        const leaf = position < size ? await this.leafAt({ space, incarnation }, position) : null;
        if (leaf && equalBytes(leaf, leafHash(bytes, sha256))) found.push({ ...shelf, index });
      }
    }
    return found;
  }

  /** The log up to a size; the proof goes with it, since the checkpoint is of more entries. */
  async #cut(head: LogHead, size: number): Promise<LogHead> {
    const { store, sha256 } = this.#context.ports;
    const peaks = peakSubtrees(size).map((peak) => storedSubtreeHash(store, head, peak, sha256));
    const compact: CompactRange = { size, hashes: await Promise.all(peaks) };
    const { proof: _proof, pruned: _pruned, sum: _sum, ...rest } = head;
    const proof = isProvable(head)
      ? { proof: concatBytes(...(await provenConsistency(this.#context.ports, head, size))) }
      : {};
    return {
      ...{ ...rest, ...proof, size, range: encodeCompactRange(compact), heartbeat: null },
      ...(await this.#prunedPart(head, size)),
    };
  }

  /** What stays pruned of a log that is cut. */
  async #prunedPart(head: LogHead, size: number): Promise<Pick<LogHead, 'pruned' | 'sum'>> {
    const { pruned } = head;
    const gaps = pruned === undefined ? [] : await this.#context.ports.store.gaps(head, 0, size);
    if (pruned === undefined || gaps.length === 0) return {};
    // PRUNE-8: who holds a pruned part without the entry that sums it up keeps that with its
    // evidence, so that it can be shown to whoever comes later.
    const sum = await this.#sums.kept(head, size);
    return { pruned: Math.min(pruned, size), ...(sum !== null && { sum }) };
  }

  /**
   * What stands of the entries beyond a size, each with its own evidence: those that the shelves
   * keep, since a proof costs more than a place.
   */
  async #straysOf(head: LogHead, from: number): Promise<readonly NewStray[]> {
    const { checkpoint } = head;
    // Without a proof to its checkpoint nothing can be shown of it: others hold it.
    if (checkpoint === null || !isProvable(head)) return [];
    const { ports } = this.#context;
    const memo: HashMemo = new Map();
    const strays: NewStray[] = [];
    for (const { stored, place, leaf } of await this.#chosen(head, from)) {
      const proof = concatBytes(...(await provenInclusion(ports, head, stored.index, memo)));
      const { bytes, index: position } = stored;
      const entry = parseEntry(bytes);
      strays.push({ ...place, bytes, leafHash: leaf, entry, position, checkpoint, proof });
    }
    return strays;
  }

  /** What the shelves keep of all that protects others from an index on. */
  async #chosen(head: LogHead, from: number): Promise<readonly Candidate[]> {
    const { sha256 } = this.#context.ports;
    const shelves = new Map<number, readonly Candidate[]>();
    for await (const page of this.#pages(head, from)) {
      const fresh = new Map<number, Candidate[]>();
      for (const stored of page) {
        if (!isProtective(parseEntry(stored.bytes))) continue;
        const leaf = leafHash(stored.bytes, sha256);
        const place = strayPlace(head, leaf);
        const list = fresh.get(place.incarnation) ?? [];
        fresh.set(place.incarnation, [...list, { stored, place, leaf, index: place.index }]);
      }
      for (const [shelf, more] of fresh)
        shelves.set(shelf, fillShelf(shelves.get(shelf) ?? [], more));
    }
    return [...shelves.values()].flat();
  }

  /** What is held of a log from an index on: first what stays of a part that was pruned. */
  async *#pages(head: LogHead, from: number): AsyncGenerator<readonly StoredEntry[]> {
    const { store } = this.#context.ports;
    const { pruned = 0 } = head;
    yield* keptEntries(store, head, from, pruned);
    let next = Math.max(from, pruned);
    while (next < head.size) {
      const page = await store.entries(head, next, PAGE_ENTRIES, PAGE_BYTES);
      if (page.length === 0) return;
      yield page;
      next += page.length;
    }
  }
}
