/** What owners decide in a story: who comes later, leaves, closes, and writes to whom. */

import { ENDORSEMENTS_PER_MEMBER_MAX } from '@covisa/protocol';
import type { Chance } from '../world/chance.js';
import type { StoryEvent, StoryProgramme, StorySpace } from './story.js';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Of the spaces that do not found, how many come only when the story has begun. */
const NEWCOMERS = 0.3;
const MESSAGES_MAX = 20;

/** The same programmes without those who come later, and how these do. */
export function withNewcomers(
  chance: Chance,
  programmes: readonly StoryProgramme[],
  seconds: number,
): { readonly programmes: readonly StoryProgramme[]; readonly events: readonly StoryEvent[] } {
  const events: StoryEvent[] = [];
  const early = programmes.map((one, programme) => {
    // No more than the founders can endorse.
    const room = one.founders.length * ENDORSEMENTS_PER_MEMBER_MAX;
    const late = one.others.filter(() => chance.happens(NEWCOMERS)).slice(0, room);
    for (const space of late) {
      const at = chance.between(0, Math.floor(seconds / 2));
      events.push({ at, kind: 'join', space, programme });
      // The first one that has heard of it admits it; whoever has not has nobody to endorse.
      for (const endorser of chance.some(one.founders, 4)) {
        const later = at + chance.logUniform(60, DAY);
        events.push({ at: later, kind: 'endorse', space: endorser, programme });
      }
    }
    return { ...one, others: one.others.filter((space) => !late.includes(space)) };
  });
  return { programmes: early, events };
}

/** Some go: out of a programme, to come back or not, or for good. */
export function drawDepartures(
  chance: Chance,
  spaces: readonly StorySpace[],
  programmes: readonly StoryProgramme[],
  seconds: number,
): readonly StoryEvent[] {
  if (!chance.happens(0.5)) return [];
  const numbers = spaces.map((_, number) => number);
  const most = Math.ceil(numbers.length / 8);
  return chance.some(numbers, chance.between(1, most)).flatMap((space): StoryEvent[] => {
    const at = chance.between(Math.floor(seconds / 4), seconds);
    if (chance.happens(0.3)) return [{ at, kind: 'close', space }];
    const own = programmes.flatMap(({ founders, others }, programme) =>
      founders.includes(space) || others.includes(space) ? [programme] : [],
    );
    return own
      .slice(0, 1)
      .flatMap((programme): StoryEvent[] => [
        { at, kind: 'leave', space, programme },
        ...(chance.happens(0.4) ? comesBack(chance, programmes, { at, space, programme }) : []),
      ]);
  });
}

function comesBack(
  chance: Chance,
  programmes: readonly StoryProgramme[],
  { at, space, programme }: { at: number; space: number; programme: number },
): readonly StoryEvent[] {
  const back = at + chance.logUniform(60, DAY);
  const others = (programmes[programme]?.founders ?? []).filter((one) => one !== space);
  return [
    { at: back, kind: 'join', space, programme },
    ...chance.some(others, 3).map((endorser): StoryEvent => {
      const later = back + chance.logUniform(600, DAY);
      return { at: later, kind: 'endorse', space: endorser, programme };
    }),
  ];
}

/** Owners write to each other. */
export function drawMessages(
  chance: Chance,
  spaces: readonly StorySpace[],
  seconds: number,
): readonly StoryEvent[] {
  const last = spaces.length - 1;
  return Array.from({ length: chance.between(0, MESSAGES_MAX) }, () => {
    const space = chance.between(0, last);
    const to = (space + chance.between(1, last)) % spaces.length;
    return { at: chance.between(0, seconds), kind: 'message' as const, space, to };
  });
}
