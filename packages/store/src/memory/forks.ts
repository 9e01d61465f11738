/** Logs that have forked, and their strays, in memory. */

import { isShelf } from '@covisa/protocol';
import { StoreError } from '../errors.js';
import { compareText, namedType, shelfHead } from '../heads.js';
import type {
  LogHead,
  LogPlace,
  NewStray,
  Shelf,
  Store,
  StoredStray,
  StrayChanges,
} from '../port.js';
import { cutLog, disregardVoids, dropLog } from './logs.js';
import { addStamp, dropStamps } from './stamp-index.js';
import { emptyLog, type HeldLog, logKey, type MemoryState, ownedLog, sortedLogs } from './state.js';

type ForkMethods = Pick<Store, 'freezeLog' | 'forks' | 'changeStrays' | 'shelves' | 'strays'>;

/** @throws StoreError RANGE_CONFLICT if fewer entries are held */
function heldLog(state: MemoryState, head: LogHead): HeldLog {
  const log = ownedLog(state, logKey(head));
  if (log !== undefined && head.size <= log.head.size) return log;
  throw new StoreError(
    'RANGE_CONFLICT',
    `log ${logKey(head)}: holds ${log?.head.size ?? 0} entries, not ${head.size}`,
  );
}

function setHead(state: MemoryState, head: LogHead): void {
  const log = heldLog(state, head);
  disregardVoids(log, head.size);
  cutLog(state, log, head.size);
  log.head = head;
}

function addStray(state: MemoryState, one: NewStray): void {
  const key = logKey(one);
  const shelf = ownedLog(state, key) ?? emptyLog(shelfHead(one));
  state.logs.set(key, shelf);
  const { index, bytes, leafHash, position, checkpoint, proof } = one;
  shelf.strays.set(index, { bytes, leafHash, position, checkpoint, proof });
  const type = namedType(one.entry);
  const positions = [...(shelf.positions.get(type) ?? []), index];
  shelf.positions.set(
    type,
    positions.sort((left, right) => left - right),
  );
  addStamp(state, shelf, index, one);
}

function dropStray(state: MemoryState, place: LogPlace): void {
  const shelf = ownedLog(state, logKey(place));
  if (shelf === undefined) return;
  dropStamps(state, shelf, place.index, place.index + 1);
  shelf.strays.delete(place.index);
  for (const [type, positions] of shelf.positions) {
    shelf.positions.set(
      type,
      positions.filter((index) => index !== place.index),
    );
  }
}

function changeStrays(state: MemoryState, { drop, add }: StrayChanges): void {
  for (const place of drop) dropStray(state, place);
  for (const one of add) addStray(state, one);
}

function placesOf(shelf: HeldLog): readonly number[] {
  return [...shelf.strays.keys()].sort((left, right) => left - right);
}

function shelfOf(shelf: HeldLog): readonly Shelf[] {
  const { space, incarnation } = shelf.head;
  if (!isShelf(shelf.head) || shelf.strays.size === 0) return [];
  const strays = placesOf(shelf).flatMap((index) => {
    const leaf = shelf.strays.get(index)?.leafHash;
    return leaf === undefined ? [] : [{ index, leaf }];
  });
  return [{ space, incarnation, strays }];
}

function straysFrom(
  shelf: HeldLog,
  skip: number,
  countMax: number,
  bytesMax: number,
): readonly StoredStray[] {
  const { space, incarnation } = shelf.head;
  const found: StoredStray[] = [];
  let bytes = 0;
  for (const index of placesOf(shelf).slice(skip, skip + countMax)) {
    const held = shelf.strays.get(index);
    if (held === undefined) continue;
    bytes += held.bytes.length;
    if (found.length > 0 && bytes > bytesMax) break;
    const { position, checkpoint, proof } = held;
    found.push({ space, incarnation, index, bytes: held.bytes, position, checkpoint, proof });
  }
  return found;
}

/** The methods of the port that are about forks. */
export function forkMethods(state: MemoryState): ForkMethods {
  return {
    async freezeLog({ fork, head, dropped, strays }) {
      // First what can fail, so that nothing is done by halves.
      if (head !== null) heldLog(state, head);
      for (const log of dropped) dropLog(state, logKey(log));
      // After that: who forgets a log forgets that it forked.
      state.forks.set(logKey(fork), fork);
      if (head !== null) setHead(state, head);
      changeStrays(state, strays);
    },
    async forks() {
      return [...state.forks.values()].sort(
        (a, b) => compareText(a.space, b.space) || a.incarnation - b.incarnation,
      );
    },
    async changeStrays(changes) {
      changeStrays(state, changes);
    },
    async shelves() {
      return sortedLogs(state).flatMap(shelfOf);
    },
    async strays(id, skip, countMax, bytesMax) {
      const shelf = state.logs.get(logKey(id));
      return shelf === undefined ? [] : straysFrom(shelf, skip, countMax, bytesMax);
    },
  };
}
