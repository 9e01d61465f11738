/**
 * Where exchanges with a peer came to rest though the digests differ: a log at its quota at one of
 * the two, or a fork that nobody can prove, stays what it is, and would make each sync send two
 * whole frontiers. What was refused for now is offered again as soon as a digest of either side is
 * another one, as with the first heartbeats of the next day.
 */

import type { SyncHeader } from '@covisa/protocol';

type Digests = SyncHeader['digests'];

/** The digests of both sides. */
export interface DigestPair {
  readonly ours: Digests;
  readonly theirs: Digests;
}

/** The pair with which a whole exchange ended and moved nothing. */
export interface Rest extends DigestPair {
  /** Roots of lines that were searched for a fork with this pair, in vain. */
  readonly searched: ReadonlySet<string>;
  /** Whether none is left to be searched: until then there is something to do. */
  readonly isOver: boolean;
}

/** Whether the first list names a programme, and the second has each of its digests. */
export function isCovered(named: Digests, by: Digests): boolean {
  const has = ({ programme, digest }: Digests[number]) =>
    by.some((one) => one.programme === programme && one.digest === digest);
  return named.length > 0 && named.every(has);
}

/** Whether both sides are as they were. */
export function isSamePair(one: DigestPair | null, other: DigestPair): boolean {
  if (one === null) return false;
  return isSame(one.ours, other.ours) && isSame(one.theirs, other.theirs);
}

/** Whether two lists name the same digests. */
export function isSame(one: Digests, other: Digests): boolean {
  return isCovered(one, other) && isCovered(other, one);
}
