/** A figure with the bound that it is held to. */

import type { Ratio } from './line.js';

/** What a line gives; the rest follows. */
export interface Comparison extends Pick<Ratio, 'name' | 'against' | 'unit' | 'ours' | 'wanted'> {
  /** Left out where the bound is a plain figure. */
  readonly theirs?: number;
  /**
   * What is held to the bound. Speeds and costs differ: of a cost, `theirs/ours` is how many times
   * less ours is; of a throughput, `ours/theirs` is how many times more.
   */
  readonly value: 'ours/theirs' | 'theirs/ours' | 'ours';
}

function comparedValue({ value, ours, theirs }: Comparison): number {
  if (value === 'ours') return ours;
  if (theirs === undefined) throw new RangeError(`${value}: expected a figure of theirs, got none`);
  return value === 'ours/theirs' ? ours / theirs : theirs / ours;
}

function holds(value: number, wanted: Ratio['wanted']): boolean {
  if (wanted === null) return true;
  return 'atMost' in wanted ? value <= wanted.atMost : value >= wanted.atLeast;
}

/**
 * Holds a figure to its bound. What is no number meets no bound.
 * @throws RangeError if a ratio is asked for without a figure of theirs
 */
export function toRatio(comparison: Comparison): Ratio {
  const { name, against, unit, ours, theirs = null, wanted } = comparison;
  const value = comparedValue(comparison);
  return { name, against, unit, ours, theirs, value, wanted, isMet: holds(value, wanted) };
}
