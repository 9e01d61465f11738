/** When each space was heard of last. */

import type { Seconds, SpaceId } from '@covisa/protocol';
import type { HeldLog } from './held-logs.js';

/** The time of the latest heartbeat of each space with one of these logs. */
export function latestHeartbeats(logs: Iterable<HeldLog>): ReadonlyMap<SpaceId, Seconds> {
  const heartbeats = new Map<SpaceId, Seconds>();
  for (const { head } of logs) {
    const time = head.heartbeat?.time;
    if (time !== undefined && time > (heartbeats.get(head.space) ?? -1)) {
      heartbeats.set(head.space, time);
    }
  }
  return heartbeats;
}
