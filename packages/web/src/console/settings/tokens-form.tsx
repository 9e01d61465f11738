/** API tokens for programs of the owner's own: shown once, kept as digests. */

import { utcDate } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import type { MadeTokenView, TokenView } from '../../api/access-views.js';
import { api } from '../../api/client.js';
import { dateText } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { CopyButton } from '../../ui/copy-button.js';
import { SelectField, TextField } from '../../ui/field.js';
import { useLoad } from '../../ui/load.js';
import { Empty, Loading, Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { Ask } from '../parts/ask.js';
import { SaveForm } from './save-form.js';
import type { SettingsTable } from './words/load.js';

interface Props {
  readonly say: Say<SettingsTable>;
}

/** The list, and the form for one more. */
export function TokensForm({ say }: Props) {
  const { language, say: common } = useCommon();
  const { loaded, reload } = useLoad(() => api.get<readonly TokenView[]>('/api/tokens'), []);
  const [asked, setAsked] = useState<TokenView | null>(null);
  return (
    <section class="card stack">
      <h2>{say('tokens')}</h2>
      <p class="soft">{say('tokensHint')}</p>
      {loaded.state === 'loading' && <Loading text={common('loading')} />}
      {loaded.state !== 'loading' && <Problem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && loaded.value.length === 0 && (
        <Empty title={say('noTokensTitle')}>{say('noTokens')}</Empty>
      )}
      {loaded.state === 'ready' && loaded.value.length > 0 && (
        <ul class="plain rows">
          {loaded.value.map((token) => (
            <li key={token.id} class="row-plain">
              <span class="grow">
                <strong>
                  <bdi>{token.name}</bdi>
                </strong>
                <span class="row-detail soft small">
                  {say('madeOn', { date: dateText(language, utcDate(token.created)) })}
                </span>
              </span>
              <span class="badge">{say(`role-${token.role}`)}</span>
              <Button
                kind="danger"
                label={say('removeName', { name: token.name })}
                onClick={() => setAsked(token)}
              >
                {say('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddToken say={say} onAdded={reload} />
      {asked !== null && (
        <Ask
          title={say('removeName', { name: asked.name })}
          verb={say('remove')}
          danger
          act={() => api.post(`/api/tokens/${asked.id}/remove`).then(reload)}
          onClose={() => setAsked(null)}
        >
          <p>{say('removeTokenText')}</p>
        </Ask>
      )}
    </section>
  );
}

function AddToken({ say, onAdded }: Props & { readonly onAdded: () => void }) {
  const common = useCommon();
  const [name, setName] = useState('');
  const [role, setRole] = useState('desk');
  const [token, setToken] = useState<string | null>(null);
  if (token !== null) {
    return (
      <Notice tone="warn" title={say('tokenOnce')}>
        <div class="stack tight">
          <code class="link-text">{token}</code>
          <div class="row">
            <CopyButton text={token} />
            <Button kind="quiet" onClick={() => setToken(null)}>
              {common.say('done')}
            </Button>
          </div>
        </div>
      </Notice>
    );
  }
  const save = (): Promise<unknown> | null =>
    name.trim() === ''
      ? null
      : api.post<MadeTokenView>('/api/tokens', { name: name.trim(), role }).then((made) => {
          setToken(made.token);
          setName('');
          onAdded();
        });
  return (
    <SaveForm save={save} verb={say('makeToken')} disabled={name.trim() === ''}>
      <div class="pair">
        <TextField
          label={say('tokenName')}
          hint={say('tokenNameHint')}
          autoComplete="off"
          maxLength={60}
          value={name}
          onValue={setName}
        />
        <SelectField
          label={say('role')}
          hint={say('roleHint')}
          value={role}
          choices={(['desk', 'owner'] as const).map((value) => ({
            value,
            label: say(`role-${value}`),
          }))}
          onValue={setRole}
        />
      </div>
    </SaveForm>
  );
}
