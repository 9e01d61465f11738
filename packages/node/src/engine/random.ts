/** Chance for choices that need no key's strength, from the Random port. */

import type { Random } from '../ports.js';

/** A number from 0 (inclusive) to 1 (exclusive), in steps of 2^-32. */
export function uniform(random: Random): number {
  const bytes = random.bytes(4);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32;
}

/** The items one by one, each order with the same chance. */
function* shuffled<T>(items: readonly T[], random: Random): Generator<T> {
  const rest = [...items];
  for (let end = rest.length; end > 0; end--) {
    const at = Math.floor(uniform(random) * end);
    const [item, last] = [rest[at], rest[end - 1]];
    if (item === undefined || last === undefined) return;
    rest[at] = last;
    yield item;
  }
}

/** At most `count` of the items, each with the same chance. */
export function pick<T>(items: readonly T[], count: number, random: Random): readonly T[] {
  const picked: T[] = [];
  for (const item of shuffled(items, random)) {
    if (picked.length >= count) break;
    picked.push(item);
  }
  return picked;
}
