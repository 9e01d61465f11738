/** Free days that are left at a space. Pure. */

import type { Seconds, SpaceId } from '@covisa/protocol';
import type { ClaimedCard } from '../store/cards.js';
import { askPlan } from './plan.js';

/**
 * Free days left at a space today, before a visit; null where there is no limit that says, or no
 * shared programme. The smallest of the limits counts.
 */
export function freeDaysLeft(card: ClaimedCard, host: SpaceId, instant: Seconds): number | null {
  const answer = askPlan(card, { host, venue: null, date: null, halfDay: false }, instant);
  if (answer === null) return null;
  const { perHost, perProgramme, homeAtHost } = answer.verdict.left;
  const limits = [perHost, perProgramme, homeAtHost].flatMap((left) => left?.before ?? []);
  return limits.length === 0 ? null : Math.max(0, Math.min(...limits));
}
