/** What stays of a part of a log that was pruned, read a tile at a time. */

import { TILE_WIDTH } from '@covisa/protocol';
import type { LogId, Store, StoredEntry } from '@covisa/store';

/**
 * The entries that are held from `from` to `to` (exclusive), in order: of each tile that has some,
 * those of that tile. Whoever has enough of them reads no more.
 */
export async function* keptEntries(
  store: Store,
  log: LogId,
  from: number,
  to: number,
): AsyncGenerator<readonly StoredEntry[]> {
  const indices = await store.indicesWithin(log, from, to);
  for (const tile of new Set(indices.map((index) => index - (index % TILE_WIDTH)))) {
    const [first, end] = [Math.max(from, tile), Math.min(to, tile + TILE_WIDTH)];
    yield await store.entriesWithin(log, first, end);
  }
}
