/** `npm run bench`: runs the lines of the benchmark, one after the other, and says what they found. */

import type { BenchLine } from './harness/line.js';

const LINES: readonly BenchLine[] = [];

for (const line of LINES) console.log(line.name);
