/** Whether members may check in by the poster, for the settings and for first set-up. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { Say } from '../../i18n/words.js';
import { CheckField } from '../../ui/field.js';
import { SaveForm } from './save-form.js';
import type { SettingsTable } from './words/load.js';

interface Props {
  readonly say: Say<SettingsTable>;
  readonly selfCheckIn: boolean;
}

/** The switch, which saves by itself. */
export function SelfCheckInForm({ say, selfCheckIn }: Props) {
  const [isOn, setOn] = useState(selfCheckIn);
  return (
    <section class="card stack">
      <h2>{say('selfCheckIn')}</h2>
      <p class="soft">{say('selfCheckInHint')}</p>
      <SaveForm save={() => api.post('/api/desk/settings', { selfCheckIn: isOn })}>
        <CheckField label={say('selfCheckInOn')} checked={isOn} onChecked={setOn} />
      </SaveForm>
    </section>
  );
}
