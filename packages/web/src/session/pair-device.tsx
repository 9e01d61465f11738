/** Pairs this browser by the code that the owner made: from a link, or typed. */

import { useState } from 'preact/hooks';
import type { Say } from '../i18n/words.js';
import { Button } from '../ui/button.js';
import { useCommon } from '../ui/common.js';
import { TextField } from '../ui/field.js';
import { useAction } from '../ui/load.js';
import { InsecureNotice, Problem } from '../ui/problem.js';
import { type SessionView, session } from './session.js';
import type { SessionTable } from './words/load.js';

interface Props {
  readonly say: Say<SessionTable>;
  /** Of the link that was opened; null: it is typed. */
  readonly code: string | null;
  /** Null: the person went back. */
  readonly onDone: (view: SessionView | null) => void;
}

/** Asks before it pairs, even with a link: whose browser this is, only the person knows. */
export function PairDevice({ say, code: given, onDone }: Props) {
  const common = useCommon();
  const [code, setCode] = useState(given ?? '');
  const { busy, error, run } = useAction();
  return (
    <form
      class="card sign-in stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '') run(async () => onDone(await session.pair(code.trim())));
      }}
    >
      <h1>{say('pairTitle')}</h1>
      <InsecureNotice />
      <p>{say('pairHint')}</p>
      <TextField
        label={say('pairCode')}
        hint={say('pairCodeHint')}
        autoComplete="off"
        maxLength={40}
        value={code}
        onValue={setCode}
      />
      <Problem
        error={error}
        known={{
          CREDENTIALS_WRONG: say('pairCodeWrong'),
          CONNECTION_INSECURE: say('connectionInsecure'),
        }}
      />
      <Button type="submit" large full busy={busy}>
        {say('pairThis')}
      </Button>
      <Button kind="link" icon="back" onClick={() => onDone(null)}>
        {common.say('back')}
      </Button>
    </form>
  );
}
