/** The machine that we run on. */

import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import type { Machine } from './report/report.js';

/** What a reader needs to know of it. */
export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'an unknown processor',
    cores: availableParallelism(),
    memoryGibibytes: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release().split('.').slice(0, 2).join('.')}`,
    node: process.versions.node,
  };
}
