/** A text to be carried elsewhere: shown whole, and copied by a button. */

import { useState } from 'preact/hooks';
import { after } from '../platform/clock.js';
import { Button } from './button.js';
import { useCommon } from './common.js';

const COPIED_MILLISECONDS = 2500;

interface Props {
  readonly text: string;
  /** What it is. */
  readonly label: string;
  readonly rows?: number;
  /** What the button says; missing: `Copy`. */
  readonly action?: string;
}

/** The text and its button. Without a secure address there is no clipboard, and no button. */
export function CopyText({ text, label, rows = 3, action }: Props) {
  const { say } = useCommon();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    after(COPIED_MILLISECONDS, () => setCopied(false));
  };
  return (
    <div class="stack tight">
      <textarea class="code" aria-label={label} readOnly rows={rows} value={text} />
      {isSecureContext && (
        <p>
          <Button kind="quiet" icon="share" onClick={() => void copy().catch(() => undefined)}>
            {isCopied ? say('copied') : (action ?? say('copy'))}
          </Button>
        </p>
      )}
      <span class="hidden-visually" role="status">
        {isCopied && say('copied')}
      </span>
    </div>
  );
}
