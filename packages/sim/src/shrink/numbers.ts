/** Numbers of a story that may be smaller, one change at a time. */

import type { Story, StoryEvent } from '../story/story.js';

/** A change of one number in a story with as many parts; null: nothing would change. */
type Change = (story: Story) => Story | null;

/** Numbers of an event that are amounts, and no names. */
const AMOUNTS = [
  'age',
  'pause',
  'down',
  'milliseconds',
  'hours',
  'apart',
  'loss',
  'duplication',
  'delay',
];
const halved = (amount: number): number => Math.trunc(amount / 2);
const none = (): number => 0;

/** Each number made nothing, then half of what it is. */
export function smallerNumbers(story: Story): readonly Change[] {
  return [
    endsWithLastEvent,
    ...story.spaces.map((_, at) => withFastDisk(at)),
    ...story.events.flatMap((_, at) =>
      AMOUNTS.flatMap((name) => [withAmount(at, name, none), withAmount(at, name, halved)]),
    ),
  ];
}

function endsWithLastEvent(story: Story): Story | null {
  const end = Math.max(0, ...story.events.map(({ at }) => at));
  return end < story.seconds ? { ...story, seconds: end } : null;
}

function withFastDisk(at: number): Change {
  return (story) => {
    const space = story.spaces[at];
    if (!space || space.diskDelay === 0) return null;
    return { ...story, spaces: story.spaces.with(at, { ...space, diskDelay: 0 }) };
  };
}

function withAmount(at: number, name: string, smaller: (amount: number) => number): Change {
  return (story) => {
    const event = story.events[at];
    const amount = event && new Map<string, unknown>(Object.entries(event)).get(name);
    if (!event || typeof amount !== 'number' || smaller(amount) === amount) return null;
    const changed = { ...event, [name]: smaller(amount) } as StoryEvent;
    return { ...story, events: story.events.with(at, changed) };
  };
}
