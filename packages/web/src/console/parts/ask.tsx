/** Asks before something is done; before what cannot be undone, the name has to be typed. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { useAction } from '../../ui/load.js';
import { Problem } from '../../ui/problem.js';
import { useConsole } from './context.js';
import { isSameName } from './same-name.js';

interface Props {
  readonly title: string;
  /** What the button says. */
  readonly verb: string;
  readonly children: ComponentChildren;
  /** Has to be typed, since it cannot be undone; missing: it can be. */
  readonly name?: string;
  readonly danger?: boolean;
  /** Whether what was typed can be sent; what is wrong is shown where it was typed. */
  readonly check?: () => boolean;
  readonly act: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** The question. It closes when the work is done, and stays with the reason when it failed. */
export function Ask(props: Props) {
  const { title, verb, children, name, danger = false, check, act, onClose } = props;
  const common = useCommon();
  const say = useConsole();
  const [typed, setTyped] = useState('');
  const { busy, error, run } = useAction();
  const mayAct = name === undefined || isSameName(typed, name);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!mayAct || check?.() === false) return;
          run(async () => {
            await act();
            onClose();
          });
        }}
      >
        <div class="stack tight">{children}</div>
        {name !== undefined && (
          <TextField
            label={say('typeName', { name })}
            hint={say('cannotUndo')}
            autoComplete="off"
            value={typed}
            onValue={setTyped}
          />
        )}
        <Problem error={error} />
        <div class="row">
          <Button type="submit" kind={danger ? 'danger' : 'primary'} busy={busy} disabled={!mayAct}>
            {verb}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {common.say('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
