/** What somebody looks for among listings. */

import type { Place } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import type { Say } from '../i18n/words.js';
import { devicePlace } from '../platform/position.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import type { ListingsTable } from './words/load.js';

/** What is typed and chosen. */
export interface Filter {
  readonly text: string;
  readonly isOpenNow: boolean;
}

/** Everything is shown. */
export const NO_FILTER: Filter = { text: '', isOpenNow: false };

interface Props {
  readonly say: Say<ListingsTable>;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly near: Place | null;
  readonly onNear: (near: Place | null) => void;
}

/** Search, open now, nearest first. */
export function SearchForm({ say, filter, onFilter, near, onNear }: Props) {
  const [isAsking, setAsking] = useState(false);
  const [isDenied, setDenied] = useState(false);
  const toggleNear = async (): Promise<void> => {
    if (near !== null) return onNear(null);
    setAsking(true);
    const place = await devicePlace();
    setAsking(false);
    setDenied(place === null);
    onNear(place);
  };
  return (
    <search class="stack tight">
      <TextField
        label={say('search')}
        type="search"
        placeholder={say('searchHint')}
        value={filter.text}
        maxLength={200}
        onValue={(text) => onFilter({ ...filter, text })}
      />
      <div class="row">
        <Button
          kind="quiet"
          icon="clock"
          pressed={filter.isOpenNow}
          onClick={() => onFilter({ ...filter, isOpenNow: !filter.isOpenNow })}
        >
          {say('openNow')}
        </Button>
        <Button
          kind="quiet"
          icon="map"
          busy={isAsking}
          pressed={near !== null}
          onClick={() => void toggleNear()}
        >
          {say('nearMe')}
        </Button>
      </div>
      {isDenied && near === null && <Notice tone="warn">{say('nearMeDenied')}</Notice>}
    </search>
  );
}
