/** Paired devices, and the code or QR that pairs another. */

import { utcDate } from '@covisa/protocol';
import { useEffect, useState } from 'preact/hooks';
import type { DeviceView, PairingView } from '../../api/access-views.js';
import { api } from '../../api/client.js';
import { dateText, timeText } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { every } from '../../platform/clock.js';
import { QrCode } from '../../qr/qr-code.js';
import { groupedCode, pairingLink } from '../../session/pairing.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { CopyButton } from '../../ui/copy-button.js';
import { TextField } from '../../ui/field.js';
import { useLoad } from '../../ui/load.js';
import { Empty, Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { Ask } from '../parts/ask.js';
import { SaveForm } from './save-form.js';
import type { SettingsTable } from './words/load.js';

/** How often the list is looked at while a code is shown. */
const LOOK_MILLISECONDS = 3000;

interface Props {
  readonly say: Say<SettingsTable>;
}

/** The list, and the form for one more. */
export function DevicesForm({ say }: Props) {
  const { language, say: common } = useCommon();
  const { loaded, reload } = useLoad(() => api.get<readonly DeviceView[]>('/api/devices'), []);
  const [asked, setAsked] = useState<DeviceView | null>(null);
  return (
    <section class="card stack">
      <h2>{say('devices')}</h2>
      <p class="soft">{say('devicesHint')}</p>
      {loaded.state === 'loading' && <Loading text={common('loading')} />}
      {loaded.state !== 'loading' && <Problem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && loaded.value.length === 0 && (
        <Empty title={say('noDevicesTitle')}>{say('noDevices')}</Empty>
      )}
      {loaded.state === 'ready' && loaded.value.length > 0 && (
        <ul class="plain rows">
          {loaded.value.map((device) => (
            <li key={device.id} class="row-plain">
              <span class="grow">
                <strong>
                  <bdi>{device.name}</bdi>
                </strong>
                <span class="row-detail soft small">
                  {say('pairedOn', { date: dateText(language, utcDate(device.paired)) })}
                </span>
              </span>
              <Button
                kind="danger"
                label={say('removeName', { name: device.name })}
                onClick={() => setAsked(device)}
              >
                {say('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddDevice say={say} devices={loaded.state === 'ready' ? loaded.value : []} onLook={reload} />
      {asked !== null && (
        <Ask
          title={say('removeName', { name: asked.name })}
          verb={say('remove')}
          danger
          act={() => api.post(`/api/devices/${asked.id}/remove`).then(reload)}
          onClose={() => setAsked(null)}
        >
          <p>{say('removeDeviceText')}</p>
        </Ask>
      )}
    </section>
  );
}

interface AddProps extends Props {
  readonly devices: readonly DeviceView[];
  readonly onLook: () => void;
}

/** A code that is shown, and the devices that were there before it. */
interface Shown {
  readonly invitation: PairingView;
  readonly before: readonly string[];
}

/** While a code is shown it looks for the device that takes it, and then puts the code away. */
function AddDevice({ say, devices, onLook }: AddProps) {
  const [name, setName] = useState('');
  const [shown, setShown] = useState<Shown | null>(null);
  const close = (): void => {
    setShown(null);
    setName('');
    onLook();
  };
  useEffect(() => (shown === null ? undefined : every(LOOK_MILLISECONDS, onLook)), [shown, onLook]);
  const isTaken = shown !== null && devices.some(({ id }) => !shown.before.includes(id));
  useEffect(() => {
    if (isTaken) close();
  }, [isTaken]);
  if (shown !== null) {
    return <PairingCode say={say} invitation={shown.invitation} onClose={close} />;
  }
  const before = devices.map(({ id }) => id);
  const save = (): Promise<unknown> | null =>
    name.trim() === ''
      ? null
      : api
          .post<PairingView>('/api/devices', { name: name.trim() })
          .then((invitation) => setShown({ invitation, before }));
  return (
    <SaveForm save={save} verb={say('pairDevice')} disabled={name.trim() === ''}>
      <TextField
        label={say('deviceName')}
        hint={say('deviceNameHint')}
        autoComplete="off"
        maxLength={60}
        value={name}
        onValue={setName}
      />
    </SaveForm>
  );
}

interface CodeProps extends Props {
  readonly invitation: PairingView;
  readonly onClose: () => void;
}

function PairingCode({ say, invitation, onClose }: CodeProps) {
  const { language, say: common } = useCommon();
  const { code, lapses } = invitation;
  const link = pairingLink(location.origin, code);
  return (
    <div class="stack">
      <p>{say('pairHint')}</p>
      <div class="qr-box">
        <QrCode text={link} label={say('pairQr')} />
      </div>
      <p class="figure numbers">
        <code>{groupedCode(code)}</code>
      </p>
      <p class="soft small">{say('pairLapses', { time: timeText(language, lapses) })}</p>
      <div class="row">
        <CopyButton text={link} />
        <Button onClick={onClose}>{common('done')}</Button>
      </div>
    </div>
  );
}
