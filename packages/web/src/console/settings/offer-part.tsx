/** The space's own offer within the programme's terms, with its effect on sample visits. */

import { DEFAULT_TERMS, type Offer, parseOffer } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { ProgrammeView } from '../../api/programme-views.js';
import { nowSeconds } from '../../platform/clock.js';
import { useCommon } from '../../ui/common.js';
import { SelectField } from '../../ui/field.js';
import { useLoad } from '../../ui/load.js';
import { Loading, Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { useWords } from '../../ui/use-words.js';
import { RulesEditor } from '../rules/rules-editor.js';
import { loadRulesWords } from '../rules/words/load.js';
import type { PartProps } from './part.js';
import { SaveForm } from './save-form.js';

/** The form. */
export function OfferPart({ say, profile, onChanged }: PartProps) {
  const common = useCommon();
  const rules = useWords(loadRulesWords);
  const { loaded, reload } = useLoad(
    () => api.get<readonly ProgrammeView[]>('/api/programmes'),
    [],
  );
  const [offer, setOffer] = useState<Offer | null>(profile.offer);
  const [chosen, setChosen] = useState('');
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading' || rules === null) return <Loading text={common.say('loading')} />;
  const programmes = loaded.value;
  const programme = programmes.find(({ id }) => id === chosen) ?? programmes[0];
  const venue = profile.venues[0] ?? { timeZone: 'UTC' };
  const save = (): Promise<unknown> | null =>
    offer === null ? null : api.patch('/api/profile', { offer }).then(onChanged);
  return (
    <div class="stack">
      <p>{say('offerHint')}</p>
      {programme === undefined && <Notice tone="info">{say('offerNoProgramme')}</Notice>}
      {programmes.length > 1 && (
        <SelectField
          label={say('offerProgramme')}
          value={programme?.id ?? ''}
          choices={programmes.map(({ id, name }) => ({ value: id, label: name }))}
          onValue={setChosen}
        />
      )}
      <SaveForm save={save} disabled={offer === null}>
        <RulesEditor
          say={rules}
          rules={profile.offer}
          isOffer
          parse={parseOffer}
          onRules={setOffer}
          samples={(edited) => ({
            terms: programme?.terms ?? DEFAULT_TERMS,
            offer: edited,
            venue,
            rate: profile.rate,
            now: nowSeconds(),
          })}
        />
      </SaveForm>
    </div>
  );
}
