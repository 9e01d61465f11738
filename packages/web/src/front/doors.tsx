/** The doors of a node: one for each kind of person. */

import type { Say } from '../i18n/words.js';
import { Icon, type IconName } from '../ui/icon.js';
import type { FrontTable } from './words/load.js';

interface Door {
  readonly href: string;
  readonly icon: IconName;
  readonly title: keyof FrontTable;
  readonly text: keyof FrontTable;
}

const DOORS: readonly Door[] = [
  { href: '/wallet', icon: 'phone', title: 'member', text: 'memberText' },
  { href: '/desk', icon: 'scan', title: 'desk', text: 'deskText' },
  { href: '/console', icon: 'gear', title: 'owner', text: 'ownerText' },
  { href: '/directory', icon: 'map', title: 'everybody', text: 'everybodyText' },
];

/** A card a door. */
export function Doors({ say }: { readonly say: Say<FrontTable> }) {
  return (
    <nav aria-label={say('doors')}>
      <ul class="plain doors">
        {DOORS.map(({ href, icon, title, text }) => (
          <li key={href} class="door">
            <Icon name={icon} />
            <h2>
              <a href={href}>{say(title)}</a>
            </h2>
            <p class="soft small">{say(text)}</p>
          </li>
        ))}
      </ul>
    </nav>
  );
}
