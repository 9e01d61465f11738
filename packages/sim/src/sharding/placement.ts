/**
 * Which members of a roster keep which shard: consistent hashing with bounded loads (Mirrokni,
 * Thorup, Zadimoghaddam 2016). Every member stands at several points of a ring; a shard is kept by
 * the first members after its own point that have room. Who holds the roster computes the whole
 * table, and asks nobody.
 */

/** A member of the roster, as the table needs it. */
export interface Keeper {
  /** Stands for the space id: a whole number below 2^17, its own for ever. */
  readonly id: number;
  /** Its share of the work; 0: a node that only calls out, which nobody can ask. */
  readonly weight: number;
}

/** How a programme shards. */
export interface Plan {
  /** A power of two. */
  readonly shards: number;
  /** Keepers of each shard. */
  readonly replicas: number;
  /** By how much a member may have more than its share: 0.25 is a quarter. */
  readonly slack: number;
}

/** Points of a member of weight 1 on the ring. */
const POINTS = 16;
/** Larger than every id. */
const IDS = 2 ** 17;

/** The finalizer of MurmurHash3 (Austin Appleby), in place of the SHA-256 of a protocol. */
function mix(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** All points in their order round the ring, each as place · 2^17 + position in `keepers`. */
function ringOf(keepers: readonly Keeper[]): Float64Array {
  const count = keepers.reduce((sum, { weight }) => sum + Math.ceil(weight * POINTS), 0);
  const ring = new Float64Array(count);
  let at = 0;
  for (const [position, { id, weight }] of keepers.entries()) {
    for (let n = 0; n < Math.ceil(weight * POINTS); n++) {
      ring[at] = mix(mix(id + 1) ^ (n * 0x9e3779b9)) * IDS + position;
      at += 1;
    }
  }
  return ring.sort();
}

/** The first point at or after a place. */
function firstAfter(ring: Float64Array, place: number): number {
  let [low, high] = [0, ring.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ring[middle] ?? 0) < place * IDS) low = middle + 1;
    else high = middle;
  }
  return low % ring.length;
}

/** How many shards each keeper may have, in the order of `keepers`. */
function capacities(
  keepers: readonly Keeper[],
  { shards, replicas, slack }: Plan,
): readonly number[] {
  const whole = keepers.reduce((sum, { weight }) => sum + weight, 0);
  return keepers.map(({ weight }) => Math.ceil(((1 + slack) * shards * replicas * weight) / whole));
}

/**
 * The ids of the keepers of all shards, shard after shard.
 * @throws RangeError if fewer members can be asked than a shard has keepers
 */
export function place(keepers: readonly Keeper[], plan: Plan): Uint32Array {
  const { shards, replicas } = plan;
  const able = keepers.filter(({ weight }) => weight > 0).length;
  if (able < replicas) throw new RangeError(`keepers: expected ${replicas} at least, got ${able}`);
  const ring = ringOf(keepers);
  const room = Int32Array.from(capacities(keepers, plan));
  const table = new Uint32Array(shards * replicas);
  const chosen = new Int32Array(replicas);
  for (let shard = 0; shard < shards; shard++) {
    let at = firstAfter(ring, mix(shard));
    let found = 0;
    // With less room than work left, as at the end of a small table, the bound gives way.
    for (let steps = 0; found < replicas; steps++) {
      const position = (ring[at] ?? 0) % IDS;
      const hasRoom = (room[position] ?? 0) > 0 || steps >= ring.length;
      if (hasRoom && !chosen.subarray(0, found).includes(position)) {
        room[position] = (room[position] ?? 0) - 1;
        chosen[found] = position;
        table[shard * replicas + found] = keepers[position]?.id ?? 0;
        found += 1;
      }
      at = (at + 1) % ring.length;
    }
  }
  return table;
}

/** Of the places in a table, how many have a keeper that did not keep that shard before. */
export function movedPlaces(before: Uint32Array, after: Uint32Array, replicas: number): number {
  let moved = 0;
  for (let at = 0; at < after.length; at++) {
    const start = at - (at % replicas);
    if (!before.subarray(start, start + replicas).includes(after[at] ?? 0)) moved += 1;
  }
  return moved;
}
