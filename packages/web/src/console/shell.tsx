/** The signed-in console: its sections by route, each loaded when it is first shown. */

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { onSessionLost } from '../api/client.js';
import { Button } from '../ui/button.js';
import { useCommon } from '../ui/common.js';
import { Icon, type IconName } from '../ui/icon.js';
import { Loading } from '../ui/notice.js';
import { Problem } from '../ui/problem.js';
import { useRoute } from '../ui/route.js';
import { useConsole } from './parts/context.js';
import { useUnread } from './parts/unread.js';
import { SECTIONS, type SectionName, sectionOf } from './sections.js';

type Section = ComponentType<{ readonly path: readonly string[] }>;

const LOADERS: Readonly<Record<SectionName, () => Promise<Section>>> = {
  overview: async () => (await import('./overview/overview.js')).Overview,
  members: async () => (await import('./members/members.js')).Members,
  visits: async () => (await import('./visits/visits.js')).Visits,
  messages: async () => (await import('./messages/messages.js')).Messages,
  network: async () => (await import('./network/network.js')).Network,
  programme: async () => (await import('./programme/programmes.js')).Programmes,
  settings: async () => (await import('./settings/settings.js')).Settings,
};

const ICONS: Readonly<Record<SectionName, IconName>> = {
  overview: 'house',
  members: 'people',
  visits: 'list',
  messages: 'mail',
  network: 'globe',
  programme: 'star',
  settings: 'gear',
};

/** What fits beside a word. */
const COUNT_MAX = 99;

interface ShellProps {
  /** The node no longer knows the session: it has ended, or the password is another now. */
  readonly onSessionLost: () => void;
}

/** The section of the route. */
export function Shell({ onSessionLost: lost }: ShellProps) {
  const common = useCommon();
  const { section, path } = sectionOf(useRoute());
  const [shown, setShown] = useState<{ readonly name: SectionName; readonly view: Section }>();
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isCurrent = true;
    setError(null);
    LOADERS[section]().then(
      (view) => isCurrent && setShown({ name: section, view }),
      (thrown: unknown) => isCurrent && setError(thrown),
    );
    return () => {
      isCurrent = false;
    };
  }, [section]);
  useEffect(() => onSessionLost(lost), [lost]);
  const pathText = path.join('/');
  useEffect(() => scrollTo(0, 0), [section, pathText]);
  if (error !== null) return <Problem error={error} onRetry={() => location.reload()} />;
  if (shown === undefined || shown.name !== section)
    return <Loading text={common.say('loading')} />;
  const { view: View } = shown;
  return <View path={path} />;
}

/** The sections as tabs, with how many messages wait to be read. */
export function Navigation() {
  const say = useConsole();
  const unread = useUnread();
  const { section } = sectionOf(useRoute());
  return (
    <nav class="tabs console-tabs no-print" aria-label={say('sections')}>
      {SECTIONS.map((name) => (
        <a
          key={name}
          href={`#/${name === 'overview' ? '' : name}`}
          aria-current={name === section ? 'page' : undefined}
        >
          <Icon name={ICONS[name]} />
          <span>{say(name)}</span>
          {name === 'messages' && unread > 0 && (
            <span class="unread-count">
              <span aria-hidden="true">{unread > COUNT_MAX ? `${COUNT_MAX}+` : unread}</span>
              <span class="hidden-visually">{say('unread', { count: unread })}</span>
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}

/** Signs out. */
export function SignOut({ onSignOut }: { readonly onSignOut: () => void }) {
  const say = useConsole();
  return (
    <Button kind="link" onClick={onSignOut}>
      {say('signOut')}
    </Button>
  );
}
