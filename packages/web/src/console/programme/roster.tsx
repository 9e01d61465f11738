/** The spaces of a programme, and the local refusal of one. */

import type { Offer, SpaceId } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { ProfileView, ProgrammeView, StatusView } from '../../api/owner-views.js';
import { isolated } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import type { NameOf } from '../../terms/terms-texts.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { TextField } from '../../ui/field.js';
import { useLoad } from '../../ui/load.js';
import { Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { Ask } from '../parts/ask.js';
import { refusalOf, withoutRefusal, withRefusal } from './refusals.js';
import type { ProgrammeTable } from './words/load.js';

interface Props {
  readonly say: Say<ProgrammeTable>;
  readonly programme: ProgrammeView;
  readonly nameOf: NameOf;
}

/** The list. */
export function Roster({ say, programme, nameOf }: Props) {
  const common = useCommon();
  const { loaded, reload } = useLoad(
    () => Promise.all([api.get<ProfileView>('/api/profile'), api.get<StatusView>('/api/status')]),
    [],
  );
  const [asked, setAsked] = useState<SpaceId | null>(null);
  const [reason, setReason] = useState('');
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading') return <Loading text={common.say('loading')} />;
  const [{ offer }, status] = loaded.value;
  const save = async (changed: Offer): Promise<void> => {
    await api.patch('/api/profile', { offer: changed });
    setReason('');
    reload();
  };
  const askedRefusal = asked === null ? null : refusalOf(offer, asked);
  return (
    <div class="stack tight">
      <ul class="plain rows">
        {programme.spaces.map(({ space, name, standing }) => {
          const refusal = refusalOf(offer, space);
          return (
            <li key={space} class="row-plain">
              <span class="grow">
                <strong>
                  <bdi>{name ?? nameOf(space)}</bdi>
                </strong>
                {refusal !== null && (
                  <span class="row-detail small">
                    {say('refusedBecause', { reason: isolated(refusal) })}
                  </span>
                )}
              </span>
              <span class={`badge ${standing === 'member' ? 'good' : ''}`}>
                {space === status.space ? say('ours') : say(`standing-${standing}`)}
              </span>
              {space !== status.space && (standing === 'member' || standing === 'admitted') && (
                <Button kind="quiet" onClick={() => setAsked(space)}>
                  {say(refusal === null ? 'refuse' : 'refuseNoMore')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {asked !== null && askedRefusal === null && (
        <Ask
          title={say('refuseTitle', { name: isolated(nameOf(asked)) })}
          verb={say('refuse')}
          danger
          act={() => save(withRefusal(offer, asked, reason))}
          onClose={() => setAsked(null)}
        >
          <p>{say('refuseText')}</p>
          <TextField
            label={say('refuseReason')}
            maxLength={200}
            required
            value={reason}
            onValue={setReason}
          />
        </Ask>
      )}
      {asked !== null && askedRefusal !== null && (
        <Ask
          title={say('refuseNoMoreTitle', { name: isolated(nameOf(asked)) })}
          verb={say('refuseNoMore')}
          act={() => save(withoutRefusal(offer, asked))}
          onClose={() => setAsked(null)}
        >
          <p>{askedRefusal}</p>
        </Ask>
      )}
    </div>
  );
}
