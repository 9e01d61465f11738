/** The node's own log as the public reads it: the checkpoint, and the hashes in tiles. */

import {
  type CheckpointClaims,
  checkpointCheck,
  encodeTilePath,
  leavesOfLevel,
  parseCheckpoint,
  parseUtf8,
  subtreeHash,
  type Tile,
  tileWidth,
} from '@covisa/protocol';
import { ed25519 } from '../platform/ed25519.js';
import { check, reading, same } from './expect.js';
import type { Subject } from './subject.js';

/** Tiles that are read of one level: a node under test has few entries. */
const TILES_MAX = 64;
const HASH_BYTES = 32;

/** The latest checkpoint, verified. @throws Failure */
export async function readCheckpoint(subject: Subject): Promise<CheckpointClaims> {
  const { space, incarnation, logKey } = await subject.discovery();
  const answer = await subject.get('/covisa/v1/log/checkpoint');
  same("the checkpoint's status", answer.status, 200);
  const read = reading('checkpoint', () => parseCheckpoint(parseUtf8(answer.body)));
  same("the checkpoint's space", read.log.space, space);
  same("the checkpoint's incarnation", read.log.incarnation, incarnation);
  const holds = reading('checkpoint', () => ed25519.verify(checkpointCheck(read, logKey)));
  check(holds, "checkpoint: expected the log key's signature");
  return read;
}

/** The hashes of one tile. @throws Failure */
export async function readTile(subject: Subject, tile: Tile): Promise<readonly Uint8Array[]> {
  const path = `/covisa/v1/log${encodeTilePath(tile)}`;
  const { status, body } = await subject.get(path);
  same(`the status of ${path}`, status, 200);
  same(`the bytes of ${path}`, body.length, tile.width * HASH_BYTES);
  return Array.from({ length: tile.width }, (_, i) =>
    body.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
}

/** The hashes of one level in a log of `size` entries, of at most 64 tiles. */
export async function readLevel(
  subject: Subject,
  level: number,
  size: number,
): Promise<readonly Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  for (let index = 0; index < TILES_MAX; index++) {
    const width = tileWidth(level, index, size);
    if (width === 0) break;
    hashes.push(...(await readTile(subject, { level, index, width })));
  }
  return hashes;
}

/** The size that the tiles which are read cover. */
export function readableSize(size: number): number {
  return Math.min(size, TILES_MAX * leavesOfLevel(1));
}

/** The root (32 bytes) of the first `size` leaves, from their hashes. */
export function rootOf(leaves: readonly Uint8Array[], size: number): Uint8Array {
  return subtreeHash(leaves.slice(0, size));
}
