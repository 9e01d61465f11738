/**
 * Hashes of the tree of a log's checkpoint, which may reach beyond the entries that are held: what
 * is held gives those below, the proof kept with the head those beyond.
 */

import {
  consistencyRanges,
  inclusionRanges,
  nodeHash,
  type Sha256,
  splitSize,
} from '@covisa/protocol';
import type { LogHead, Store } from '@covisa/store';
import { storedSubtreeHash } from '../log/tree-hashes.js';

const HASH_BYTES = 32;

interface Subtree {
  readonly from: number;
  readonly to: number;
}

/** What hashes are read from. */
export interface HashPorts {
  readonly store: Store;
  readonly sha256: Sha256;
}

/** Whether the entries held can be shown to be of the head's checkpoint. */
export function isProvable({ size, checkpoint, checkpointSize, proof }: LogHead): boolean {
  return checkpoint !== null && size > 0 && (size === checkpointSize || proof !== undefined);
}

/** A hash that came with the head's proof, if the subtree is one of those. */
function keptHash({ size, checkpointSize, proof }: LogHead, { from, to }: Subtree) {
  const kept = consistencyRanges(size, checkpointSize);
  const at = kept.findIndex((one) => one.from === from && one.to === to);
  return at < 0 ? null : (proof?.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES) ?? null);
}

/**
 * The hash of a subtree of the head's checkpoint, of which something is held. Every subtree on the
 * way from an entry held to the root is within the entries held, is one of those of the proof, or
 * consists of two such.
 * @throws RangeError of any other
 */
export async function provenSubtree(
  ports: HashPorts,
  head: LogHead,
  subtree: Subtree,
): Promise<Uint8Array> {
  const { store, sha256 } = ports;
  const { from, to } = subtree;
  if (to <= head.size) return storedSubtreeHash(store, head, subtree, sha256);
  const kept = keptHash(head, subtree);
  if (kept !== null) return kept;
  if (from >= head.size) throw new RangeError(`subtree: nothing is held of ${from} to ${to}`);
  const middle = from + splitSize(to - from);
  const left = await provenSubtree(ports, head, { from, to: middle });
  return nodeHash(left, await provenSubtree(ports, head, { from: middle, to }), sha256);
}

/** The consistency proof from `size` entries (at most those held) to the head's checkpoint. */
export function provenConsistency(
  ports: HashPorts,
  head: LogHead,
  size: number,
): Promise<readonly Uint8Array[]> {
  const ranges = consistencyRanges(size, head.checkpointSize);
  return Promise.all(ranges.map((range) => provenSubtree(ports, head, range)));
}

/** Hashes of subtrees of one head, for proofs of many of its entries. */
export type HashMemo = Map<string, Promise<Uint8Array>>;

/** The inclusion proof of an entry that is held in the head's checkpoint. */
export function provenInclusion(
  ports: HashPorts,
  head: LogHead,
  index: number,
  memo: HashMemo = new Map(),
): Promise<readonly Uint8Array[]> {
  const hashes = inclusionRanges(index, head.checkpointSize).map((range) => {
    const key = `${range.from}/${range.to}`;
    const hash = memo.get(key) ?? provenSubtree(ports, head, range);
    memo.set(key, hash);
    return hash;
  });
  return Promise.all(hashes);
}
