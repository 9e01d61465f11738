/** The section Visits: in and out, by space and over time; by its route the desk, a statement. */

import { useCommon } from '../../ui/common.js';
import { Loading } from '../../ui/notice.js';
import { useWords } from '../../ui/use-words.js';
import { DeskVisits } from './desk-visits.js';
import { DoubleVisits } from './double-visits.js';
import { Exchange } from './exchange-page.js';
import { Statement } from './statement.js';
import { loadVisitsWords } from './words/load.js';
import './visits.css';

const TABS = ['', 'desk', 'double'] as const;

/** The section. `path` is what follows `visits/` in the route. */
export function Visits({ path }: { readonly path: readonly string[] }) {
  const common = useCommon();
  const say = useWords(loadVisitsWords);
  if (say === null) return <Loading text={common.say('loading')} />;
  const [first = '', second] = path;
  if (first === 'with' && second !== undefined) return <Statement say={say} space={second} />;
  return (
    <div class="stack">
      <h1>{say('title')}</h1>
      <nav class="tabs" aria-label={say('title')}>
        {TABS.map((tab) => (
          <a
            key={tab}
            href={`#/visits${tab === '' ? '' : `/${tab}`}`}
            aria-current={tab === first ? 'page' : undefined}
          >
            {say(tab === '' ? 'tabExchange' : tab === 'desk' ? 'tabDesk' : 'tabDouble')}
          </a>
        ))}
      </nav>
      {first === 'desk' && <DeskVisits say={say} />}
      {first === 'double' && <DoubleVisits say={say} />}
      {first !== 'desk' && first !== 'double' && <Exchange say={say} />}
    </div>
  );
}
