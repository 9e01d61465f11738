/** The owner's password. Other sessions that the old one began end. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { Say } from '../../i18n/words.js';
import { TextField } from '../../ui/field.js';
import { SaveForm } from './save-form.js';
import type { SettingsTable } from './words/load.js';

const CHARACTERS_MIN = 10;

/** The form. */
export function ChangePasswordForm({ say }: { readonly say: Say<SettingsTable> }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isShort = [...next].length < CHARACTERS_MIN;
  const save = (): Promise<unknown> | null => {
    setChecked(true);
    if (isShort || current === '') return null;
    return api.post('/api/password', { current, next }).then(() => {
      setCurrent('');
      setNext('');
      setChecked(false);
    });
  };
  return (
    <section class="card stack">
      <h2>{say('password')}</h2>
      <p class="soft">{say('passwordText')}</p>
      <SaveForm
        save={save}
        verb={say('changePassword')}
        known={{ CREDENTIALS_WRONG: say('currentWrong') }}
      >
        <input type="text" name="username" autocomplete="username" value="covisa" hidden readOnly />
        <div class="pair">
          <TextField
            label={say('currentPassword')}
            type="password"
            autoComplete="current-password"
            maxLength={200}
            value={current}
            onValue={setCurrent}
          />
          <TextField
            label={say('newPassword')}
            hint={say('newPasswordHint', { count: CHARACTERS_MIN })}
            type="password"
            autoComplete="new-password"
            maxLength={200}
            value={next}
            problem={
              isChecked && isShort ? say('newPasswordHint', { count: CHARACTERS_MIN }) : null
            }
            onValue={setNext}
          />
        </div>
      </SaveForm>
    </section>
  );
}
