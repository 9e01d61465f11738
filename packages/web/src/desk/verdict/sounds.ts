/** The sound of each verdict, and whether reception wants to hear it. */

import { useState } from 'preact/hooks';
import { keepText, keptText } from '../../platform/local-texts.js';
import { type Note, playNotes } from '../../platform/sound.js';
import type { Summary } from './summary.js';

/** Two rising notes; two even ones; one low one that lasts. */
const SOUNDS: Readonly<Record<Summary['tone'], readonly Note[]>> = {
  good: [
    { hertz: 660, from: 0, to: 0.12 },
    { hertz: 990, from: 0.13, to: 0.32 },
  ],
  warn: [
    { hertz: 523, from: 0, to: 0.14 },
    { hertz: 523, from: 0.22, to: 0.36 },
  ],
  bad: [{ hertz: 165, from: 0, to: 0.55 }],
};

const KEY = 'covisa-desk-sound';

/** Plays the sound of a tone. */
export function playTone(tone: Summary['tone']): void {
  playNotes(SOUNDS[tone], tone === 'bad' ? 'sawtooth' : 'sine');
}

/** Whether verdicts are heard, kept on this device. */
export function useSound(): { readonly isOn: boolean; readonly toggle: () => void } {
  const [isOn, setIsOn] = useState(() => keptText(KEY) !== 'off');
  const toggle = (): void => {
    if (!isOn) playTone('good');
    setIsOn(!isOn);
    keepText(KEY, isOn ? 'off' : null);
  };
  return { isOn, toggle };
}
