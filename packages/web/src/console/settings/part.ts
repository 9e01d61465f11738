/** What every part of the settings is given. */

import type { ProfileView, StatusView } from '../../api/owner-views.js';
import type { Say } from '../../i18n/words.js';
import type { SettingsTable } from './words/load.js';

export interface PartProps {
  readonly say: Say<SettingsTable>;
  readonly profile: ProfileView;
  readonly status: StatusView;
  readonly onChanged: () => void;
}
