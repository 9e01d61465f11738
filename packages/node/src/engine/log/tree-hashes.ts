/**
 * Hashes of subtrees, read from the store: for proofs, tiles and the subtrees that become complete.
 */

import {
  childrenOf,
  compactRoot,
  completedSubtrees,
  peakSubtrees,
  plannedHash,
  rangeHashPlan,
  type Sha256,
  subtreeHash,
} from '@covisa/protocol';
import type { LogId, Store, Subtree } from '@covisa/store';

const HASH_BYTES = 32;

function splitHashes(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, i) =>
    bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
}

/** The hash of one subtree of a log, from what the store holds. */
export async function storedSubtreeHash(
  store: Store,
  log: LogId,
  subtree: { readonly from: number; readonly to: number },
  sha256: Sha256,
): Promise<Uint8Array> {
  const plan = rangeHashPlan(subtree);
  const parts = await Promise.all(
    plan.map(async ({ level, from, to }) =>
      splitHashes(await store.hashes(log, level, from, to - from)),
    ),
  );
  return plannedHash(plan, parts, sha256);
}

/** The subtrees that become complete when `leafHashes` follow after `oldSize` held entries. */
export async function completeSubtrees(
  store: Store,
  log: LogId,
  oldSize: number,
  leafHashes: readonly Uint8Array[],
  sha256: Sha256,
): Promise<readonly Subtree[]> {
  const made: Subtree[] = [];
  for (const one of completedSubtrees(oldSize, oldSize + leafHashes.length)) {
    const { level, from, to } = childrenOf(one);
    const held = splitHashes(await store.hashes(log, level, from, to - from));
    const fresh =
      level === 0
        ? leafHashes.slice(from + held.length - oldSize, to - oldSize)
        : made
            .filter((subtree) => subtree.level === level && subtree.index >= from + held.length)
            .filter((subtree) => subtree.index < to)
            .map((subtree) => subtree.hash);
    made.push({ ...one, hash: subtreeHash([...held, ...fresh], sha256) });
  }
  return made;
}

/** The root (32 bytes) of the first `size` entries of a log, which are held. */
export async function storedRoot(
  store: Store,
  log: LogId,
  size: number,
  hash: Sha256,
): Promise<Uint8Array> {
  const peaks = peakSubtrees(size).map((peak) => storedSubtreeHash(store, log, peak, hash));
  return compactRoot({ size, hashes: await Promise.all(peaks) }, hash);
}
