/** Lines as a run finds them. */

import { toRatio } from '../../dist/harness/ratio.js';
import type { LineReport } from '../../dist/report/report.js';

export const RATIOS = [
  toRatio({
    name: 'one verification',
    against: 'the floor',
    unit: 'µs',
    ours: 250,
    theirs: 200.4,
    value: 'ours/theirs',
    wanted: { atMost: 1.25 },
  }),
  toRatio({
    name: 'one verification',
    against: 'a <peer>',
    unit: 'µs',
    ours: 250,
    theirs: 400,
    value: 'theirs/ours',
    wanted: { atLeast: 2 },
  }),
  toRatio({
    name: 'memory',
    against: 'a bound',
    unit: 'MiB',
    ours: 0.012_34,
    value: 'ours',
    wanted: { atMost: 1 },
  }),
];

/** A line that ran, or broke off. */
export function sampleLine(name: string, changes: Partial<LineReport> = {}): LineReport {
  return {
    name,
    title: `What ${name} measures`,
    date: '2026-11-26',
    machine: {
      processor: 'A 1',
      cores: 2,
      memoryGibibytes: 8,
      system: 'linux 6.1',
      node: '20.20.0',
    },
    seconds: 12.3,
    error: null,
    ratios: RATIOS.slice(0, 1),
    figures: { 'verifications a second': 123_456.7 },
    notes: ['Keys are kept.'],
    ...changes,
  };
}
