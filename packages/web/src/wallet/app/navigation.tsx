/** The wallet's parts as a bar: at the foot of a phone, where thumbs are, else beside the title. */

import { Icon, type IconName } from '../../ui/icon.js';
import { useRoute } from '../../ui/route.js';
import type { WalletTable } from '../words/load.js';
import { useWallet } from './context.js';

interface Part {
  readonly route: string;
  readonly icon: IconName;
  readonly word: keyof WalletTable & string;
}

const PARTS: readonly Part[] = [
  { route: '', icon: 'card', word: 'navVisas' },
  { route: 'here', icon: 'scan', word: 'navHere' },
  { route: 'spaces', icon: 'map', word: 'navSpaces' },
  { route: 'visits', icon: 'list', word: 'navVisits' },
];

/** The part that a route belongs to: a visa's code and its settings are under “Visas”. */
function partOf(route: string): string {
  const [name = ''] = route.split('/');
  return PARTS.some((part) => part.route === name) ? name : '';
}

/** The bar. */
export function Navigation() {
  const { say } = useWallet();
  const current = partOf(useRoute());
  return (
    <nav class="tabs wallet-bar no-print" aria-label={say('navLabel')}>
      {PARTS.map((part) => (
        <a
          key={part.route}
          href={`#/${part.route}`}
          aria-current={current === part.route ? 'page' : undefined}
        >
          <Icon name={part.icon} />
          <span>{say(part.word)}</span>
        </a>
      ))}
    </nav>
  );
}
