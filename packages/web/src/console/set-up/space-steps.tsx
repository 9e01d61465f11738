/** The steps that describe the space: welcome, where it is, what is there, what a day costs. */

import type { Say } from '../../i18n/words.js';
import { TextField } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { LanguagesField } from '../parts/languages-field.js';
import { RateForm } from '../parts/rate-form.js';
import { VenuePlaceForm, VenueRoomForm } from '../parts/venue-form.js';
import type { SetUpDraft } from './draft.js';
import type { Wrong } from './request.js';
import type { SetUpTable } from './words/load.js';

interface WelcomeProps {
  readonly say: Say<SetUpTable>;
  readonly made: boolean;
}

/** What comes, and what it costs: nothing. */
export function WelcomeStep({ say, made }: WelcomeProps) {
  return (
    <div class="stack">
      <p class="lead">{say('welcomeLead')}</p>
      <Notice tone="good" title={say('costsNothingTitle')}>
        {say('costsNothing')}
      </Notice>
      <ul class="stack tight">
        <li>{say('welcomeSpace')}</li>
        {!made && <li>{say('welcomeRecovery')}</li>}
        <li>{say('welcomeProgramme')}</li>
      </ul>
      {made && <Notice tone="info">{say('welcomeMade')}</Notice>}
      <p class="soft">
        {say('welcomeKept')} {!made && say('welcomeWords')}
      </p>
    </div>
  );
}

interface PartProps {
  readonly say: Say<SetUpTable>;
  readonly draft: SetUpDraft;
  readonly wrong: Wrong;
  readonly change: (part: Partial<SetUpDraft>) => void;
}

/** Name and place. */
export function PlaceStep({ say, draft, wrong, change }: PartProps) {
  return (
    <div class="stack">
      <TextField
        label={say('spaceName')}
        hint={say('spaceNameHint')}
        autoComplete="organization"
        maxLength={80}
        required
        value={draft.spaceName}
        problem={wrong.spaceName ? say('spaceNameWrong') : null}
        onValue={(spaceName) => change({ spaceName })}
      />
      <VenuePlaceForm
        draft={draft.venue}
        wrong={wrong.venue}
        onDraft={(part) => change({ venue: { ...draft.venue, ...part } })}
      />
    </div>
  );
}

/** Hours, seats, amenities, languages. */
export function RoomStep({ draft, wrong, change }: PartProps) {
  return (
    <div class="stack">
      <VenueRoomForm
        draft={draft.venue}
        wrong={wrong.venue}
        onDraft={(part) => change({ venue: { ...draft.venue, ...part } })}
      />
      <LanguagesField
        languages={draft.languages}
        onLanguages={(languages) => change({ languages })}
      />
    </div>
  );
}

/** What follows the free days. */
export function RateStep({ say, draft, wrong, change }: PartProps) {
  return (
    <div class="stack">
      <p>{say('rateWhy')}</p>
      <RateForm draft={draft.rate} wrong={wrong.rate} onDraft={(rate) => change({ rate })} />
    </div>
  );
}
