/** What the rules of a form do to sample visits, at once as they are typed. */

import { type Catalogue, sentence } from '@covisa/protocol';
import { useEffect, useState } from 'preact/hooks';
import { loadVerdictWords } from '../../i18n/verdict-words.js';
import type { Say } from '../../i18n/words.js';
import { useCommon } from '../../ui/common.js';
import { judgeSamples, type SampleRules } from './samples.js';
import type { RulesTable } from './words/load.js';

const TONES = { free: 'good', paid: 'warn', refuse: 'bad' } as const;

interface Props {
  readonly say: Say<RulesTable>;
  readonly rules: SampleRules;
}

/** The list. */
export function SampleVisits({ say, rules }: Props) {
  const { language } = useCommon();
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null);
  useEffect(() => {
    void loadVerdictWords(language).then(setCatalogue);
  }, [language]);
  if (catalogue === null) return null;
  return (
    <section class="card stack" aria-label={say('samplesTitle')}>
      <h2>{say('samplesTitle')}</h2>
      <p class="soft small">{say('samplesHint')}</p>
      <ul class="plain rows" aria-live="polite">
        {judgeSamples(rules).map(({ name, verdict }) => (
          <li key={name} class="row-plain sample-row">
            <span class="grow">
              <strong>{say(`sample-${name}`)}</strong>
              <span class="row-detail soft small">{sentence(verdict, catalogue)}</span>
            </span>
            <span class={`badge ${TONES[verdict.outcome]}`}>
              {say(`outcome-${verdict.outcome}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
