/** Who lies in a story, and when. */

import type { Chance } from '../world/chance.js';
import type { LieKind, StoryEvent, StoryProgramme, StorySpace } from './story.js';

/** Stories in which anybody lies. */
const LYING_STORIES = 1 / 3;
const TIMES_MAX = 4;

const KINDS: readonly LieKind[] = [
  'invent',
  'fork',
  'withhold',
  'replay',
  'freeze',
  'over-issue',
  'refuse-grants',
];

/** The same spaces, some of them liars: of each programme less than a half, of its founders too. */
export function withLiars(
  chance: Chance,
  spaces: readonly StorySpace[],
  programmes: readonly StoryProgramme[],
): readonly StorySpace[] {
  if (!chance.happens(LYING_STORIES)) return spaces;
  const liars = new Set<number>();
  const numbers = spaces.map((_, number) => number);
  for (const number of chance.some(numbers, chance.logUniform(1, Math.ceil(numbers.length / 4)))) {
    liars.add(number);
    const areTooMany = programmes.some(({ founders, others }) =>
      [founders, [...founders, ...others]].some(
        (all) => 2 * all.filter((one) => liars.has(one)).length >= all.length,
      ),
    );
    if (areTooMany) liars.delete(number);
  }
  return spaces.map((space, number) =>
    liars.has(number) ? { ...space, lie: chance.one(KINDS) } : space,
  );
}

/** Each liar lies a few times. */
export function drawLies(
  chance: Chance,
  spaces: readonly StorySpace[],
  seconds: number,
): readonly StoryEvent[] {
  return spaces.flatMap(({ lie }, space) => {
    if (lie === null) return [];
    const times = chance.between(1, TIMES_MAX);
    return Array.from({ length: times }, () => {
      const at = chance.between(0, seconds);
      return { at, kind: 'lie' as const, space };
    });
  });
}
