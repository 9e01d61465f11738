/** The section Visits: in and out, by space and over time; by its route the desk, a statement. */

import { api } from '../../api/client.js';
import type { ProfileView } from '../../api/owner-views.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { useWords } from '../../ui/use-words.js';
import { Tabs } from '../parts/tabs.js';
import { DeskVisits } from './desk-visits.js';
import { DoubleVisits } from './double-visits.js';
import { Exchange } from './exchange-page.js';
import { Statement } from './statement.js';
import { loadVisitsWords } from './words/load.js';
import './visits.css';

const TABS = [
  { path: '', text: 'tabExchange' },
  { path: 'desk', text: 'tabDesk' },
  { path: 'double', text: 'tabDouble' },
] as const;

/** The section. `path` is what follows `visits/` in the route. */
export function Visits({ path }: { readonly path: readonly string[] }) {
  const common = useCommon();
  const say = useWords(loadVisitsWords);
  const { loaded, reload } = useLoad(() => api.get<ProfileView>('/api/profile'), []);
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading' || say === null) return <Loading text={common.say('loading')} />;
  const [first = '', second] = path;
  const { value: profile } = loaded;
  if (first === 'with' && second !== undefined) {
    return <Statement say={say} profile={profile} space={second} />;
  }
  const shown = first === 'desk' || first === 'double' ? first : '';
  return (
    <div class="stack">
      <h1>{say('title')}</h1>
      <Tabs
        label={say('title')}
        tabs={TABS.map(({ path: tab, text }) => ({
          href: `#/visits${tab === '' ? '' : `/${tab}`}`,
          text: say(text),
          isCurrent: tab === shown,
        }))}
      />
      {shown === 'desk' && <DeskVisits say={say} profile={profile} />}
      {shown === 'double' && <DoubleVisits say={say} />}
      {shown === '' && <Exchange say={say} profile={profile} />}
    </div>
  );
}
