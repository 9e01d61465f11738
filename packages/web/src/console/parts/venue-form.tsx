/** A venue's facts, for first set-up and for the settings. */

import { useMemo } from 'preact/hooks';
import { nowSeconds } from '../../platform/clock.js';
import { TextField } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { useConsole } from './context.js';
import { HoursForm } from './hours-form.js';
import { PlaceForm } from './place-form.js';
import { parseDegrees, type VenueDraft, type VenueProblem } from './venue-draft.js';
import { isZoneFar } from './zone-distance.js';

interface Props {
  readonly draft: VenueDraft;
  readonly wrong: readonly VenueProblem[];
  readonly onDraft: (change: Partial<VenueDraft>) => void;
}

/** Where it is: address, place, time zone. */
export function VenuePlaceForm({ draft, wrong, onDraft }: Props) {
  const say = useConsole();
  const longitude = parseDegrees(draft.longitude, 180);
  const isFar = longitude !== null && isZoneFar(draft.timeZone, longitude, nowSeconds());
  const has = (problem: VenueProblem, text: string) => (wrong.includes(problem) ? text : null);
  return (
    <div class="stack">
      <TextField
        label={say('address')}
        hint={say('addressHint')}
        autoComplete="street-address"
        maxLength={300}
        value={draft.address}
        problem={has('address', say('addressWrong'))}
        onValue={(address) => onDraft({ address })}
      />
      <PlaceForm
        latitude={draft.latitude}
        longitude={draft.longitude}
        onPlace={onDraft}
        problem={has('place', say('placeWrong'))}
      />
      {isFar && (
        <Notice tone="warn">
          <span role="status">{say('timeZoneFar')}</span>
        </Notice>
      )}
      <TimeZoneField
        value={draft.timeZone}
        problem={has('timeZone', say('timeZoneWrong'))}
        onValue={(timeZone) => onDraft({ timeZone })}
      />
    </div>
  );
}

/** What is there: hours, seats, amenities. */
export function VenueRoomForm({ draft, wrong, onDraft }: Props) {
  const say = useConsole();
  const has = (problem: VenueProblem, text: string) => (wrong.includes(problem) ? text : null);
  return (
    <div class="stack">
      <HoursForm
        hours={draft.hours}
        onHours={(hours) => onDraft({ hours })}
        problem={has('hours', say('hoursWrong'))}
      />
      <TextField
        label={say('seats')}
        inputMode="numeric"
        maxLength={6}
        value={draft.seats}
        problem={has('seats', say('seatsWrong'))}
        onValue={(seats) => onDraft({ seats })}
      />
      <TextField
        label={say('amenities')}
        hint={say('amenitiesHint')}
        value={draft.amenities}
        problem={has('amenities', say('amenitiesWrong'))}
        onValue={(amenities) => onDraft({ amenities })}
      />
    </div>
  );
}

interface ZoneProps {
  readonly value: string;
  readonly problem: string | null;
  readonly onValue: (zone: string) => void;
}

function TimeZoneField(props: ZoneProps) {
  const say = useConsole();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  return (
    <>
      <TextField label={say('timeZone')} hint={say('timeZoneHint')} list="time-zones" {...props} />
      <datalist id="time-zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
