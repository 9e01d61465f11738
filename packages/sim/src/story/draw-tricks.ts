/** What dishonest members do: two phones with one key, one code shown twice, a phone given up. */

import type { Chance } from '../world/chance.js';
import type { StoryEvent } from './story.js';

const HOUR = 3600;
const TRICKS_MAX = 12;

/** `reach`: the hosts that each member may visit. */
export function drawTricks(
  chance: Chance,
  reach: readonly (readonly number[])[],
  seconds: number,
): readonly StoryEvent[] {
  const travelling = reach.flatMap((hosts, member) => (hosts.length > 1 ? [member] : []));
  if (travelling.length === 0) return [];
  return Array.from({ length: chance.between(0, TRICKS_MAX) }, () => {
    const member = chance.one(travelling);
    const [one = 0, other = 0] = chance.some(reach[member] ?? [], 2);
    const base = { at: chance.between(0, seconds), member };
    return chance.one([
      () => ({ ...base, kind: 'old-phone' as const, host: one }),
      () => twice(chance, { ...base, kind: 'shown-twice' }, [one, other], 180),
      () => twice(chance, { ...base, kind: 'two-phones' }, [one, other], HOUR),
    ])();
  });
}

type Twice = Extract<StoryEvent, { kind: 'shown-twice' | 'two-phones' }>;

function twice(
  chance: Chance,
  trick: Pick<Twice, 'at' | 'kind' | 'member'>,
  hosts: readonly [number, number],
  apartMax: number,
): Twice {
  return { ...trick, hosts, apart: chance.logUniform(1, apartMax), asks: chance.happens(0.4) };
}
