/** The stamps of logs, and the voids that name them, indexed. */

import { type CalendarDate, isShelf, isVoided, isWithinReach } from '@covisa/protocol';
import type { NewEntry } from '../port.js';
import { type HeldLog, type HeldStamp, logKey, type MemoryState, type Place } from './state.js';

/** Indexes a stamp. Those of one log come in its order, those of a shelf in any. */
export function addStamp(state: MemoryState, log: HeldLog, index: number, item: NewEntry): void {
  if (item.entry.type !== 'stamp') return;
  const { space, incarnation } = log.head;
  const { bytes, entry } = item;
  log.stamps.set(index, { space, incarnation, index, bytes, voids: [], entry, isVoided: false });
  log.tallies.count(entry, 1);
  const key = logKey(log.head);
  const places = state.markers.get(entry.marker) ?? [];
  const later = isShelf(log.head)
    ? places.findIndex(([log, other]) => log === key && other > index)
    : -1;
  const at = later < 0 ? places.length : later;
  state.markers.set(entry.marker, [...places.slice(0, at), [key, index], ...places.slice(at)]);
}

/** Forgets what a log says of stamps from an index up to another one. */
export function dropStamps(state: MemoryState, log: HeldLog, from: number, to = Infinity): void {
  const key = logKey(log.head);
  for (const index of indicesWithin(log, from, to)) {
    const stamp = log.stamps.get(index);
    if (stamp === undefined) continue;
    const { entry, isVoided } = stamp;
    log.stamps.delete(index);
    if (!isVoided) log.tallies.count(entry, -1);
    const isOther: (place: Place) => boolean = ([held, at]) => held !== key || at !== index;
    const others = (state.markers.get(entry.marker) ?? []).filter(isOther);
    if (others.length > 0) state.markers.set(entry.marker, others);
    else state.markers.delete(entry.marker);
  }
  const { space, incarnation } = log.head;
  for (const { memos } of state.checks.values()) {
    for (const [place, memo] of memos) {
      if (memo.index < from || memo.index >= to) continue;
      if (memo.space === space && memo.incarnation === incarnation) memos.delete(place);
    }
  }
}

/** Where stamps may stand within a part of a log. */
function indicesWithin({ stamps }: HeldLog, from: number, to: number): readonly number[] {
  if (to - from < stamps.size) return Array.from({ length: to - from }, (_, i) => from + i);
  return [...stamps.keys()].filter((index) => index >= from && index < to);
}

/** The dates of the stamps from an index on, up to another one. */
function* datesBetween(log: HeldLog, from: number, end: number): Generator<CalendarDate> {
  for (let index = from; index < end; index++) {
    const stamp = log.stamps.get(index);
    if (stamp) yield stamp.entry.date;
  }
}

/** Lets a void of a log count. */
export function addVoid(log: HeldLog, at: number, { entry }: Pick<NewEntry, 'entry'>): void {
  if (entry.type !== 'void') return;
  // Only what stands before the void can be named by it.
  const stamp = log.stamps.get(entry.index);
  if (stamp === undefined) return;
  const { index } = stamp;
  // A void that can cancel nothing is not to be indexed as one.
  const between = () => datesBetween(log, index + 1, at);
  if (!isWithinReach({ index, date: stamp.entry.date }, at, between)) return;
  const voids = [...stamp.voids, entry.date];
  setVoids(log, stamp, voids, isVoided(stamp.entry.date, voids));
}

/** Says which voids name a stamp. */
export function setVoids(
  log: HeldLog,
  stamp: HeldStamp,
  voids: readonly CalendarDate[],
  isVoided: boolean,
): void {
  log.stamps.set(stamp.index, { ...stamp, voids, isVoided });
  if (isVoided !== stamp.isVoided) log.tallies.count(stamp.entry, isVoided ? -1 : 1);
}
