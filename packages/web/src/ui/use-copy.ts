/** Copying to the clipboard, and what became of it for as long as that is shown. */

import { useState } from 'preact/hooks';
import { after } from '../platform/clock.js';

const SHOWN_MILLISECONDS = 4000;

interface Copying {
  readonly outcome: 'none' | 'copied' | 'refused';
  readonly copy: () => Promise<void>;
}

/** Copies a text when it is asked to. A browser may refuse, as it does without a secure address. */
export function useCopy(text: string): Copying {
  const [outcome, setOutcome] = useState<Copying['outcome']>('none');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
    after(SHOWN_MILLISECONDS, () => setOutcome('none'));
  };
  return { outcome, copy };
}
