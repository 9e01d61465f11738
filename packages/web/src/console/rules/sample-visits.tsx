/** What the rules of a form do to sample visits, at once as they are typed. */

import { type Catalogue, sentence } from '@covisa/protocol';
import { useEffect, useState } from 'preact/hooks';
import { weekdayText } from '../../i18n/formats.js';
import { loadVerdictWords } from '../../i18n/verdict-words.js';
import type { Say } from '../../i18n/words.js';
import { useCommon } from '../../ui/common.js';
import { judgeSamples, type Sample, type SampleRules } from './samples.js';
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
        {judgeSamples(rules).map((sample) => (
          <li key={sample.name} class="row-plain sample-row">
            <span class="grow">
              <strong>
                {say(`sample-${sample.name}`, { day: weekdayText(language, sample.weekday) })}
              </strong>
              <span class="row-detail soft small">{detail(sample, say, catalogue)}</span>
            </span>
            <span class={`badge ${sample.isClosed ? '' : TONES[sample.verdict.outcome]}`}>
              {say(sample.isClosed ? 'outcome-closed' : `outcome-${sample.verdict.outcome}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a sample comes to, and for whom. */
function detail(sample: Sample, say: Props['say'], catalogue: Catalogue): string {
  const { name, verdict, isClosed } = sample;
  if (isClosed) return say('closedThen');
  const text = sentence(verdict, catalogue);
  if (name !== 'companion' || verdict.outcome !== 'free') return text;
  const isPaid = verdict.reasons.some(({ code }) => code === 'COMPANIONS_PAY');
  return `${say(isPaid ? 'companionPays' : 'companionFree')} ${text}`;
}
