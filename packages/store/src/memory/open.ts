/**
 * The memory back end: for simulators, tests and trials. It forgets everything with the process.
 */

import type { SpaceId } from '@covisa/protocol';
import type { Store } from '../port.js';
import { forkMethods } from './forks.js';
import { addRange, checkRanges, logMethods } from './logs.js';
import { messageMethods } from './messages.js';
import { addMembers, addRefusals, addVisits, peopleMethods } from './people.js';
import { pruningMethods } from './pruning.js';
import { stampMethods } from './stamps.js';
import { cloneState, emptyState, type MemoryState } from './state.js';
import { takeLogs } from './take.js';

/**
 * What a memory store held at one moment. Opening it never changes it, so it can be opened again.
 */
export interface MemorySnapshot {
  /** A copy of the state, for `openMemoryStore`. */
  readonly copy: () => MemoryState;
}

/** A store in memory that can be photographed. */
export interface MemoryStore extends Store {
  /** All that the store holds now, as a crash or a backup at this moment would leave it. */
  snapshot(): MemorySnapshot;
  /**
   * Adds what another store held of the logs of all spaces, or of all but one, in place of what is
   * held of these logs.
   */
  takeLogs(from: MemorySnapshot, but: SpaceId | null): void;
}

/**
 * A store in memory: empty, or with what `snapshot` held. Byte strings that are put in are kept and
 * given out as they are, not copied (so that hundreds of nodes in one process share them): nobody
 * writes into them.
 */
export function openMemoryStore(snapshot?: MemorySnapshot): MemoryStore {
  const state = snapshot === undefined ? emptyState() : snapshot.copy();
  return {
    ...logMethods(state),
    ...pruningMethods(state),
    ...forkMethods(state),
    ...stampMethods(state),
    ...peopleMethods(state),
    ...messageMethods(state),
    async appendOwn(range, effects) {
      checkRanges(state, [range]);
      addRange(state, range);
      addVisits(state, effects.visits ?? []);
      addMembers(state, effects.members ?? []);
      addRefusals(state, effects.refusals ?? []);
    },
    takeLogs(from, but) {
      takeLogs(state, from.copy(), but);
    },
    snapshot() {
      const held = cloneState(state);
      return { copy: () => cloneState(held) };
    },
    async close() {},
  };
}
