/** Who travels, in the model: a few spaces are visited much, most are visited seldom. */

import type { Chance } from '../world/chance.js';

/** Of the logarithm of a space's visits a day: the busiest hundredth has ten times the mean. */
const SPREAD = 1.5;
/** Free days that the most travelled member of all has in a visa year. */
const DAYS_MAX = 60;

function gaussian(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance.real())) * Math.cos(2 * Math.PI * chance.real());
}

/** Visits a day at each of so many spaces, lognormal around a mean. */
export function visitsADay(chance: Chance, spaces: number, mean: number): Float64Array {
  const middle = mean / Math.exp(SPREAD ** 2 / 2);
  return Float64Array.from({ length: spaces }, () => middle * Math.exp(SPREAD * gaussian(chance)));
}

/** Earlier visits of the visa year, of the member who stands at a desk. */
export function earlierVisits(chance: Chance): number {
  return chance.logUniform(1, DAYS_MAX) - 1;
}
