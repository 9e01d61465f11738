/** Logs with fixed keys: lines, checkpoints, heartbeats and proofs. */

import {
  checkpointText,
  checkpointToSign,
  consistencyRanges,
  encodeCheckpoint,
  encodeHeartbeat,
  encodeUtf8,
  heartbeatToSign,
  inclusionRanges,
  leafHash,
  type NodeKeys,
  type Subtree,
  subtreeHash,
  tweetnaclBackend,
} from '@covisa/protocol';
import type { Space } from './material.js';

/** The inception of a space and then entries of a type that nobody knows, `count` lines in all. */
export function linesOf(space: Space, count: number, branch = 'a'): readonly string[] {
  return Array.from({ length: count }, (_, i) =>
    i === 0 ? space.inception : `{"type":"note","n":${i},"branch":"${branch}"}`,
  );
}

/** The leaf hashes of lines, 32 bytes each. */
export function leavesOf(lines: readonly string[]): readonly Uint8Array[] {
  return lines.map((line) => leafHash(encodeUtf8(line)));
}

/** The root over lines. */
export function rootOf(lines: readonly string[]): Uint8Array {
  return subtreeHash(leavesOf(lines));
}

/** What may differ in a checkpoint. */
export interface CheckpointChanges {
  readonly incarnation?: number;
  /** Whose log key signs. */
  readonly keys?: NodeKeys;
  readonly size?: number;
  readonly root?: Uint8Array;
}

/** What the checkpoint over all of `lines` says. */
export function claimsOf(space: Space, lines: readonly string[], changes: CheckpointChanges = {}) {
  const { incarnation = 0, size = lines.length, root = rootOf(lines) } = changes;
  return { log: { space: space.id, incarnation }, size, root };
}

/** The signed checkpoint over all of `lines`. */
export function checkpointOf(
  space: Space,
  lines: readonly string[],
  changes: CheckpointChanges = {},
): string {
  const { keys = space.keys } = changes;
  const claims = claimsOf(space, lines, changes);
  const signature = tweetnaclBackend.sign(keys.log, checkpointToSign(claims));
  return encodeCheckpoint(claims, tweetnaclBackend.publicKey(keys.log), signature);
}

/** A heartbeat over the checkpoint of all of `lines`, by the space's witness key or another. */
export function heartbeatOf(
  space: Space,
  lines: readonly string[],
  time: number,
  seed: Uint8Array = space.keys.witness,
): string {
  const claims = claimsOf(space, lines);
  const signature = tweetnaclBackend.sign(seed, heartbeatToSign(time, checkpointText(claims)));
  return encodeHeartbeat(claims.log, tweetnaclBackend.publicKey(seed), time, signature);
}

function hashesOf(lines: readonly string[], ranges: readonly Subtree[]): readonly Uint8Array[] {
  const leaves = leavesOf(lines);
  return ranges.map(({ from, to }) => subtreeHash(leaves.slice(from, to)));
}

/** The inclusion proof of the line at `index`. */
export function inclusionProof(lines: readonly string[], index: number): readonly Uint8Array[] {
  return hashesOf(lines, inclusionRanges(index, lines.length));
}

/** The consistency proof from the first `oldSize` lines to all of them, its seed first. */
export function consistencyProof(lines: readonly string[], oldSize: number): readonly Uint8Array[] {
  return hashesOf(lines, consistencyRanges(oldSize, lines.length));
}
