/** Silence: for how long a member may not be heard of before a roster may leave it out of n. */

import type { Seconds, SpaceId } from '../ids.js';
import { SILENT_MEMBER_DAYS } from '../limits.js';

/** Times of the latest heartbeats that are known. */
export type Heartbeats = ReadonlyMap<SpaceId, Seconds>;

/** Whether a space was heard of in the 60 days before a time, or after it. */
export function isHeard(heartbeats: Heartbeats, space: SpaceId, time: Seconds): boolean {
  return (heartbeats.get(space) ?? 0) >= time - SILENT_MEMBER_DAYS * 86_400;
}

/** What silence is read from. */
export interface Hearing {
  readonly heartbeats: Heartbeats;
  /** Spaces whose latest log has forked. */
  readonly forked: ReadonlySet<SpaceId>;
}

/**
 * Those of `spaces` that a roster of this date may name as silent. Who was never heard of is not
 * among them: silence is shown, not assumed. Nor is whose log has forked: nobody hears of it,
 * whatever its owner does.
 */
export function silentAmong(
  spaces: readonly SpaceId[],
  { heartbeats, forked }: Hearing,
  time: Seconds,
): readonly SpaceId[] {
  const isSilent = (space: SpaceId): boolean =>
    heartbeats.has(space) && !forked.has(space) && !isHeard(heartbeats, space, time);
  return spaces.filter(isSilent);
}
