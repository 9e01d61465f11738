/**
 * The clock of a node: the machine's, or the explicit test clock, whose offset outlives a restart.
 */

import { join } from 'node:path';
import type { Seconds } from '@covisa/protocol';
import { OffsetClock } from '../adapters/clock-offset.js';
import type { ResolvedConfig } from '../config/index.js';
import type { Clock } from '../ports.js';
import { TEST_CLOCK_FILE } from './data-folder.js';
import { readTextIfThere, writePrivateFile } from './files.js';

/** A clock, and how to move it where that is allowed. */
export interface NodeClock {
  readonly clock: Clock;
  /** Seconds by which it is ahead; null: not a test clock. */
  readonly offset: () => Seconds | null;
  readonly testClock: { advance(seconds: Seconds): void } | null;
}

/**
 * The offset that was said for this start, else the one that the last run left. A clock that fell
 * back would sign the past.
 */
function firstOffset({ values, sources }: ResolvedConfig): Seconds {
  if (sources.testClockOffsetSeconds.kind !== 'default') return values.testClockOffsetSeconds;
  const left = readTextIfThere(join(values.data, TEST_CLOCK_FILE))?.trim() ?? '';
  return /^-?\d{1,11}$/.test(left) ? Number(left) : values.testClockOffsetSeconds;
}

/** The clock that the settings ask for, over the machine's. */
export function openClock(resolved: ResolvedConfig, machine: Clock): NodeClock {
  const { values: config } = resolved;
  if (!config.testClock) return { clock: machine, offset: () => null, testClock: null };
  const clock = new OffsetClock(machine, firstOffset(resolved) * 1000);
  const offset = (): Seconds => Math.round(clock.offsetMilliseconds / 1000);
  return {
    clock,
    offset,
    testClock: {
      advance(seconds) {
        // On the disk first: timers that fire now already sign by the new time.
        writePrivateFile(join(config.data, TEST_CLOCK_FILE), `${offset() + seconds}\n`);
        clock.advance(seconds * 1000);
      },
    },
  };
}
