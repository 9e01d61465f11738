/** All ways to lie, by their names in a story. */

import type { LieKind } from '../../story/story.js';
import type { Play } from '../play.js';
import { ALTER } from './alter.js';
import { FORK } from './fork.js';
import { FREEZE } from './freeze.js';
import { INVENT } from './invent.js';
import { type Gain, type Liar, NOTHING_GAINED } from './liar.js';
import { OVER_ISSUE } from './over-issue.js';
import { REFUSE_GRANTS } from './refuse-grants.js';
import { REPLAY } from './replay.js';
import { WITHHOLD } from './withhold.js';

const LIARS: Readonly<Record<LieKind, Liar>> = {
  alter: ALTER,
  invent: INVENT,
  fork: FORK,
  withhold: WITHHOLD,
  replay: REPLAY,
  freeze: FREEZE,
  'over-issue': OVER_ISSUE,
  'refuse-grants': REFUSE_GRANTS,
};

/** What a space of this kind may gain, at most; an honest one gains nothing. */
export function gainOf(lie: LieKind | null): Gain {
  return lie === null ? NOTHING_GAINED : LIARS[lie].gain;
}

/** Whether a space of this kind may promise of a log what it never sends. */
export function promisesInVain(lie: LieKind | null): boolean {
  return lie !== null && LIARS[lie].promisesInVain === true;
}

/** Bends the nodes of all spaces that lie in this story. */
export function beginLiars(play: Play): void {
  for (const [number, { lie }] of play.story.spaces.entries()) {
    if (lie !== null) play.lies.set(number, LIARS[lie].begin(play, number));
  }
}
