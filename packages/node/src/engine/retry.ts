/** When something that failed is tried again. */

import type { Seconds } from '@covisa/protocol';

/**
 * Whether the next try is due at `now`. One that is further away than any wait was set while this
 * node's clock was ahead: it would hold everything up for as long as the clock was wrong.
 */
export function isDue(retryAt: Seconds | null, now: Seconds, waitMax: Seconds): boolean {
  return retryAt === null || retryAt <= now || retryAt - now > waitMax;
}
