/** A link from outside: by the camera, from a photo, or typed and pasted. */

import { useState } from 'preact/hooks';
import { decodeFile } from '../../scan/decode.js';
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
      <PhotoButton onText={onText} />
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

/** A photo or screenshot of a code. */
function PhotoButton({ onText }: Pick<Props, 'onText'>) {
  const { say } = useWallet();
  const [isEmpty, setEmpty] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const text = await decodeFile(file).catch(() => null);
    setEmpty(text === null);
    if (text !== null) onText(text);
  };
  return (
    <>
      <label class="button quiet photo">
        <span>{say('fromPhoto')}</span>
        <input
          class="hidden-visually"
          type="file"
          accept="image/*"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </label>
      {isEmpty && <Notice tone="warn">{say('photoEmpty')}</Notice>}
    </>
  );
}
