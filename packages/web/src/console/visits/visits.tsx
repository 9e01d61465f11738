/** The section Visits: in and out, by space and over time; by its route the desk, a statement. */

import { useCommon } from '../../ui/common.js';
import { Loading } from '../../ui/notice.js';
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
  if (say === null) return <Loading text={common.say('loading')} />;
  const [first = '', second] = path;
  if (first === 'with' && second !== undefined) return <Statement say={say} space={second} />;
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
      {shown === 'desk' && <DeskVisits say={say} />}
      {shown === 'double' && <DoubleVisits say={say} />}
      {shown === '' && <Exchange say={say} />}
    </div>
  );
}
