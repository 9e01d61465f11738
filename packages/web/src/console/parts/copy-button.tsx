/** Copies a text, and says that it did. */

import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useCopy } from '../../ui/use-copy.js';
import { useConsole } from './context.js';

interface Props {
  readonly text: string;
  readonly label?: string;
}

/** A button that copies. Where the browser refuses, it says to copy by hand. */
export function CopyButton({ text, label }: Props) {
  const { say } = useCommon();
  const console = useConsole();
  const { outcome, copy } = useCopy(text);
  return (
    <span class="row">
      <Button kind="quiet" onClick={() => void copy()}>
        {label ?? say('copy')}
      </Button>
      <span class="small soft" role="status">
        {outcome === 'copied' && say('copied')}
        {outcome === 'refused' && console('copyRefused')}
      </span>
    </span>
  );
}
