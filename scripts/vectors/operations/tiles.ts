/** A whole log from its hash tiles. */

import {
  encodeTilePath,
  equalBytes,
  leavesOfLevel,
  ProtocolError,
  subtreeHash,
  TILE_WIDTH,
  tileWidth,
} from '@covisa/protocol';

type Tiles = Readonly<Record<string, Uint8Array>>;

function misfit(expected: string): ProtocolError {
  return new ProtocolError('PROOF_INVALID', `tiles: expected ${expected}`);
}

/** The 32-byte hashes of one level of a log of `size` entries, from its tiles. */
function levelHashes(tiles: Tiles, level: number, size: number): Uint8Array[] {
  const hashes: Uint8Array[] = [];
  for (let index = 0; tileWidth(level, index, size) > 0; index++) {
    const width = tileWidth(level, index, size);
    const path = encodeTilePath({ level, index, width }).slice(1);
    const tile = tiles[path];
    if (tile?.length !== width * 32) throw misfit(`${width} hashes in ${path}`);
    for (let at = 0; at < tile.length; at += 32) hashes.push(tile.slice(at, at + 32));
  }
  return hashes;
}

/**
 * Checks that the tiles are those of a log of this size and root: the leaves hash to the root, and
 * each tile above level 0 holds the hashes of the full tiles below it.
 * @throws ProtocolError PROOF_INVALID
 */
export function logFromTiles(size: number, root: Uint8Array, tiles: Tiles): void {
  let below = levelHashes(tiles, 0, size);
  if (!equalBytes(subtreeHash(below), root)) throw misfit("leaf hashes of the checkpoint's root");
  for (let level = 1; leavesOfLevel(level) <= size; level++) {
    const hashes = levelHashes(tiles, level, size);
    for (const [i, hash] of hashes.entries()) {
      const children = below.slice(i * TILE_WIDTH, (i + 1) * TILE_WIDTH);
      if (!equalBytes(subtreeHash(children), hash)) throw misfit(`hash ${i} of level ${level}`);
    }
    below = hashes;
  }
}
