/** Who may enter: desk people, paired devices, API tokens, the owner's password. */

import type { Say } from '../../i18n/words.js';
import { ChangePasswordForm } from './change-password-form.js';
import { DevicesForm } from './devices-form.js';
import { PeopleForm } from './people-form.js';
import { TokensForm } from './tokens-form.js';
import type { SettingsTable } from './words/load.js';

/** All four. */
export function AccessPart({ say }: { readonly say: Say<SettingsTable> }) {
  return (
    <div class="stack wide column">
      <PeopleForm say={say} />
      <DevicesForm say={say} />
      <ChangePasswordForm say={say} />
      <TokensForm say={say} />
    </div>
  );
}
