/** Runs the command within this process, and keeps what it wrote. */

import { run } from '../../dist/cli/run.js';

/** How a run ended. */
export interface Ended {
  readonly status: number;
  readonly out: string;
  readonly note: string;
}

/** Runs the command with these arguments. */
export async function command(...args: readonly string[]): Promise<Ended> {
  let out = '';
  let note = '';
  const status = await run(args, {
    out: (text) => {
      out += text;
    },
    note: (text) => {
      note += text;
    },
  });
  return { status, out, note };
}

/** A result as the JSON report has it. */
export interface Result {
  readonly chapter: string;
  readonly title: string;
  readonly rules: readonly string[];
  readonly outcome: string;
  readonly message: string | null;
}

/** The results of a JSON report. */
export function resultsIn({ out }: Ended): readonly Result[] {
  return (JSON.parse(out) as { readonly results: readonly Result[] }).results;
}
