/**
 * C2SP tiled logs: where a public tool finds the log's hashes. `/tile/<L>/<N>` holds up to 256
 * stored hashes of level L; a tile that is not full yet has `.p/<W>` with its number of hashes.
 * Entries have no tiles: they are not public. https://c2sp.org/tlog-tiles
 */

import { LOG_SIZE_MAX } from '../limits.js';
import { leavesOfLevel, type StoredHashes } from './stored-hashes.js';

/** Hashes in a full tile. */
export const TILE_WIDTH = 256;

/** One tile: its level, its index in the level, and how many hashes it holds (1 to 256). */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** Where the latest checkpoint is served. */
export const CHECKPOINT_PATH = '/checkpoint';

/**
 * The index in groups of three digits, all but the last with an x before: 1234067 is x001/x234/067.
 */
function encodeIndex(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  return padded.replace(/\d{3}(?=\d)/g, 'x$&/');
}

/** The path of a tile. */
export function encodeTilePath(tile: Tile): string {
  const partial = tile.width === TILE_WIDTH ? '' : `.p/${tile.width}`;
  return `/tile/${tile.level}/${encodeIndex(tile.index)}${partial}`;
}

/** The tile at a path, or undefined if the path is not the one way to write any tile. */
export function parseTilePath(path: string): Tile | undefined {
  const match = /^\/tile\/(0|[1-9]\d?)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(
    path,
  );
  if (match === null) return undefined;
  const tile = {
    level: Number(match[1]),
    index: Number((match[2] ?? '').replace(/[x/]/g, '')),
    width: match[3] === undefined ? TILE_WIDTH : Number(match[3]),
  };
  return tile.level < 64 && encodeTilePath(tile) === path ? tile : undefined;
}

/** The stored hashes that a tile holds, one after the other, 32 bytes each. */
export function tileHashes(tile: Tile): StoredHashes {
  const from = tile.index * TILE_WIDTH;
  return { level: tile.level, from, to: from + tile.width };
}

/** How many hashes a tile has in a log of `size` entries: 0 (there is none) to 256 (it is full). */
export function tileWidth(level: number, index: number, size: number): number {
  if (leavesOfLevel(level) > LOG_SIZE_MAX) return 0;
  const stored = Math.floor(size / leavesOfLevel(level));
  return Math.max(0, Math.min(TILE_WIDTH, stored - index * TILE_WIDTH));
}
