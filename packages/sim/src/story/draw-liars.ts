/** Who lies in a story, and when. */

import type { Chance } from '../world/chance.js';
import type { LieKind, StoryEvent, StoryProgramme, StorySpace } from './story.js';

/** Stories in which anybody lies. */
const LYING_STORIES = 1 / 3;
const TIMES_MAX = 4;
/** Liars that change what they pass on. */
const ALTERS = 1 / 8;

const KINDS = [
  'invent',
  'fork',
  'withhold',
  'replay',
  'freeze',
  'over-issue',
  'refuse-grants',
] as const satisfies readonly LieKind[];

/** All ways to lie that a story may have. */
export const LIE_KINDS: readonly LieKind[] = [...KINDS, 'alter'];

/** The same spaces, some of them liars: of each programme less than a half, of its founders too. */
export function withLiars(
  chance: Chance,
  spaces: readonly StorySpace[],
  programmes: readonly StoryProgramme[],
  only?: LieKind,
): readonly StorySpace[] {
  if (!chance.happens(LYING_STORIES) && only === undefined) return spaces;
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
  return spaces.map((space, number) => {
    if (!liars.has(number)) return space;
    const lie = chance.one(KINDS);
    const alters = chance.child(`alter/${number}`).happens(ALTERS);
    return { ...space, lie: only ?? (alters ? 'alter' : lie) };
  });
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
