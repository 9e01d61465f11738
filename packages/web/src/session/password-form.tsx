/** The owner's password. */

import { useState } from 'preact/hooks';
import type { Say } from '../i18n/words.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { useAction } from '../ui/load.js';
import { Problem } from '../ui/problem.js';
import { type SessionView, session } from './session.js';
import type { SessionTable } from './words/load.js';

interface Props {
  readonly say: Say<SessionTable>;
  readonly onDone: (view: SessionView) => void;
}

/** Signs the owner in. What was typed stays when it was wrong. */
export function PasswordForm({ say, onDone }: Props) {
  const [password, setPassword] = useState('');
  const { busy, error, run } = useAction();
  const submit = (): void => {
    if (password !== '') run(async () => onDone(await session.asOwner(password)));
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p class="soft">{say('ownerHint')}</p>
      {/* Password managers want a name to keep the password under. */}
      <input type="text" name="username" autocomplete="username" value="covisa" hidden readOnly />
      <TextField
        label={say('password')}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        required
        value={password}
        onValue={setPassword}
      />
      <Problem
        error={error}
        known={{
          CREDENTIALS_WRONG: say('passwordWrong'),
          CONNECTION_INSECURE: say('connectionInsecure'),
        }}
      />
      <Button type="submit" large full busy={busy}>
        {say('signIn')}
      </Button>
    </form>
  );
}
