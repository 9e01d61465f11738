/**
 * The remembered stories in `packages/sim/scenarios`: each a file named by a sentence, beside it
 * the trace that playing it gives.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from '../play/run.js';
import { parseStory } from '../story/story-file.js';

const FOLDER = fileURLToPath(new URL('../../scenarios/', import.meta.url));
const STORY = '.json';
const TRACE = '.txt';

/** What playing a scenario gave. */
export interface PlayedScenario {
  readonly name: string;
  readonly trace: string;
  /** The trace that is remembered; null: none is. */
  readonly golden: string | null;
  readonly violations: number;
}

/** Their names, in order. */
export function scenarioNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(STORY))
    .map((name) => name.slice(0, -STORY.length))
    .sort();
}

/** Plays one. */
export async function playScenario(name: string): Promise<PlayedScenario> {
  const lines: string[] = [];
  const story = parseStory(readFileSync(`${FOLDER}${name}${STORY}`, 'utf8'));
  const { violations } = await run(story, (line) => lines.push(line));
  return {
    name,
    trace: `${lines.join('\n')}\n`,
    golden: goldenOf(name),
    violations: violations.length,
  };
}

/** Remembers this trace. */
export function remember({ name, trace }: PlayedScenario): void {
  writeFileSync(`${FOLDER}${name}${TRACE}`, trace);
}

function goldenOf(name: string): string | null {
  try {
    return readFileSync(`${FOLDER}${name}${TRACE}`, 'utf8');
  } catch {
    return null;
  }
}
