/** Chance for choices that need no key's strength, from the Random port. */

import type { Random } from '../ports.js';

/** A number from 0 (inclusive) to 1 (exclusive), in steps of 2^-32. */
export function uniform(random: Random): number {
  const bytes = random.bytes(4);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32;
}

/** At most `count` of the items, each with the same chance. */
export function pick<T>(items: readonly T[], count: number, random: Random): readonly T[] {
  const rest = [...items];
  const picked: T[] = [];
  while (picked.length < count && rest.length > 0) {
    picked.push(...rest.splice(Math.floor(uniform(random) * rest.length), 1));
  }
  return picked;
}
