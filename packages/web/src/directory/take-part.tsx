/** How members and spaces take part. */

import type { Say } from '../i18n/words.js';
import { ButtonLink } from '../ui/button.js';
import type { DirectoryTable } from './words/load.js';

/** Two cards. */
export function TakePart({ say }: { readonly say: Say<DirectoryTable> }) {
  return (
    <section class="stack">
      <h2>{say('takePartTitle')}</h2>
      <div class="pair">
        <div class="card stack">
          <h3>{say('forMembersTitle')}</h3>
          <p class="grow-down">{say('forMembers')}</p>
          <p>
            <ButtonLink kind="quiet" icon="phone" href="/wallet">
              {say('openWallet')}
            </ButtonLink>
          </p>
        </div>
        <div class="card stack">
          <h3>{say('forSpacesTitle')}</h3>
          <p class="grow-down">{say('forSpaces')}</p>
          <p>
            <ButtonLink kind="quiet" icon="house" href="/join">
              {say('howToJoin')}
            </ButtonLink>
          </p>
        </div>
      </div>
    </section>
  );
}
