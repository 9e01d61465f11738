/** A deliberate breakage of the engine, which some invariant has to notice. */

export interface Breakage {
  readonly name: string;
  /** What the broken engine does, for people. */
  readonly sentence: string;
  /** The built file, as a path below `packages`. */
  readonly file: string;
  /** Stands in that file once. */
  readonly from: string;
  readonly to: string;
}
