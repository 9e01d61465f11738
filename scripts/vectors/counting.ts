/** What a count of stamps is expected to be, written shortly. */

import { compareSpaces, type SpaceId, type StampEntry, sortSpaces } from '@covisa/protocol';
import { dateAfter, type Space } from './material.js';
import { PROGRAMME } from './stamp-material.js';

/** One day that counts. A stamp stands one below its index in the log, unless `index` says so. */
export interface DayChanges {
  readonly kind?: StampEntry['kind'];
  readonly weight?: 1 | 0.5;
  readonly index?: number;
  readonly doubled?: readonly SpaceId[];
  readonly shared?: boolean;
}

/** A day at a host, some days after `INSTANT`. */
export function dayAt(host: Space, day: number, k: number, changes: DayChanges = {}) {
  return {
    host: host.id,
    date: dateAfter(day),
    kind: 'free',
    weight: 1,
    venue: 'main',
    programme: PROGRAMME,
    roster: 0,
    k,
    incarnation: 0,
    index: k + 1,
    doubled: [] as readonly SpaceId[],
    shared: false,
    ...changes,
  };
}

/** A stamp that takes its index. */
export function taken(host: Space, k: number, changes: object = {}) {
  const place = { host: host.id, incarnation: 0, index: k + 1, k };
  return { ...place, basis: 'proof', voided: false, shared: false, ...changes };
}

/** A stamp that does not count. */
export function rejected(host: Space, k: number, flaw: string, index: number = k + 1) {
  return { host: host.id, incarnation: 0, index, k, flaw };
}

/** The whole answer, in its order. */
export function countOf(
  days: readonly ReturnType<typeof dayAt>[],
  stamps: readonly ReturnType<typeof taken>[],
  flawed: readonly ReturnType<typeof rejected>[],
  nextIndex: number,
  doubles: readonly { readonly k: number; readonly hosts: readonly SpaceId[] }[] = [],
) {
  const byPlace = (a: ReturnType<typeof rejected> | ReturnType<typeof taken>, b: typeof a) =>
    a.k - b.k || compareSpaces(a.host, b.host) || a.index - b.index;
  const byDate = (a: ReturnType<typeof dayAt>, b: ReturnType<typeof dayAt>) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : compareSpaces(a.host, b.host);
  return {
    days: [...days].sort(byDate),
    stamps: [...stamps].sort(byPlace),
    rejected: [...flawed].sort(byPlace),
    doubles,
    nextIndex,
  };
}

/** Two spaces, that with the lower id first. */
export function lowerFirst(one: Space, other: Space): readonly [Space, Space] {
  return sortSpaces([one.id, other.id])[0] === one.id ? [one, other] : [other, one];
}
