/** What a day costs at this space. */

import { useMemo } from 'preact/hooks';
import { TextField } from '../../ui/field.js';
import { useConsole } from './context.js';
import type { RateDraft } from './rate-draft.js';

interface Props {
  readonly draft: RateDraft;
  readonly wrong: 'amount' | 'currency' | null;
  readonly onDraft: (draft: RateDraft) => void;
}

/** The form. */
export function RateForm({ draft, wrong, onDraft }: Props) {
  const say = useConsole();
  const currencies = useMemo(() => Intl.supportedValuesOf('currency'), []);
  return (
    <div class="pair">
      <TextField
        label={say('rate')}
        hint={say('rateHint')}
        inputMode="decimal"
        value={draft.amount}
        problem={wrong === 'amount' ? say('rateWrong') : null}
        onValue={(amount) => onDraft({ ...draft, amount })}
      />
      <TextField
        label={say('currency')}
        hint={say('currencyHint')}
        list="currencies"
        maxLength={3}
        value={draft.currency}
        problem={wrong === 'currency' ? say('currencyWrong') : null}
        onValue={(currency) => onDraft({ ...draft, currency: currency.toUpperCase() })}
      />
      <datalist id="currencies">
        {currencies.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </div>
  );
}
