/** Ways for a code to come in without a camera: spoken, pasted, as a photo. */

import { type SpaceId, spaceId, TOKEN_CHARACTERS_MAX } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { PhotoInput } from '../../scan/photo-input.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextArea, TextField } from '../../ui/field.js';
import { useDesk } from '../context.js';
import { spokenCode } from './spoken.js';

interface Props {
  readonly onText: (text: string) => void;
  /** Null: no home would answer, as while practising. */
  readonly onSpoken: ((home: SpaceId, code: string) => void) | null;
}

/** The other ways, each folded away until it is wanted. */
export function OtherWays({ onText, onSpoken }: Props) {
  const { say } = useDesk();
  return (
    <section class="stack tight ways" aria-labelledby="ways">
      <h2 id="ways">{say('otherWays')}</h2>
      <p class="soft small">{say('usbHint')}</p>
      {onSpoken !== null && (
        <details name="way">
          <summary>{say('spoken')}</summary>
          <SpokenForm onSpoken={onSpoken} />
        </details>
      )}
      <details name="way">
        <summary>{say('paste')}</summary>
        <PasteForm onText={onText} />
      </details>
      <details name="way">
        <summary>{say('photo')}</summary>
        <PhotoInput label={say('photoChoose')} onText={onText} />
      </details>
    </section>
  );
}

interface SpokenProps {
  readonly onSpoken: NonNullable<Props['onSpoken']>;
}

function SpokenForm({ onSpoken }: SpokenProps) {
  const { say, day } = useDesk();
  const homes = (day?.homes ?? []).filter(({ reachable }) => reachable);
  const [home, setHome] = useState('');
  const [text, setText] = useState('');
  const [problems, setProblems] = useState({ home: false, code: false });
  if (homes.length === 0) return <p class="soft">{say('noHomes')}</p>;
  const check = (event: Event): void => {
    event.preventDefault();
    const code = spokenCode(text);
    setProblems({ home: home === '', code: code === null });
    if (home === '' || code === null) return;
    onSpoken(spaceId.parse(home), code);
    setText('');
  };
  const choices = homes.map(({ space, name }) => ({ value: space, label: name ?? space }));
  return (
    <form class="stack" onSubmit={check}>
      <p class="soft small">{say('spokenHint')}</p>
      <SelectField
        label={say('home')}
        value={home}
        choices={[{ value: '', label: '–' }, ...choices]}
        onValue={setHome}
        problem={problems.home ? say('homeMissing') : null}
      />
      <TextField
        label={say('code')}
        hint={say('codeHint')}
        value={text}
        onValue={setText}
        autoComplete="off"
        maxLength={20}
        problem={problems.code ? say('codeWrong') : null}
      />
      <Button type="submit">{say('check')}</Button>
    </form>
  );
}

function PasteForm({ onText }: Pick<Props, 'onText'>) {
  const { say } = useDesk();
  const [text, setText] = useState('');
  const check = (event: Event): void => {
    event.preventDefault();
    onText(text);
    setText('');
  };
  // A huge paste is cut off here already: the page stays quick, and it is told to be too long.
  const bounded = (value: string): void => setText(value.slice(0, 2 * TOKEN_CHARACTERS_MAX));
  return (
    <form class="stack" onSubmit={check}>
      <TextArea
        label={say('pasteLabel')}
        hint={say('pasteHint')}
        value={text}
        onValue={bounded}
        rows={4}
      />
      <Button type="submit">{say('check')}</Button>
    </form>
  );
}
