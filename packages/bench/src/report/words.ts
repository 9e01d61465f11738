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

/** What is held to the bound: a plain figure has the unit of ours. */
export function valueText({ value, theirs, unit }: Ratio): string {
  return theirs === null ? withUnit(value, unit) : `${figureText(value)} ×`;
}

/** The bound, as `at most 1.25 ×`; nothing where nothing is demanded. */
export function boundText({ wanted, theirs, unit }: Ratio): string {
  if (wanted === null) return '';
  const [word, bound] =
    'atMost' in wanted ? ['at most', wanted.atMost] : ['at least', wanted.atLeast];
  return theirs === null ? `${word} ${withUnit(bound, unit)}` : `${word} ${figureText(bound)} ×`;
}

/** Whether the bound is met, in these two words; nothing where nothing is demanded. */
export function metText({ wanted, isMet }: Ratio, met: string, missed: string): string {
  if (wanted === null) return '';
  return isMet ? met : missed;
}
