/** Look-ups at check-in while some keepers are down or withhold, and what that costs. */

import type { Chance } from '../world/chance.js';
import { hiddenShare, overspend } from './overspend.js';
import { earlierVisits } from './travel.js';

/** Free days that the terms of the model give in all hosts together. */
const LIMIT = 5;

/** What happened with this share of bad nodes. */
export interface LookUps {
  readonly badShare: number;
  /** Of earlier stamps, those that no keeper shows; and what the formula says. */
  readonly hidden: number;
  readonly hiddenByFormula: number;
  /** Of check-ins, those that find all earlier stamps. */
  readonly complete: number;
  /** Free days over the limit for a thousand members who never stop; and by the formula. */
  readonly overspendPerThousand: number;
  readonly overspendByFormula: number;
}

/** Plays check-ins, and members who take free days until one is refused, before bad nodes. */
export function playLookUps(
  chance: Chance,
  { table, replicas, isBad }: { table: Uint32Array; replicas: number; isBad: Uint8Array },
  badShare: number,
  rounds: number,
): LookUps {
  const shards = table.length / replicas;
  const isHidden = (): boolean => {
    const start = (chance.next() % shards) * replicas;
    for (let n = start; n < start + replicas; n++) if (isBad[table[n] ?? 0] !== 1) return false;
    return true;
  };
  let [asked, missed, complete, beyond] = [0, 0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    const earlier = earlierVisits(chance);
    let missedNow = 0;
    for (let n = 0; n < earlier; n++) if (isHidden()) missedNow += 1;
    asked += earlier;
    missed += missedNow;
    if (missedNow === 0) complete += 1;
    for (let seen = 0; seen < LIMIT; ) {
      if (isHidden()) beyond += 1;
      else seen += 1;
    }
  }
  const expected = hiddenShare(badShare, replicas);
  return {
    badShare,
    hidden: missed / asked,
    hiddenByFormula: expected,
    complete: complete / rounds,
    overspendPerThousand: (1000 * beyond) / rounds,
    overspendByFormula: 1000 * overspend(LIMIT, expected),
  };
}
