/** How the reader's space can take part. */

import type { Say } from '../i18n/words.js';
import { ButtonLink } from '../ui/button.js';
import type { ExplainTable } from './words/load.js';

interface Props {
  readonly say: Say<ExplainTable>;
  readonly text: string;
}

/** A text, and where to go on. */
export function TakePart({ say, text }: Props) {
  return (
    <section class="stack">
      <h2>{say('takePartTitle')}</h2>
      <p>{text}</p>
      <div class="row">
        <ButtonLink kind="quiet" icon="map" href="/directory">
          {say('seeSpaces')}
        </ButtonLink>
        <ButtonLink kind="quiet" icon="house" href="/join">
          {say('howToJoin')}
        </ButtonLink>
      </div>
    </section>
  );
}
