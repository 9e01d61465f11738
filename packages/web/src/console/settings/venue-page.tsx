/** One venue, to be changed, added or taken away. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import { isolated } from '../../i18n/formats.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { goTo } from '../../ui/route.js';
import { Ask } from '../parts/ask.js';
import { BackLink } from '../parts/back-link.js';
import { newVenueDraft, parseVenue, type VenueDraft, venueDraft } from '../parts/venue-draft.js';
import { VenuePlaceForm, VenueRoomForm } from '../parts/venue-form.js';
import type { PartProps } from './part.js';
import { SaveForm } from './save-form.js';
import { newVenueId } from './venue-ids.js';

/** The page; `new` is the id of one that is not there yet. */
export function VenuePage({ say, profile, onChanged, id }: PartProps & { readonly id: string }) {
  const { venues } = profile;
  const venue = venues.find((one) => one.id === id);
  const [draft, setDraft] = useState<VenueDraft>(() =>
    venue === undefined ? newVenueDraft(venues[0]?.timeZone ?? 'UTC') : venueDraft(venue),
  );
  const [isChecked, setChecked] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const parsed = parseVenue(draft, '');
  const wrong = isChecked && 'wrong' in parsed ? parsed.wrong : [];
  const change = (part: Partial<VenueDraft>): void => setDraft({ ...draft, ...part });
  const store = async (next: PartProps['profile']['venues']): Promise<void> => {
    await api.patch('/api/profile', { venues: next });
    onChanged();
    goTo('settings/venues');
  };
  const save = (): Promise<unknown> | null => {
    setChecked(true);
    if ('wrong' in parsed) return null;
    const ids = venues.map((one) => one.id);
    if (venue === undefined) {
      return store([...venues, { id: newVenueId(parsed.venue.name, ids), ...parsed.venue }]);
    }
    return store(venues.map((one) => (one.id === id ? { id, ...parsed.venue } : one)));
  };
  return (
    <div class="stack column">
      <BackLink href="#/settings/venues" text={say('tab-venues')} />
      <h1>{venue === undefined ? say('addVenue') : venue.name}</h1>
      <SaveForm save={save}>
        <TextField
          label={say('venueName')}
          hint={say('venueNameHint')}
          maxLength={80}
          required
          value={draft.name}
          problem={wrong.includes('name') ? say('venueNameWrong') : null}
          onValue={(name) => change({ name })}
        />
        <VenuePlaceForm draft={draft} wrong={wrong} onDraft={change} />
        <VenueRoomForm draft={draft} wrong={wrong} onDraft={change} />
      </SaveForm>
      {venue !== undefined && venues.length > 1 && (
        <div class="row">
          <Button kind="danger" onClick={() => setRemoving(true)}>
            {say('removeVenue')}
          </Button>
        </div>
      )}
      {venue !== undefined && isRemoving && (
        <Ask
          title={say('removeVenueTitle', { name: isolated(venue.name) })}
          verb={say('removeVenue')}
          danger
          act={() => store(venues.filter((one) => one.id !== id))}
          onClose={() => setRemoving(false)}
        >
          <p>{say('removeVenueText')}</p>
        </Ask>
      )}
    </div>
  );
}
