/** What may be asked of a story that a seed draws, and how that is given to the command. */

import type { LieKind } from './story.js';

/** What may be asked of a drawn story beside its seed. */
export interface DrawOptions {
  /** Spaces at most; 1,000 by default. */
  readonly spacesMax?: number;
  /** Visits at most; by default so many that all seeds cost about the same. */
  readonly visits?: number;
  /** Days of the part with faults; by default a few, by the seed. */
  readonly days?: number;
  /** Members; by default fewer than spaces. */
  readonly members?: number;
  /** A long story, which rests each so many days; given with visits, days and members. */
  readonly chapterDays?: number;
  /** A story of spaces that live to see entries forgotten; all else but the seed is no matter. */
  readonly old?: boolean;
  /** In every story somebody lies, and in this way; by default in some, in any way. */
  readonly lie?: LieKind;
}

/** What a story is drawn with, as it is given to the command. */
export function optionsOf(options: DrawOptions): readonly string[] {
  const { spacesMax, visits, days, members, lie, chapterDays, old } = options;
  const long = [...(chapterDays === undefined ? [] : ['--long']), ...(old ? ['--old'] : [])];
  const others = Object.entries({ spaces: spacesMax, visits, days, members, lie });
  return [
    ...long,
    ...others.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, `${value}`])),
  ];
}
