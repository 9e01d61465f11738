/**
 * Makes a story smaller that fails: events, members, spaces and programmes go as long as it still
 * fails, then numbers become smaller. All of it within so many tries.
 */

import type { Story } from '../story/story.js';
import { smallest } from './ddmin.js';
import { smallerNumbers } from './numbers.js';
import { withEvents, withMembers, withProgrammes, withSpaces } from './parts.js';

/** How much may be spent. */
export interface ShrinkBounds {
  /** Stories that are played at most. */
  readonly tries: number;
  /** So many times the cost of the story as it came, at most: smaller ones cost less. */
  readonly costs: number;
}

const BOUNDS: ShrinkBounds = { tries: 300, costs: 30 };

/** Lists of which parts may go, and what is left of a story without them. */
const PARTS = [
  ['members', withMembers],
  ['spaces', withSpaces],
  ['programmes', withProgrammes],
] as const;

/** The smallest story that was found for which `fails` still holds. */
export async function shrink(
  story: Story,
  fails: (story: Story) => Promise<boolean>,
  bounds: ShrinkBounds = BOUNDS,
): Promise<Story> {
  const shrinking = new Shrinking(story, fails, bounds);
  let before: Story;
  do {
    before = shrinking.held;
    await shrinking.fewerParts();
    await shrinking.smallerNumbers();
    // What is gone may let more go.
  } while (shrinking.held !== before && !shrinking.isSpent);
  return shrinking.held;
}

class Shrinking {
  held: Story;
  readonly #fails: (story: Story) => Promise<boolean>;
  readonly #tries: number;
  readonly #costs: number;
  #tried = 0;
  #spent = 0;

  constructor(
    story: Story,
    fails: (story: Story) => Promise<boolean>,
    { tries, costs }: ShrinkBounds,
  ) {
    this.held = story;
    this.#fails = fails;
    this.#tries = tries;
    this.#costs = costs * costOf(story);
  }

  get isSpent(): boolean {
    return this.#tried >= this.#tries || this.#spent >= this.#costs;
  }

  async fewerParts(): Promise<void> {
    const whole = this.held;
    await smallest(whole.events, (events) => this.#try(withEvents(whole, events)));
    for (const [list, part] of PARTS) {
      const base = this.held;
      const numbers = base[list].map((_, number) => number);
      await smallest<number>(numbers, (kept) => this.#try(part(base, kept)));
    }
  }

  async smallerNumbers(): Promise<void> {
    for (const change of smallerNumbers(this.held)) {
      const smaller = change(this.held);
      if (smaller !== null && (await this.#try(smaller)) === null) return;
    }
  }

  /** Whether a smaller story still fails, which is held then; null: no more tries. */
  async #try(smaller: Story): Promise<boolean | null> {
    if (this.isSpent) return null;
    this.#tried += 1;
    this.#spent += costOf(smaller);
    const failed = await this.#fails(smaller);
    if (failed) this.held = smaller;
    return failed;
  }
}

/** Roughly what playing a story costs: its beginning grows with its spaces. */
function costOf({ spaces, events }: Story): number {
  return spaces.length * (events.length + 100);
}
