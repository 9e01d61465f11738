/** Which reason for a refusal stands first, from what the verdict says. Pure. */

import type { ReasonCode, Verdict } from '@covisa/protocol';
import type { RefusalReason } from '../../api/desk-views.js';

const FULL: readonly ReasonCode[] = ['CAPACITY_FULL', 'CAPACITY_DAY', 'CAPACITY_HOME'];
const CLOSED: readonly ReasonCode[] = ['VENUE_CLOSED', 'OUTSIDE_HOURS', 'BLACKOUT'];

/** The reason to begin with. */
export function suggestedReason({ reasons: [{ code }], outcome }: Verdict): RefusalReason {
  if (FULL.includes(code)) return 'full';
  if (CLOSED.includes(code)) return 'closed';
  return outcome === 'free' ? 'full' : 'rules';
}
