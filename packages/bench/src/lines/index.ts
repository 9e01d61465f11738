/** All lines of the benchmark, in the order in which they run and are shown. */

import type { BenchLine } from '../harness/line.js';
import { desk } from './desk.js';

export const LINES: readonly BenchLine[] = [desk];
