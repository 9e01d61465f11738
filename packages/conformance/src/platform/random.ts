/** Chance: the one place of this package where fresh bytes come from. */

import { getRandomValues } from 'node:crypto';

/** So many fresh bytes. */
export type RandomBytes = (count: number) => Uint8Array;

/** From the operating system. */
export const systemRandom: RandomBytes = (count) => getRandomValues(new Uint8Array(count));
