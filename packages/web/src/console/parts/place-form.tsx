/** Where a venue is: picked on the map, taken from this device, or typed. */

import { useState } from 'preact/hooks';
import { LazyMap } from '../../map/lazy-map.js';
import { devicePlace } from '../../platform/position.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { useConsole } from './context.js';
import { parseDegrees } from './venue-draft.js';

interface Props {
  readonly latitude: string;
  readonly longitude: string;
  readonly onPlace: (place: { readonly latitude: string; readonly longitude: string }) => void;
  readonly problem: string | null;
}

/** About one metre: nobody needs more, and the numbers stay short. */
const DECIMALS = 5;

/** The form. */
export function PlaceForm({ latitude, longitude, onPlace, problem }: Props) {
  const say = useConsole();
  const [asked, setAsked] = useState<'idle' | 'asking' | 'refused'>('idle');
  const [north, east] = [parseDegrees(latitude, 90), parseDegrees(longitude, 180)];
  const picked = north === null || east === null ? null : { latitude: north, longitude: east };
  const take = (place: { readonly latitude: number; readonly longitude: number }): void =>
    onPlace({
      latitude: place.latitude.toFixed(DECIMALS),
      longitude: place.longitude.toFixed(DECIMALS),
    });
  const ask = async (): Promise<void> => {
    setAsked('asking');
    const place = await devicePlace();
    setAsked(place === null ? 'refused' : 'idle');
    if (place !== null) take(place);
  };
  return (
    <fieldset class="stack">
      <legend>{say('place')}</legend>
      <p class="hint soft small">{say('placeHint')}</p>
      <LazyMap places={[]} picked={picked} onPick={take} label={say('placeMap')} />
      <div class="row">
        <Button kind="quiet" icon="map" busy={asked === 'asking'} onClick={() => void ask()}>
          {say('placeDevice')}
        </Button>
        <span class="small soft" role="status">
          {asked === 'refused' && say('placeRefused')}
        </span>
      </div>
      <div class="pair">
        <TextField
          label={say('latitude')}
          inputMode="text"
          value={latitude}
          problem={problem}
          onValue={(text) => onPlace({ latitude: text, longitude })}
        />
        <TextField
          label={say('longitude')}
          inputMode="text"
          value={longitude}
          onValue={(text) => onPlace({ latitude, longitude: text })}
        />
      </div>
    </fieldset>
  );
}
