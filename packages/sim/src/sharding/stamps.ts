/** A year's stamps, each under a random marker, on the keepers that a table gives them. */

import type { Chance } from '../world/chance.js';

/** Where they come from and where they are kept. */
export interface Stamps {
  readonly shards: number;
  /** Visits a day, space after space. */
  readonly visits: Float64Array;
  /** Stamps in each shard. */
  readonly inShard: Uint32Array;
  /** Shards, and stamps, that each space keeps, by its id. */
  readonly places: Uint32Array;
  readonly kept: Float64Array;
}

/** Draws the stamps of a year. */
export function drawStamps(
  chance: Chance,
  visits: Float64Array,
  table: Uint32Array,
  shards: number,
): Stamps {
  const inShard = new Uint32Array(shards);
  const count = Math.round(365 * visits.reduce((sum, one) => sum + one, 0));
  for (let n = 0; n < count; n++) {
    const shard = chance.next() % shards;
    inShard[shard] = (inShard[shard] ?? 0) + 1;
  }
  const places = new Uint32Array(visits.length);
  const kept = new Float64Array(visits.length);
  const replicas = table.length / shards;
  for (const [at, id] of table.entries()) {
    places[id] = (places[id] ?? 0) + 1;
    kept[id] = (kept[id] ?? 0) + (inShard[Math.floor(at / replicas)] ?? 0);
  }
  return { shards, visits, inShard, places, kept };
}
