/** How a figure is spread over nodes. */

/** Of all nodes: the middle one, the one in a hundred, the worst. */
export interface Spread {
  readonly median: number;
  readonly p99: number;
  readonly max: number;
}

/** The spread of figures, by nearest rank; of none all are 0. */
export function spreadOf(figures: Float64Array): Spread {
  const sorted = figures.slice().sort();
  const rank = (share: number): number =>
    Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { median: rank(0.5), p99: rank(0.99), max: rank(1) };
}
