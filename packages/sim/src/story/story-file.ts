/** Stories as files: JSON that people can read and change. */

import { shape } from '@covisa/protocol';
import type { Story } from './story.js';

const COUNT_MAX = 2_000_000;
const number = shape.integer(0, COUNT_MAX);
const numbers = shape.list(number, COUNT_MAX);
const seconds = shape.number(0, Number.MAX_SAFE_INTEGER);

/** What every story has; what an event of some kind holds is read when it happens. */
const storyShape = shape.open({
  seed: shape.text({ min: 1, max: 200 }),
  begins: shape.text({ min: 1, max: 40 }),
  syncSeconds: seconds,
  spaces: shape.list(shape.open({ name: shape.text({ min: 1, max: 100 }) }), COUNT_MAX, 1),
  programmes: shape.list(shape.open({ founders: numbers, others: numbers }), COUNT_MAX),
  members: shape.list(shape.open({ home: number }), COUNT_MAX),
  events: shape.list(shape.open({ at: seconds, kind: shape.text({ min: 1, max: 40 }) }), COUNT_MAX),
  seconds,
});

/** The story in a file's text. @throws SyntaxError, ProtocolError */
export function parseStory(text: string): Story {
  const value: unknown = JSON.parse(text);
  storyShape.parse(value);
  return value as Story;
}

/** The text of a story's file: an event, a member or a space a line. */
export function encodeStory(story: Story): string {
  const lists = new Set(['spaces', 'programmes', 'members', 'events']);
  const lines = Object.entries(story).map(([name, value]) => {
    if (!lists.has(name) || !Array.isArray(value) || value.length === 0) {
      return `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    }
    const items = value.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
    return `  ${JSON.stringify(name)}: [\n${items}\n  ]`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
