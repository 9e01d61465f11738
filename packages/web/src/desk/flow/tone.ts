/** What a step of the desk is for reception: how it looks, and how it sounds. Pure. */

import type { Tone } from '../../ui/notice.js';
import { summaryOf } from '../verdict/summary.js';
import type { Step } from './flow.js';

/** Null: neither good news nor bad, and no sound. */
export function toneOf(step: Step): Exclude<Tone, 'info'> | null {
  switch (step.at) {
    case 'judged':
      return summaryOf(step.check.verdict).tone;
    case 'problem':
    case 'not-kept':
      return 'bad';
    case 'kept':
      return 'warn';
    default:
      return null;
  }
}
