/**
 * Measuring side by side: A B A B …, so that whatever else the machine does meanwhile meets all
 * sides alike. Each figure is the median of the rounds.
 */

import { median } from './statistics.js';

/** What one round of one side found, by names such as `p50`. */
export type Figures<Name extends string> = Readonly<Record<Name, number>>;

/** Runs one side once. Rounds count from 0; warm-ups come before, with numbers below 0. */
export type Round<Name extends string> = (round: number) => Figures<Name> | Promise<Figures<Name>>;

/** How often all sides run. */
export interface Rounds {
  readonly rounds: number;
  /** Rounds before those, whose figures are thrown away: compilers and caches settle. */
  readonly warmUps: number;
}

function mediansOf<Name extends string>(rounds: readonly Figures<Name>[]): Figures<Name> {
  const names = Object.keys(rounds[0] ?? {}) as Name[];
  const medians = names.map((name) => [name, median(rounds.map((figures) => figures[name]))]);
  return Object.fromEntries(medians) as Figures<Name>;
}

/**
 * Runs all sides in turn, in the order in which they stand, and gives each side's medians. The
 * garbage of one side is collected before the next one starts.
 * @throws RangeError without a round
 */
export async function sideBySide<Side extends string, Name extends string>(
  sides: Readonly<Record<Side, Round<Name>>>,
  { rounds, warmUps }: Rounds,
): Promise<Readonly<Record<Side, Figures<Name>>>> {
  if (!(rounds >= 1)) throw new RangeError(`rounds: expected at least 1, got ${rounds}`);
  const names = Object.keys(sides) as Side[];
  const found = new Map<Side, Figures<Name>[]>(names.map((name) => [name, []]));
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const name of names) {
      globalThis.gc?.();
      const figures = await sides[name](round);
      if (round >= 0) found.get(name)?.push(figures);
    }
  }
  const medians = [...found].map(([name, figures]) => [name, mediansOf(figures)]);
  return Object.fromEntries(medians) as Record<Side, Figures<Name>>;
}
