/** A text to be carried elsewhere: shown whole, and copied by a button. */

import { CopyButton } from './copy-button.js';

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
  return (
    <div class="stack tight">
      <textarea class="code" aria-label={label} readOnly rows={rows} value={text} />
      {isSecureContext && (
        <CopyButton text={text} {...(action !== undefined && { label: action })} />
      )}
    </div>
  );
}
