/** A link from outside: by the camera, from a photo, or typed and pasted. */

import { useState } from 'preact/hooks';
import { PhotoInput } from '../../scan/photo-input.js';
import { Scanner } from '../../scan/scanner.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { useWallet } from '../app/context.js';

interface Props {
  readonly onText: (text: string) => void;
  /** What is wrong with what came last; null: nothing. */
  readonly problem: string | null;
  readonly pasteLabel: string;
}

/** More than this is no link, however it came; the field takes no more. */
const CHARACTERS_MAX = 2000;

/** All ways in. What was typed stays. */
export function LinkInput({ onText, problem, pasteLabel }: Props) {
  const { say } = useWallet();
  const [typed, setTyped] = useState('');
  return (
    <>
      <Scanner onText={onText} />
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <PhotoInput label={say('fromPhoto')} onText={onText} />
      <form
        class="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          onText(typed);
        }}
      >
        <TextField
          label={pasteLabel}
          value={typed}
          onValue={setTyped}
          maxLength={CHARACTERS_MAX}
          autoComplete="off"
          inputMode="url"
        />
        <div>
          <Button type="submit" kind="quiet" disabled={typed.trim() === ''}>
            {say('useLink')}
          </Button>
        </div>
      </form>
    </>
  );
}
