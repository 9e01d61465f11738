/** What members are told at the desk: Wi-Fi, a note, house rules; and self check-in. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { DeskSettingsView, WelcomeView } from '../../api/desk-views.js';
import { useCommon } from '../../ui/common.js';
import { CheckField, TextArea, TextField } from '../../ui/field.js';
import { useLoad } from '../../ui/load.js';
import { Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import type { PartProps } from './part.js';
import { SaveForm } from './save-form.js';
import { SelfCheckInForm } from './self-check-in-form.js';

function load() {
  return Promise.all([
    api.get<WelcomeView>('/api/welcome'),
    api.get<DeskSettingsView>('/api/desk/settings'),
  ]);
}

/** All forms; each saves by itself. */
export function DeskPart(props: PartProps) {
  const { say } = useCommon();
  const { loaded, reload } = useLoad(load, []);
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading') return <Loading text={say('loading')} />;
  const [welcome, { selfCheckIn }] = loaded.value;
  return (
    <div class="stack wide column">
      <WelcomeForm {...props} welcome={welcome} />
      <RulesForm {...props} />
      <SelfCheckInForm say={props.say} selfCheckIn={selfCheckIn} />
    </div>
  );
}

function WelcomeForm({ say, welcome }: PartProps & { readonly welcome: WelcomeView }) {
  const [ssid, setSsid] = useState(welcome.wifi?.ssid ?? '');
  const [password, setPassword] = useState(welcome.wifi?.password ?? '');
  const [hidden, setHidden] = useState(welcome.wifi?.hidden ?? false);
  const [note, setNote] = useState(welcome.note ?? '');
  const save = (): Promise<unknown> =>
    api.post('/api/welcome', {
      wifi: ssid.trim() === '' ? null : { ssid: ssid.trim(), password, hidden },
      note: note.trim() === '' ? null : note.trim(),
    });
  return (
    <section class="card stack">
      <h2>{say('welcome')}</h2>
      <p class="soft">{say('welcomeHint')}</p>
      <SaveForm save={save}>
        <div class="pair">
          <TextField
            label={say('ssid')}
            autoComplete="off"
            maxLength={32}
            value={ssid}
            onValue={setSsid}
          />
          <TextField
            label={say('wifiPassword')}
            hint={say('wifiPasswordHint')}
            autoComplete="off"
            maxLength={63}
            value={password}
            onValue={setPassword}
          />
        </div>
        <CheckField label={say('wifiHidden')} checked={hidden} onChecked={setHidden} />
        <TextArea
          label={say('note')}
          hint={say('noteHint')}
          rows={3}
          maxLength={500}
          value={note}
          onValue={setNote}
        />
      </SaveForm>
    </section>
  );
}

const HOUSE_RULES_MAX = 2000;

function RulesForm({ say, profile, onChanged }: PartProps) {
  const [rules, setRules] = useState(profile.houseRules ?? '');
  const save = (): Promise<unknown> =>
    api
      .patch('/api/profile', { houseRules: rules.trim() === '' ? null : rules.trim() })
      .then(onChanged);
  return (
    <section class="card stack">
      <h2>{say('houseRules')}</h2>
      <SaveForm save={save}>
        <TextArea
          label={say('houseRulesText')}
          hint={say('houseRulesHint')}
          rows={6}
          maxLength={HOUSE_RULES_MAX}
          value={rules}
          onValue={setRules}
        />
      </SaveForm>
    </section>
  );
}
