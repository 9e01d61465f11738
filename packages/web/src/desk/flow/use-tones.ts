/** A sound for each verdict, and a measure of how long it took. */

import { useEffect } from 'preact/hooks';
import type { Tone } from '../../ui/notice.js';
import { playTone } from '../verdict/sounds.js';
import { summaryOf } from '../verdict/summary.js';
import type { Flow, Step } from './flow.js';

/** Names in the browser's own performance timeline: from a code that was read to its verdict. */
const READ_MARK = 'covisa-code-read';
const VERDICT_MEASURE = 'covisa-verdict';

/** A code was read just now. */
export function markRead(): void {
  performance.clearMarks(READ_MARK);
  performance.mark(READ_MARK);
}

function soundOf(step: Step): Exclude<Tone, 'info'> | null {
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

/** Plays the sound of what is shown when it is shown, and again when the home changes it. */
export function useTones({ number, step }: Flow, isOn: boolean): void {
  const sound = soundOf(step);
  useEffect(() => {
    if (sound !== null && isOn) playTone(sound);
  }, [number, sound]);
  const isJudged = step.at === 'judged';
  useEffect(() => {
    if (!isJudged || performance.getEntriesByName(READ_MARK).length === 0) return;
    performance.measure(VERDICT_MEASURE, READ_MARK);
    performance.clearMarks(READ_MARK);
  }, [number, isJudged]);
}
