/** A text to be carried elsewhere: shown whole, and copied by a button. */

import { Button } from './button.js';
import { useCommon } from './common.js';
import { useCopy } from './use-copy.js';

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
  const { outcome, copy } = useCopy(text);
  const isCopied = outcome === 'copied';
  return (
    <div class="stack tight">
      <textarea class="code" aria-label={label} readOnly rows={rows} value={text} />
      {isSecureContext && (
        <p>
          <Button kind="quiet" icon="share" onClick={() => void copy()}>
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
