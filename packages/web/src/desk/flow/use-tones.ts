/** A sound for each verdict, and a measure of how long it took. */

import { useEffect } from 'preact/hooks';
import { playTone } from '../verdict/sounds.js';
import type { Flow } from './flow.js';
import { toneOf } from './tone.js';

/** Names in the browser's own performance timeline: from a code that was read to its verdict. */
const READ_MARK = 'covisa-code-read';
const VERDICT_MEASURE = 'covisa-verdict';

/** A code was read just now. */
export function markRead(): void {
  performance.clearMarks(READ_MARK);
  performance.mark(READ_MARK);
}

/** Plays the sound of what is shown when it is shown, and again when the home changes it. */
export function useTones({ number, step }: Flow, isOn: boolean): void {
  const tone = toneOf(step);
  useEffect(() => {
    if (tone !== null && isOn) playTone(tone);
  }, [number, tone]);
  const isJudged = step.at === 'judged';
  useEffect(() => {
    if (!isJudged || performance.getEntriesByName(READ_MARK).length === 0) return;
    performance.measure(VERDICT_MEASURE, READ_MARK);
    performance.clearMarks(READ_MARK);
  }, [number, isJudged]);
}
