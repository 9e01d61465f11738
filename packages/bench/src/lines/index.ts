/** All lines of the benchmark, in the order in which they run and are shown. */

import type { BenchLine } from '../harness/line.js';
import { catchUp } from './catch-up.js';
import { checkIn } from './check-in.js';
import { delivery } from './delivery.js';
import { desk } from './desk.js';
import { growth } from './growth.js';
import { idleSync } from './idle-sync.js';
import { presentation } from './presentation.js';
import { qr } from './qr.js';
import { start } from './start.js';

export const LINES: readonly BenchLine[] = [
  ...[checkIn, growth, start, desk, catchUp, idleSync],
  ...[delivery, presentation, qr],
];
