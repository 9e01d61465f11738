/** What a test came to, and what all of them came to. */

/**
 * `skipped`: it could not be run, and `message` says why. `unsupported`: the adapter does not know
 * the operation.
 */
export type Outcome = 'passed' | 'failed' | 'skipped' | 'unsupported';

/** The result of one test or vector. */
export interface TestResult {
  readonly chapter: string;
  /** A sentence. */
  readonly title: string;
  /** The rules of spec/rules.md that it checks. */
  readonly rules: readonly string[];
  readonly outcome: Outcome;
  /** Why it failed or was skipped; null if it passed. */
  readonly message: string | null;
  readonly milliseconds: number;
}

/** The results of one run. */
export interface Report {
  /** What was tested: an address or a command. */
  readonly subject: string;
  readonly results: readonly TestResult[];
}

/** How many results there are of each outcome. */
export type Counts = { readonly [outcome in Outcome]: number };

/** Counts the results. */
export function countsOf({ results }: Report): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0, unsupported: 0 };
  for (const { outcome } of results) counts[outcome] += 1;
  return counts;
}

/** Whether nothing failed. */
export function isPassed(report: Report): boolean {
  return countsOf(report).failed === 0;
}

/** The chapters in the order in which they first occur. */
export function chaptersOf({ results }: Report): readonly string[] {
  return [...new Set(results.map(({ chapter }) => chapter))];
}
