/** A form that saves, says that it did, and keeps what was typed when it could not. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useAction } from '../../ui/load.js';
import { Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { useConsole } from '../parts/context.js';

interface Props {
  readonly children: ComponentChildren;
  /** Null: something is wrong, and nothing is sent. */
  readonly save: () => Promise<unknown> | null;
  readonly verb?: string;
  readonly disabled?: boolean;
  /** Own sentences by the code of a refusal. */
  readonly known?: Readonly<Record<string, string>>;
}

/** The form. */
export function SaveForm({ children, save, verb, disabled = false, known = {} }: Props) {
  const { say } = useCommon();
  const console = useConsole();
  const { busy, error, run } = useAction();
  const [isSaved, setSaved] = useState(false);
  return (
    <form
      class="stack"
      onInput={() => setSaved(false)}
      onSubmit={(event) => {
        event.preventDefault();
        const saving = save();
        if (saving === null) return;
        run(async () => {
          await saving;
          setSaved(true);
        });
      }}
    >
      {children}
      <Problem error={error} known={known} />
      {isSaved && <Notice tone="good">{console('saved')}</Notice>}
      <div class="row">
        <Button type="submit" busy={busy} disabled={disabled}>
          {verb ?? say('save')}
        </Button>
      </div>
    </form>
  );
}
