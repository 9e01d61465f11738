/** Logs of which some entries are left out, in memory. */

import { type Gap, prunedHead, type Store } from '../port.js';
import { addGaps, storedEntry } from './logs.js';
import { type HeldLog, logKey, type MemoryState, ownedLog } from './state.js';

type PruningMethods = Pick<Store, 'pruneLog' | 'gaps' | 'entriesWithin' | 'indicesWithin'>;

function gapsWithin(log: HeldLog, from: number, to: number): readonly Gap[] {
  const found = [...log.gaps.values()].filter((gap) => gap.from >= from && gap.from < to);
  return found.sort((a, b) => a.from - b.from);
}

/** The places from `from` to `to` at which an entry is held. */
function placesWithin({ entries }: HeldLog, from: number, to: number): readonly number[] {
  const end = Math.min(to, entries.length);
  const places = Array.from({ length: Math.max(0, end - from) }, (_, i) => from + i);
  return places.filter((i) => entries[i] !== undefined);
}

/** The methods of the port that are about pruning. */
export function pruningMethods(state: MemoryState): PruningMethods {
  return {
    async pruneLog({ before, gaps, ...id }) {
      const log = ownedLog(state, logKey(id));
      if (log === undefined) return;
      addGaps(state, log, gaps);
      log.head = prunedHead(log.head, before);
    },
    async gaps(id, from, to) {
      const log = state.logs.get(logKey(id));
      return log === undefined ? [] : gapsWithin(log, from, to);
    },
    async entriesWithin(id, from, to) {
      const log = state.logs.get(logKey(id));
      if (log === undefined) return [];
      return placesWithin(log, from, to).map((i) => storedEntry(log, i));
    },
    async indicesWithin(id, from, to) {
      const log = state.logs.get(logKey(id));
      return log === undefined ? [] : placesWithin(log, from, to);
    },
  };
}
