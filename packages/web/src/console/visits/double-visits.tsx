/** Free days that a cut between nodes let two spaces give at once. */

import type { Listing } from '@covisa/protocol';
import { api } from '../../api/client.js';
import type { DoubleVisitView, MemberView } from '../../api/owner-views.js';
import { dateText } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { namesOf } from '../../listings/directory.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Empty, Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import type { VisitsTable } from './words/load.js';

function load() {
  return Promise.all([
    api.get<readonly DoubleVisitView[]>('/api/double-visits'),
    api.get<readonly Listing[]>('/api/directory'),
    api.get<readonly MemberView[]>('/api/members'),
  ]);
}

/** The page. */
export function DoubleVisits({ say }: { readonly say: Say<VisitsTable> }) {
  const { language, say: common } = useCommon();
  const { loaded, reload } = useLoad(load, []);
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading') return <Loading text={common('loading')} />;
  const [doubles, listings, members] = loaded.value;
  const nameOf = namesOf(listings);
  const memberName = (id: string | null): string =>
    members.find((member) => member.id === id)?.name ?? say('nameless');
  return (
    <div class="stack">
      <p class="soft">{say('doubleHint')}</p>
      {doubles.length === 0 ? (
        <Empty title={say('doubleEmptyTitle')}>{say('doubleEmpty')}</Empty>
      ) : (
        <ul class="plain rows">
          {doubles.map(({ side, member, k, hosts }) => (
            <li key={`${side}${member}${k}${hosts[0]?.host}`} class="row-plain">
              <span class="grow">
                <strong>
                  <bdi>{side === 'home' ? memberName(member) : say('visitingMember')}</bdi>
                </strong>
                <span class="row-detail soft small">
                  {hosts
                    .map(({ host, date }) => `${nameOf(host)}, ${dateText(language, date)}`)
                    .join(' · ')}
                </span>
              </span>
              <span class="badge">{say(side === 'home' ? 'sideHome' : 'sideHost')}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
