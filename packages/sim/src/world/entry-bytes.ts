/**
 * The bytes of entries, held once for all nodes of a world: a thousand replicas of a log share one
 * copy, instead of a slice of a message each.
 */

import { type Entry, parseEntry } from '@covisa/protocol';
import { isPrunedRange, type PrunedRange, type Range } from '@covisa/store';

type NewEntry = Range['entries'][number];

/** Entries by their leaf hashes. */
export class EntryBytes {
  readonly #entries = new Map<string, NewEntry>();
  readonly #read = new WeakMap<Uint8Array, Entry>();

  /** Bytes of all entries that were ever shared, each counted once. */
  bytes = 0;

  /** What the bytes of an entry say: read once for all nodes, if they are shared. */
  readonly read = (bytes: Uint8Array): Entry => {
    const known = this.#read.get(bytes);
    if (known !== undefined) return known;
    const entry = parseEntry(bytes);
    this.#read.set(bytes, entry);
    return entry;
  };

  /** The same ranges, with the shared bytes. */
  shareIn(ranges: readonly (Range | PrunedRange)[]): readonly (Range | PrunedRange)[] {
    return ranges.map((range) =>
      isPrunedRange(range)
        ? { ...range, entries: range.entries.map((one) => ({ ...one, ...this.#one(one) })) }
        : { ...range, entries: range.entries.map((one) => this.#one(one)) },
    );
  }

  #one(entry: NewEntry): NewEntry {
    const { leafHash, bytes } = entry;
    const name = Buffer.from(leafHash.buffer, leafHash.byteOffset, leafHash.length).toString(
      'latin1',
    );
    const held = this.#entries.get(name);
    // A void that counts at one node may be idle at another.
    if (held?.entry.type === entry.entry.type) return held;
    if (held) return { ...entry, bytes: held.bytes, leafHash: held.leafHash };
    // A copy: the bytes may be a slice of a whole message.
    const own = { ...entry, bytes: bytes.slice(), leafHash: leafHash.slice() };
    this.#entries.set(name, own);
    this.bytes += own.bytes.length;
    return own;
  }
}
