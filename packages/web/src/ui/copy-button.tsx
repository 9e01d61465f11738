/** Copies a text, and says that it did. */

import { Button } from './button.js';
import { useCommon } from './common.js';
import { useCopy } from './use-copy.js';

interface Props {
  readonly text: string;
  /** What the button says; missing: `Copy`. */
  readonly label?: string;
}

/** A button that copies. Where the browser refuses, it says to copy by hand. */
export function CopyButton({ text, label }: Props) {
  const { say } = useCommon();
  const { outcome, copy } = useCopy(text);
  return (
    <span class="row">
      <Button kind="quiet" onClick={() => void copy()}>
        {label ?? say('copy')}
      </Button>
      <span class="small soft" role="status">
        {outcome === 'copied' && say('copied')}
        {outcome === 'refused' && say('copyRefused')}
      </span>
    </span>
  );
}
