/**
 * RFC 6962 §2.1 word for word, with recursion and no care for speed: what the real tree is compared
 * with.
 */

import { emptyRoot, leafHash, nodeHash } from '@covisa/protocol';

function split(size: number): number {
  return size <= 2 ? 1 : 2 ** Math.floor(Math.log2(size - 1));
}

/** MTH(D[n]) over the entries themselves. */
export function naiveRoot(entries: readonly Uint8Array[]): Uint8Array {
  const [only] = entries;
  if (only === undefined) return emptyRoot();
  if (entries.length === 1) return leafHash(only);
  const k = split(entries.length);
  return nodeHash(naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)));
}

/** PATH(m, D[n]). */
export function naivePath(index: number, entries: readonly Uint8Array[]): Uint8Array[] {
  if (entries.length <= 1) return [];
  const k = split(entries.length);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return index < k
    ? [...naivePath(index, left), naiveRoot(right)]
    : [...naivePath(index - k, right), naiveRoot(left)];
}

/** SUBPROOF(m, D[n], b); PROOF(m, D[n]) is SUBPROOF(m, D[n], true). */
export function naiveSubproof(
  size: number,
  entries: readonly Uint8Array[],
  known: boolean,
): Uint8Array[] {
  if (size === entries.length) return known ? [] : [naiveRoot(entries)];
  const k = split(entries.length);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return size <= k
    ? [...naiveSubproof(size, left, known), naiveRoot(right)]
    : [...naiveSubproof(size - k, right, false), naiveRoot(left)];
}

/** Different entries, as many as wanted. */
export function someEntries(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => Uint8Array.of(i >> 16, (i >> 8) & 255, i & 255));
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
