/** Who travels where in a story. */

import type { Chance } from '../world/chance.js';
import type { StoryEvent, StoryMember, StoryProgramme, StorySpace } from './story.js';

const HOUR = 3600;
/** Visits during which a machine is killed, at most. */
const CUT_SHORT_MAX = 12;

/** The hosts that each member may visit: spaces that share a programme with its home. */
export function reachOf(
  members: readonly StoryMember[],
  programmes: readonly StoryProgramme[],
): readonly (readonly number[])[] {
  return members.map(({ home }) => [
    ...new Set(
      programmes.flatMap(({ founders, others }) => {
        const all = [...founders, ...others];
        return all.includes(home) ? all.filter((one) => one !== home) : [];
      }),
    ),
  ]);
}

/** Members travel, some to the same hosts again and again. */
export function drawVisits(
  chance: Chance,
  reach: readonly (readonly number[])[],
  count: number,
  seconds: number,
): readonly StoryEvent[] {
  const travelling = [...reach.keys()].filter((member) => (reach[member] ?? []).length > 0);
  if (travelling.length === 0) return [];
  return Array.from({ length: count }, () => {
    const member = chance.one(travelling);
    const hosts = reach[member] ?? [];
    // Most go back to the same few places.
    const favourites = hosts.slice(0, 4);
    const host = chance.one(chance.happens(0.7) && favourites.length > 0 ? favourites : hosts);
    return {
      at: chance.between(0, seconds),
      kind: 'visit' as const,
      ...{ member, host },
      asks: chance.happens(0.6),
      bound: chance.happens(0.5),
      halfDay: chance.happens(0.2),
      age: chance.happens(0.05) ? chance.between(100, 400) : 0,
      pause: chance.happens(0.3) ? chance.between(1, 600) : 0,
    };
  });
}

/** Visits during which the desk's machine is killed, while its disk is busy. */
export function drawCutShort(
  chance: Chance,
  visits: readonly StoryEvent[],
  spaces: readonly StorySpace[],
): readonly StoryEvent[] {
  const atSlowDisks = visits.flatMap((one) =>
    one.kind === 'visit' && spaces[one.host]?.diskDelay && one.pause === 0 ? [one] : [],
  );
  return chance.some(atSlowDisks, chance.between(0, CUT_SHORT_MAX)).map(({ at, host }) => ({
    at: at + chance.logUniform(10, 2000) / 1000,
    kind: 'crash',
    space: host,
    down: chance.logUniform(1, HOUR),
  }));
}
