/** A photo or screenshot of a code, in place of the camera. */

import { useState } from 'preact/hooks';
import { Notice } from '../ui/notice.js';
import { useWords } from '../ui/use-words.js';
import { decodeFile } from './decode.js';
import './scanner.css';
import { loadScanWords } from './words/load.js';

interface Props {
  /** What the button says. */
  readonly label: string;
  readonly onText: (text: string) => void;
}

/** The button that takes a picture, and what became of the last one. */
export function PhotoInput({ label, onText }: Props) {
  const say = useWords(loadScanWords);
  const [state, setState] = useState<'waiting' | 'reading' | 'nothing'>('waiting');
  const read = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    setState('reading');
    const text = await decodeFile(file).catch(() => null);
    // The same picture may be chosen once more.
    input.value = '';
    setState(text === null ? 'nothing' : 'waiting');
    if (text !== null) onText(text);
  };
  return (
    <div class="stack tight">
      <label class="button quiet photo">
        <span>{label}</span>
        <input
          class="hidden-visually"
          type="file"
          accept="image/*"
          onChange={(event) => void read(event.currentTarget)}
        />
      </label>
      {state === 'reading' && <p role="status">{say?.('photoReading')}</p>}
      {state === 'nothing' && <Notice tone="warn">{say?.('photoEmpty')}</Notice>}
    </div>
  );
}
