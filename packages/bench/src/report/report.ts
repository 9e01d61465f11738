/** What a run found, as the one document of `--json` and of `docs/benchmarks/results.json`. */

import type { LineResult } from '../harness/line.js';

/** The machine that a line ran on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGibibytes: number;
  /** As `linux 6.1`. */
  readonly system: string;
  /** The version of Node.js, without a `v`. */
  readonly node: string;
}

/** One line, with when and where it ran. A line that broke off says how, and has no ratios. */
export interface LineReport extends LineResult {
  readonly name: string;
  readonly title: string;
  /** The UTC day. */
  readonly date: string;
  readonly machine: Machine;
  readonly seconds: number;
  readonly error: string | null;
}

/** A whole run. */
export interface Report {
  /** Small sizes: the figures prove nothing. */
  readonly isQuick: boolean;
  /** Whether every line ran and every bound was met. */
  readonly isMet: boolean;
  /** The peers with their versions. */
  readonly peers: readonly string[];
  readonly lines: readonly LineReport[];
}

/** Whether a line ran to its end, and each of its figures is a number. */
export function gaveFigures({ error, ratios, figures }: LineReport): boolean {
  const compared = ratios.flatMap(({ ours, theirs, value }) => [ours, theirs ?? ours, value]);
  const all = [...compared, ...Object.values(figures)];
  return error === null && ratios.length > 0 && all.every(Number.isFinite);
}

/** Whether a line ran, and met its bounds. */
export function isLineMet({ error, ratios }: LineReport): boolean {
  return error === null && ratios.every(({ isMet }) => isMet);
}

/** Sums up lines. */
export function toReport(
  lines: readonly LineReport[],
  { isQuick, peers }: Pick<Report, 'isQuick' | 'peers'>,
): Report {
  return { isQuick, isMet: lines.every(isLineMet), peers, lines };
}

/**
 * Lines of an earlier run with those of a newer one in their places, in the order of `names`. Lines
 * that broke off, or lack a figure, replace none that gave all, and lines that are no more go.
 */
export function mergeLines(
  earlier: readonly LineReport[],
  newer: readonly LineReport[],
  names: readonly string[],
): readonly LineReport[] {
  const lines = new Map(earlier.map((line) => [line.name, line]));
  for (const line of newer) {
    if (gaveFigures(line) || !lines.has(line.name)) lines.set(line.name, line);
  }
  return names.flatMap((name) => lines.get(name) ?? []);
}
