/** A deliberate breakage of the engine, which some invariant has to notice. */

import type { DrawOptions } from '../story/draw-options.js';

/** One place of the built engine that is changed. */
export interface Edit {
  /** The built file, as a path below `packages`. */
  readonly file: string;
  /** Stands in that file once. */
  readonly from: string;
  readonly to: string;
}

export interface Breakage extends Edit {
  readonly name: string;
  /** What the broken engine does, for people. */
  readonly sentence: string;
  /** The invariant that is meant to notice it: that others do is not enough. */
  readonly by: string;
  /** Where the engine has a second line of defence: further places, in other files or the same. */
  readonly also?: readonly Edit[];
  /** Where it shows in stories of another size only. */
  readonly options?: DrawOptions;
}

/** All places that it changes. */
export function editsOf({ file, from, to, also = [] }: Breakage): readonly Edit[] {
  return [{ file, from, to }, ...also];
}
