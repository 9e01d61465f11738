/**
 * Delta debugging of a list: ever smaller parts of it are left out, as long as what is left still
 * fails. A. Zeller, R. Hildebrandt: Simplifying and Isolating Failure-Inducing Input (2002).
 */

/** Whether a list still fails; null: no more tries. */
export type Fails<T> = (items: readonly T[]) => Promise<boolean | null>;

/** A part of `items` that fails and of which nothing more can be left out, or tries ran out. */
export async function smallest<T>(items: readonly T[], fails: Fails<T>): Promise<readonly T[]> {
  let held = items;
  let size = Math.ceil(held.length / 2);
  while (held.length > 0 && size > 0) {
    const fewer = await without(held, size, fails);
    if (fewer === null) return held;
    // What could not go before may go now that others are gone.
    const isDone = size === 1 && fewer.length === held.length;
    if (isDone) return held;
    held = fewer;
    size = Math.min(Math.ceil(held.length / 2), size === 1 ? 1 : Math.ceil(size / 2));
  }
  return held;
}

/** Each run of `size` items left out where that still fails; null: no more tries, nothing gone. */
async function without<T>(
  items: readonly T[],
  size: number,
  fails: Fails<T>,
): Promise<readonly T[] | null> {
  let held = items;
  let at = 0;
  while (at < held.length) {
    const rest = [...held.slice(0, at), ...held.slice(at + size)];
    const failed = await fails(rest);
    if (failed === null) return held.length < items.length ? held : null;
    if (failed) held = rest;
    else at += size;
  }
  return held;
}
