/** Copies a text, and says that it did. */

import { useState } from 'preact/hooks';
import { after } from '../../platform/clock.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useConsole } from './context.js';

const SHOWN_MILLISECONDS = 4000;

interface Props {
  readonly text: string;
  readonly label?: string;
}

/** A button that copies. Where the browser refuses, it says to copy by hand. */
export function CopyButton({ text, label }: Props) {
  const { say } = useCommon();
  const console = useConsole();
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
    after(SHOWN_MILLISECONDS, () => setOutcome('none'));
  };
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
