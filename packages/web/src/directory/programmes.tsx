/** The programmes, and what a visiting member gets by them. */

import type { Say } from '../i18n/words.js';
import type { ListingsSpeaker } from '../listings/listing-text.js';
import type { Programme } from '../listings/programme.js';
import { termsTexts } from '../terms/terms-texts.js';
import { TermsView } from '../terms/terms-view.js';
import type { DirectoryTable } from './words/load.js';

interface Props {
  readonly say: Say<DirectoryTable>;
  readonly speaker: ListingsSpeaker;
  readonly programmes: readonly Programme[];
}

/** One card a programme. */
export function Programmes({ say, speaker, programmes }: Props) {
  if (programmes.length === 0) return null;
  return (
    <section class="stack">
      <h2>{say('getsTitle')}</h2>
      {programmes.map((programme) => (
        <ProgrammeCard key={programme.id} say={say} speaker={speaker} programme={programme} />
      ))}
    </section>
  );
}

interface CardProps extends Omit<Props, 'programmes'> {
  readonly programme: Programme;
}

function ProgrammeCard({ say, speaker, programme }: CardProps) {
  const { name, purpose, members, admitted, terms } = programme;
  const texts = termsTexts(terms, speaker.catalogue);
  return (
    <div class="card stack">
      <div class="stack tight">
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <p class="soft">
          {purpose !== '' && (
            <>
              <bdi>{purpose}</bdi> ·{' '}
            </>
          )}
          {say('programmeSpaces', { count: members + admitted })}
        </p>
      </div>
      <ul class="gets">
        {texts.free.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <TermsView
        title={say('termsTitle', { name })}
        titles={{ who: say('whoTitle'), when: say('whenTitle'), between: say('betweenTitle') }}
        texts={{ ...texts, free: [] }}
      />
    </div>
  );
}
