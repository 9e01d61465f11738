/** The desk page. */

import { useState } from 'preact/hooks';
import { decodeFile } from '../scan/decode.js';
import { Scanner } from '../scan/scanner.js';
import { Frame } from '../ui/frame.js';
import { start } from '../ui/start.js';

/** What was read last. */
function Reading() {
  const [text, setText] = useState('');
  const readFile = async (file: File | undefined): Promise<void> => {
    if (file) setText((await decodeFile(file)) ?? '');
  };
  return (
    <div class="stack">
      <Scanner active onText={setText} />
      <input
        type="file"
        accept="image/*"
        onChange={(event) => void readFile(event.currentTarget.files?.[0])}
      />
      <code>{text}</code>
    </div>
  );
}

start({
  load: () => Promise.resolve({ title: 'Desk' }),
  view: ({ say }) => (
    <Frame title={say('title')}>
      <h1>{say('title')}</h1>
      <Reading />
    </Frame>
  ),
});
