/** Small readers of outcomes, for short literal expectations. */

import type { StoredEntry } from '@covisa/store';

/** `space/incarnation/index` of each, the space by its first three characters. */
export function places(entries: readonly Omit<StoredEntry, 'bytes'>[]): readonly string[] {
  return entries.map(
    ({ space, incarnation, index }) => `${space.slice(0, 3)}/${incarnation}/${index}`,
  );
}

/** What a promise was rejected with. @throws Error if it was not */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('expected a rejection, got a value');
}
