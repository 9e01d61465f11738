/** What can be left out of a story, so that the rest is a story still: its numbers are moved up. */

import type { Story, StoryEvent, StoryProgramme } from '../story/story.js';

/** The story with these of its events alone. */
export function withEvents(story: Story, events: readonly StoryEvent[]): Story {
  return { ...story, events };
}

/** The story with these of its members alone, by number, in their order. */
export function withMembers(story: Story, kept: readonly number[]): Story {
  return {
    ...story,
    members: kept.flatMap((number) => story.members[number] ?? []),
    events: story.events.flatMap((event) => renumbered(event, { member: placesOf(kept) })),
  };
}

/**
 * The story with these of its spaces alone, by number, in their order. Members whose home goes go
 * too, and programmes that nobody founds any more.
 */
export function withSpaces(story: Story, kept: readonly number[]): Story {
  const space = placesOf(kept);
  const homes = story.members.flatMap(({ home }, number) => (space.has(home) ? [number] : []));
  const programmes = story.programmes.map((programme) => keptOf(programme, space));
  const founded = programmes.flatMap(({ founders }, number) => (founders.length > 1 ? number : []));
  const moved: Story = {
    ...story,
    spaces: kept.flatMap((number) => story.spaces[number] ?? []),
    programmes,
    events: story.events.flatMap((event) => renumbered(event, { space })),
  };
  const { members, events } = withMembers(moved, homes);
  return withProgrammes(
    { ...moved, events, members: members.map(({ home, ...rest }) => moveHome(rest, home, space)) },
    founded,
  );
}

/** The story with these of its programmes alone, by number, in their order. */
export function withProgrammes(story: Story, kept: readonly number[]): Story {
  return {
    ...story,
    programmes: kept.flatMap((number) => story.programmes[number] ?? []),
    events: story.events.flatMap((event) => renumbered(event, { programme: placesOf(kept) })),
  };
}

/** The new place of each number that is kept. */
type Places = ReadonlyMap<number, number>;

function placesOf(kept: readonly number[]): Places {
  return new Map(kept.map((number, place) => [number, place]));
}

function moveHome<Rest>(rest: Rest, home: number, space: Places): Rest & { home: number } {
  return { ...rest, home: space.get(home) ?? 0 };
}

function keptOf(programme: StoryProgramme, space: Places): StoryProgramme {
  const { founders, others } = programme;
  const moved = (numbers: readonly number[]) => numbers.flatMap((one) => space.get(one) ?? []);
  return { ...programme, founders: moved(founders), others: moved(others) };
}

/** The names under which an event tells a number, by what it counts. */
const NAMES = {
  space: ['space', 'host', 'to'],
  member: ['member'],
  programme: ['programme'],
} as const;
/** Lists of spaces; an event that is about `hosts` needs all of them. */
const LISTS = ['these', 'those', 'hosts'] as const;

/** The event with its numbers moved; nothing, if it is about what is gone. */
function renumbered(
  event: StoryEvent,
  places: { readonly [kind in keyof typeof NAMES]?: Places },
): readonly StoryEvent[] {
  const moved: Record<string, unknown> = { ...event };
  for (const kind of ['space', 'member', 'programme'] as const) {
    const place = places[kind];
    if (place === undefined) continue;
    for (const name of NAMES[kind]) {
      const number = moved[name];
      if (typeof number !== 'number') continue;
      if (!place.has(number)) return [];
      moved[name] = place.get(number);
    }
  }
  for (const name of places.space ? LISTS : []) {
    const numbers = moved[name];
    if (!Array.isArray(numbers)) continue;
    const kept = numbers.flatMap((one: number) => places.space?.get(one) ?? []);
    if (name === 'hosts' && kept.length < numbers.length) return [];
    moved[name] = kept;
  }
  return [moved as StoryEvent];
}
