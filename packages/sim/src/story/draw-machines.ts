/** Machines that are copied, put back while nobody can be asked, or started with a wrong clock. */

import type { Chance } from '../world/chance.js';
import type { StoryEvent, StorySpace } from './story.js';

const HOUR = 3600;
const TEN_YEARS = 10 * 365 * 86_400;

/** A few accidents of a kind that needs several steps. */
export function drawAccidents(
  chance: Chance,
  spaces: readonly StorySpace[],
  seconds: number,
): readonly StoryEvent[] {
  const accidents = [copied, putBackAlone, startedAtAWrongTime] as const;
  return Array.from({ length: chance.between(0, 3) }, () => {
    const space = chance.between(0, spaces.length - 1);
    const at = chance.between(0, seconds);
    return chance.one(accidents)(chance, space, at, spaces.length);
  }).flat();
}

function copied(chance: Chance, space: number, at: number): readonly StoryEvent[] {
  const hours = chance.between(1, 24);
  return [{ at, kind: 'clone', space, hours, writes: chance.happens(0.5) }];
}

/** An old disk behind a wall: there is nobody to be asked for what was lost. */
function putBackAlone(
  chance: Chance,
  space: number,
  at: number,
  count: number,
): readonly StoryEvent[] {
  const those = Array.from({ length: count }, (_, one) => one).filter((one) => one !== space);
  const later = at + chance.between(1, 12) * HOUR;
  const oldHead = chance.happens(0.5);
  return [
    { at, kind: 'backup', space },
    { at: later, kind: 'wall', these: [space], those, oneWay: false },
    { at: later + 60, kind: 'restore', space, oldHead },
    { at: later + chance.between(1, 24) * HOUR, kind: 'heal' },
  ];
}

/** Whose battery is flat starts in another year, and is set right in the end. */
function startedAtAWrongTime(chance: Chance, space: number, at: number): readonly StoryEvent[] {
  const down = chance.between(60, HOUR);
  const size = chance.logUniform(HOUR, TEN_YEARS) * 1000;
  const milliseconds = chance.happens(0.5) ? size : -size;
  const until = at + down + chance.between(1, 24) * HOUR;
  return [
    { at, kind: 'stop', space, down },
    { at: at + 1, kind: 'skew', space, milliseconds },
    { at: until, kind: 'skew', space, milliseconds: 0 },
  ];
}
