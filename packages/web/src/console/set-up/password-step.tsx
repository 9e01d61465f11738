/** The owner's password, and with it the request that makes the space. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { Say } from '../../i18n/words.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { useAction } from '../../ui/load.js';
import { Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import type { SetUpDraft, Step } from './draft.js';
import { isStepRight, setUpRequest, wrongIn } from './request.js';
import type { SetUpTable } from './words/load.js';

const PASSWORD_CHARACTERS_MIN = 10;

interface Props {
  readonly say: Say<SetUpTable>;
  readonly token: string;
  readonly draft: SetUpDraft;
  readonly onMade: () => void;
  /** Goes to a step in which something is still wrong. */
  readonly onFix: (step: Step) => void;
}

/** The first step in which something is wrong or missing. */
function openStep(draft: SetUpDraft): Step | null {
  const wrong = wrongIn(draft);
  const step = (['place', 'room', 'rate'] as const).find((one) => !isStepRight(one, wrong));
  if (step !== undefined) return step;
  return draft.made || draft.recoveryDigest !== null ? null : 'recovery';
}

/** The step. */
export function PasswordStep({ say, token, draft, onMade, onFix }: Props) {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { busy, error, run } = useAction();
  const open = openStep(draft);
  const isShort = [...password].length < PASSWORD_CHARACTERS_MIN;
  const isOther = again !== password;
  const submit = (): void => {
    setChecked(true);
    const request = setUpRequest(draft, token, password);
    if (isShort || isOther || request === null || open !== null) return;
    run(async () => {
      await api.post('/api/set-up', request);
      onMade();
    });
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{say('passwordWhy')}</p>
      <input type="text" name="username" autocomplete="username" value="covisa" hidden readOnly />
      <TextField
        label={say('password')}
        hint={say('passwordHint', { count: PASSWORD_CHARACTERS_MIN })}
        type="password"
        autoComplete="new-password"
        maxLength={200}
        value={password}
        problem={isChecked && isShort ? say('passwordShort') : null}
        onValue={setPassword}
      />
      <TextField
        label={say('passwordAgain')}
        type="password"
        autoComplete="new-password"
        maxLength={200}
        value={again}
        problem={isChecked && !isShort && isOther ? say('passwordOther') : null}
        onValue={setAgain}
      />
      {open !== null && (
        <Notice tone="warn" title={say('openTitle')}>
          <Button kind="link" onClick={() => onFix(open)}>
            {say(`${open}Title`)}
          </Button>
        </Notice>
      )}
      <Problem
        error={error}
        known={{ FORBIDDEN: say('tokenWrong'), PASSWORD_TOO_EASY: say('passwordEasy') }}
      />
      <Button type="submit" large full busy={busy} disabled={open !== null}>
        {say('makeSpace')}
      </Button>
    </form>
  );
}
