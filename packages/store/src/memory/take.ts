/** Logs that one store in memory takes over from another at once. */

import type { SpaceId } from '@covisa/protocol';
import { dropLog } from './logs.js';
import type { MemoryState } from './state.js';

/**
 * Puts the logs of all spaces, or of all but one, in the place of those held; nobody else uses
 * `from`.
 */
export function takeLogs(state: MemoryState, from: MemoryState, but: SpaceId | null): void {
  const taken = new Map([...from.logs].filter(([, { head }]) => head.space !== but));
  for (const [key, log] of taken) {
    dropLog(state, key);
    state.logs.set(key, log);
  }
  for (const [key, fork] of from.forks) if (taken.has(key)) state.forks.set(key, fork);
  for (const [marker, places] of from.markers) {
    const others = places.filter(([key]) => taken.has(key));
    if (others.length === 0) continue;
    state.markers.set(marker, [...(state.markers.get(marker) ?? []), ...others]);
  }
}
