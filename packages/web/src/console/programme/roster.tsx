/** The spaces of a programme, and the local refusal of one. */

import type { Offer, SpaceId } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { ProfileView } from '../../api/owner-views.js';
import type { ProgrammeView } from '../../api/programme-views.js';
import { isolated } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import type { NameOf } from '../../terms/terms-texts.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { Ask } from '../parts/ask.js';
import { refusalOf, withoutRefusal, withRefusal } from './refusals.js';
import type { ProgrammeTable } from './words/load.js';

interface Props {
  readonly say: Say<ProgrammeTable>;
  readonly programme: ProgrammeView;
  /** The id of our own space. */
  readonly ours: SpaceId;
  /** Our offer, whose refusals hold in all programmes. */
  readonly offer: Offer;
  readonly nameOf: NameOf;
  readonly onChanged: () => void;
}

/** The list. */
export function Roster({ say, programme, ours, offer, nameOf, onChanged }: Props) {
  const [asked, setAsked] = useState<SpaceId | null>(null);
  const [reason, setReason] = useState('');
  // The offer is written whole: what another window has changed in it since has to stay.
  const save = async (change: (latest: Offer) => Offer): Promise<void> => {
    const latest = await api.get<ProfileView>('/api/profile');
    await api.patch('/api/profile', { offer: change(latest.offer) });
    setReason('');
    onChanged();
  };
  const askedRefusal = asked === null ? null : refusalOf(offer, asked);
  return (
    <div class="stack tight">
      <ul class="plain rows">
        {programme.spaces.map(({ space, name, standing, silent }) => {
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
              {silent && <span class="badge warn">{say('silent')}</span>}
              <span class={`badge ${standing === 'member' ? 'good' : ''}`}>
                {space === ours ? say('ours') : say(`standing-${standing}`)}
              </span>
              {space !== ours && (standing === 'member' || standing === 'admitted') && (
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
          act={() => save((latest) => withRefusal(latest, asked, reason))}
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
          act={() => save((latest) => withoutRefusal(latest, asked))}
          onClose={() => setAsked(null)}
        >
          <p>{askedRefusal}</p>
        </Ask>
      )}
    </div>
  );
}
