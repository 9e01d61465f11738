/**
 * What many nodes of a world hold alike, held once: the bytes of entries, and the heads of logs. A
 * thousand replicas of a log share one copy, instead of a slice of a message each.
 */

import { type Entry, parseEntry } from '@covisa/protocol';
import {
  isPrunedRange,
  type LogHead,
  type LogId,
  type PrunedRange,
  type Range,
  type StoredHeartbeat,
} from '@covisa/store';

type NewEntry = Range['entries'][number];

/** Entries by their leaf hashes. */
export class EntryBytes {
  readonly #entries = new Map<string, NewEntry>();
  readonly #read = new WeakMap<Uint8Array, Entry>();
  readonly #heads = new Map<string, LogHead>();
  /** Of heads that were shared before. */
  readonly #shared = new WeakMap<LogHead, LogHead>();
  readonly #heartbeats = new Map<string, StoredHeartbeat>();

  /** What the bytes of an entry say: read once for all nodes, if they are shared. */
  readonly read = (bytes: Uint8Array): Entry => {
    const known = this.#read.get(bytes);
    if (known !== undefined) return known;
    const entry = parseEntry(bytes);
    this.#read.set(bytes, entry);
    return entry;
  };

  /** The same head: one object for all that hold the very same of a log. */
  readonly shareHead = (head: LogHead): LogHead => {
    const known = this.#shared.get(head);
    if (known) return known;
    const own = this.#sharedHead(head);
    this.#shared.set(head, own);
    return own;
  };

  #sharedHead(head: LogHead): LogHead {
    const { space, incarnation, size, checkpoint, heartbeat, pruned, proof, sum } = head;
    const range = latin1(head.range);
    const parts = [space, incarnation, size, pruned, range, proof && latin1(proof), checkpoint];
    const name = [...parts, sum && latin1(sum), heartbeat?.checkpoint, heartbeat?.line].join(' ');
    const held = this.#heads.get(name);
    if (held) return held;
    const own = heartbeat === null ? head : { ...head, heartbeat: this.#heartbeat(heartbeat) };
    this.#heads.set(name, own);
    this.#shared.set(own, own);
    return own;
  }

  /** The same heartbeats, each held once. */
  shareHeartbeats(later: readonly (LogId & { readonly heartbeat: StoredHeartbeat })[]) {
    return later.map((one) => ({ ...one, heartbeat: this.#heartbeat(one.heartbeat) }));
  }

  #heartbeat(heartbeat: StoredHeartbeat): StoredHeartbeat {
    const name = `${heartbeat.line} ${heartbeat.checkpoint}`;
    const held = this.#heartbeats.get(name);
    if (held) return held;
    this.#heartbeats.set(name, heartbeat);
    return heartbeat;
  }

  /** The same ranges, with the shared bytes and heads. */
  shareIn(ranges: readonly (Range | PrunedRange)[]): readonly (Range | PrunedRange)[] {
    return ranges.map((range) => {
      const head = this.shareHead(range.head);
      return isPrunedRange(range)
        ? { ...range, head, entries: range.entries.map((one) => ({ ...one, ...this.#one(one) })) }
        : { ...range, head, entries: range.entries.map((one) => this.#one(one)) };
    });
  }

  #one(entry: NewEntry): NewEntry {
    const { leafHash, bytes } = entry;
    const name = latin1(leafHash);
    const held = this.#entries.get(name);
    // A void that counts at one node may be idle at another.
    if (held?.entry.type === entry.entry.type) return held;
    if (held) return { ...entry, bytes: held.bytes, leafHash: held.leafHash };
    // A copy: the bytes may be a slice of a whole message.
    const own = { ...entry, bytes: bytes.slice(), leafHash: leafHash.slice() };
    this.#entries.set(name, own);
    return own;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
