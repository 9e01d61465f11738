/** Desk people: a name and a PIN each. */

import { useState } from 'preact/hooks';
import type { PersonView } from '../../api/access-views.js';
import { api } from '../../api/client.js';
import type { Say } from '../../i18n/words.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { TextField } from '../../ui/field.js';
import { useLoad } from '../../ui/load.js';
import { Empty, Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { Ask } from '../parts/ask.js';
import { isPin } from './pin.js';
import { SaveForm } from './save-form.js';
import type { SettingsTable } from './words/load.js';

interface Props {
  readonly say: Say<SettingsTable>;
}
type Asked = { readonly what: 'pin' | 'remove'; readonly person: PersonView };

/** The list, and the form for one more. */
export function PeopleForm({ say }: Props) {
  const common = useCommon();
  const { loaded, reload } = useLoad(() => api.get<readonly PersonView[]>('/api/people'), []);
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <section class="card stack">
      <h2>{say('people')}</h2>
      <p class="soft">{say('peopleHint')}</p>
      {loaded.state === 'loading' && <Loading text={common.say('loading')} />}
      {loaded.state !== 'loading' && <Problem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && loaded.value.length === 0 && (
        <Empty title={say('noPeopleTitle')}>{say('noPeople')}</Empty>
      )}
      {loaded.state === 'ready' && loaded.value.length > 0 && (
        <ul class="plain rows">
          {loaded.value.map((person) => (
            <li key={person.id} class="row-plain">
              <strong class="grow">
                <bdi>{person.name}</bdi>
              </strong>
              <Button
                kind="quiet"
                label={say('newPinFor', { name: person.name })}
                onClick={() => setAsked({ what: 'pin', person })}
              >
                {say('newPin')}
              </Button>
              <Button
                kind="danger"
                label={say('removeName', { name: person.name })}
                onClick={() => setAsked({ what: 'remove', person })}
              >
                {say('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddPerson say={say} onAdded={reload} />
      {asked?.what === 'pin' && (
        <NewPin say={say} person={asked.person} onClose={() => setAsked(null)} />
      )}
      {asked?.what === 'remove' && (
        <Ask
          title={say('removeName', { name: asked.person.name })}
          verb={say('remove')}
          danger
          act={() => api.post(`/api/people/${asked.person.id}/remove`).then(reload)}
          onClose={() => setAsked(null)}
        >
          <p>{say('removePersonText')}</p>
        </Ask>
      )}
    </section>
  );
}

function AddPerson({ say, onAdded }: Props & { readonly onAdded: () => void }) {
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const [isChecked, setChecked] = useState(false);
  const save = (): Promise<unknown> | null => {
    setChecked(true);
    if (name.trim() === '' || !isPin(pin)) return null;
    return api.post('/api/people', { name: name.trim(), pin }).then(() => {
      setName('');
      setPin('');
      setChecked(false);
      onAdded();
    });
  };
  return (
    <SaveForm save={save} verb={say('addPerson')}>
      <div class="pair">
        <TextField
          label={say('personName')}
          autoComplete="off"
          maxLength={60}
          value={name}
          problem={isChecked && name.trim() === '' ? say('personNameWrong') : null}
          onValue={setName}
        />
        <PinField say={say} pin={pin} isChecked={isChecked} onPin={setPin} />
      </div>
    </SaveForm>
  );
}

interface PinProps extends Props {
  readonly pin: string;
  readonly isChecked: boolean;
  readonly onPin: (pin: string) => void;
}

function PinField({ say, pin, isChecked, onPin }: PinProps) {
  return (
    <TextField
      label={say('pin')}
      hint={say('pinHint')}
      type="password"
      inputMode="numeric"
      autoComplete="new-password"
      maxLength={10}
      value={pin}
      problem={isChecked && !isPin(pin) ? say('pinWrong') : null}
      onValue={onPin}
    />
  );
}

interface NewPinProps extends Props {
  readonly person: PersonView;
  readonly onClose: () => void;
}

function NewPin({ say, person, onClose }: NewPinProps) {
  const [pin, setPin] = useState('');
  const [isChecked, setChecked] = useState(false);
  const check = (): boolean => {
    setChecked(true);
    return isPin(pin);
  };
  return (
    <Ask
      title={say('newPinFor', { name: person.name })}
      verb={say('newPin')}
      check={check}
      act={() => api.post(`/api/people/${person.id}/pin`, { pin })}
      onClose={onClose}
    >
      <PinField say={say} pin={pin} isChecked={isChecked} onPin={setPin} />
    </Ask>
  );
}
