/**
 * What is typed and not sent: it stays while the page is open, also where the owner looks at
 * something else meanwhile, or has to sign in again. Nothing of it is stored on the device.
 */

import { useState } from 'preact/hooks';
import type { MessageDraft } from './message-draft.js';

const kept = new Map<string, MessageDraft>();

/** A draft by its name; `start` is what it is before anything is typed. */
export function useDraft(
  name: string,
  start: MessageDraft,
): {
  readonly draft: MessageDraft;
  readonly change: (part: Partial<MessageDraft>) => void;
  /** It was sent. */
  readonly drop: () => void;
} {
  const [, setRound] = useState(0);
  const draft = kept.get(name) ?? start;
  const drawAgain = (): void => setRound((before) => before + 1);
  return {
    draft,
    change(part) {
      kept.set(name, { ...(kept.get(name) ?? start), ...part });
      drawAgain();
    },
    drop() {
      kept.delete(name);
      drawAgain();
    },
  };
}
