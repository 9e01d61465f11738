/** One programme of half of all spaces, or more, in the place of many small ones. */

import type { Terms } from '@covisa/protocol';
import type { Chance } from '../world/chance.js';
import type { StoryProgramme, StorySpace } from './story.js';

/**
 * Stories with a wide programme, and how many spaces they have at least and at most: what it costs
 * grows by the square, to some forty seconds of processor time at 160 members.
 */
const WIDE_STORIES = 0.15;
const SPACES_MIN = 40;
const SPACES_MAX = 160;
const FOUNDERS_MAX = 20;

/** A wide programme; none in most stories. Later rosters seat whom its founders cannot admit. */
export function drawWide(
  chance: Chance,
  spaces: readonly StorySpace[],
  drawTerms: (chance: Chance) => Terms,
): readonly StoryProgramme[] {
  const isDrawn = spaces.length >= SPACES_MIN && spaces.length <= SPACES_MAX;
  if (!isDrawn || !chance.happens(WIDE_STORIES)) return [];
  const numbers = spaces.map((_, number) => number);
  const all = chance.some(numbers, chance.between(Math.ceil(spaces.length / 2), spaces.length));
  const open = all.filter((number) => spaces[number]?.isPublic);
  const founders = open.slice(0, chance.between(2, FOUNDERS_MAX));
  if (founders.length < 2) return [];
  const others = all.filter((number) => !founders.includes(number));
  return [{ terms: drawTerms(chance), founders, others }];
}
