/** From when to when. */

import type { Say } from '../../i18n/words.js';
import { TextField } from '../../ui/field.js';
import type { VisitsTable } from './words/load.js';

/** Both dates belong to it. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

interface Props {
  readonly say: Say<VisitsTable>;
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
}

/** Two dates. One that is empty or turned around changes nothing. */
export function PeriodForm({ say, period, onPeriod }: Props) {
  const take = (next: Period): void => {
    if (next.from !== '' && next.to !== '' && next.from <= next.to) onPeriod(next);
  };
  return (
    <div class="pair no-print">
      <TextField
        label={say('from')}
        type="date"
        max={period.to}
        value={period.from}
        onValue={(from) => take({ ...period, from })}
      />
      <TextField
        label={say('to')}
        type="date"
        min={period.from}
        value={period.to}
        onValue={(to) => take({ ...period, to })}
      />
    </div>
  );
}
