/** Figures and bounds as people read them. */

import type { Ratio } from '../harness/line.js';

/** Three digits that mean something; thousands parted by commas. */
export function figureText(figure: number): string {
  const digits =
    Math.abs(figure) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 };
  return figure.toLocaleString('en-GB', digits);
}

/** A figure with its unit. */
export function withUnit(figure: number, unit: string): string {
  return `${figureText(figure)} ${unit}`;
}

/** What the bound is held to: a plain figure has the unit of ours. */
export function valueText({ value, theirs, unit }: Ratio): string {
  return theirs === null ? withUnit(value, unit) : `${figureText(value)} ×`;
}

/** The bound, as `at most 1.25 ×`. */
export function boundText({ wanted, theirs, unit }: Ratio): string {
  const [word, bound] =
    'atMost' in wanted ? ['at most', wanted.atMost] : ['at least', wanted.atLeast];
  return theirs === null ? `${word} ${withUnit(bound, unit)}` : `${word} ${figureText(bound)} ×`;
}
