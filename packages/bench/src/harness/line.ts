/**
 * What a line of the benchmark is: one claim about speed or size, measured against a floor or a
 * peer in the same run, on the same machine.
 */

/** How a line is run. */
export interface LineOptions {
  /** Small sizes, to see that the line runs: its figures prove nothing. */
  readonly quick: boolean;
  /** An empty folder for this line alone; it is removed afterwards. */
  readonly scratch: string;
  /** Tells who waits what is going on. */
  readonly say: (text: string) => void;
}

/** One figure of ours against one of somebody else's, or against a bound. */
export interface Ratio {
  /** What was measured, as "check-in, p50". */
  readonly name: string;
  /** Against what, as "two bare crypto.verify". */
  readonly against: string;
  readonly unit: string;
  /** Medians of the alternating rounds. */
  readonly ours: number;
  /** Null where the bound is a plain figure. */
  readonly theirs: number | null;
  /** What is compared with the bound: ours by theirs, theirs by ours, or ours. */
  readonly value: number;
  /** Null where nothing is demanded: a figure to read beside the others. */
  readonly wanted: { readonly atMost: number } | { readonly atLeast: number } | null;
  /** True where nothing is demanded. */
  readonly isMet: boolean;
}

/** What one line found. */
export interface LineResult {
  readonly ratios: readonly Ratio[];
  /** Other figures, by their names with units, as "throughput, check-ins a second". */
  readonly figures: Readonly<Record<string, number>>;
  /** What a reader must know to judge the figures. */
  readonly notes: readonly string[];
}

/** A line of the benchmark. */
export interface BenchLine {
  /** As in `--only check-in`. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** Minutes after which the line is given up. */
  readonly minutesMax: number;
  run(options: LineOptions): Promise<LineResult>;
}
