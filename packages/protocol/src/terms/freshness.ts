/** How well a visa's usage is known, from the signs of life of a programme's other spaces. */

import type { Seconds } from '../ids.js';
import { UNLISTED_AFTER_SECONDS } from '../limits.js';
import type { JudgeInput } from './verdict.js';

/**
 * Heartbeats travel at least once a day; what is older than this is known less far than the rest.
 */
const FRESH_SECONDS = 26 * 3600;

/**
 * Up to when usage is known: the oldest of the fresh heartbeats. Spaces that have been silent for
 * so long that nobody lists them are passed over.
 * @param heartbeats the latest of each space, 0 where none is known
 */
export function usageFreshness(
  heartbeats: readonly Seconds[],
  now: Seconds,
): Pick<JudgeInput['freshness'], 'knownUpTo' | 'olderSpaces'> {
  const beats = heartbeats.filter((time) => now - time < UNLISTED_AFTER_SECONDS);
  const fresh = beats.filter((time) => now - time <= FRESH_SECONDS);
  return {
    knownUpTo: Math.min(now, fresh.length > 0 ? Math.min(...fresh) : Math.max(0, ...beats)),
    olderSpaces: beats.length - fresh.length,
  };
}
