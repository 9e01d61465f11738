/** Where a member has been. */

import { api } from '../../api/client.js';
import type { VisaVisitView } from '../../api/owner-views.js';
import { dateText } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Empty, Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { useConsole } from '../parts/context.js';
import { KindBadge } from '../parts/kind-badge.js';
import type { MembersTable } from './words/load.js';

interface Props {
  readonly say: Say<MembersTable>;
  readonly id: string;
}

/** The list, newest first. */
export function MemberVisits({ say, id }: Props) {
  const common = useCommon();
  const { loaded, reload } = useLoad(
    () => api.get<readonly VisaVisitView[]>(`/api/members/${id}/visits`),
    [id],
  );
  return (
    <section class="stack">
      <h2>{say('visits')}</h2>
      {loaded.state === 'loading' && <Loading text={common.say('loading')} />}
      {loaded.state === 'failed' && <Problem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && loaded.value.length === 0 && (
        <Empty title={say('noVisitsTitle')}>{say('noVisits')}</Empty>
      )}
      {loaded.state === 'ready' && loaded.value.length > 0 && <Visits visits={loaded.value} />}
    </section>
  );
}

function Visits({ visits }: { readonly visits: readonly VisaVisitView[] }) {
  const { language } = useCommon();
  const say = useConsole();
  const newestFirst = [...visits].sort((one, other) => other.date.localeCompare(one.date));
  return (
    <ul class="plain rows">
      {newestFirst.map(({ host, hostName, date, kind, weight, voided }, index) => (
        // One that was undone and recorded anew stands here twice.
        <li key={`${host}${date}${index}`} class="row-plain">
          <span class="grow">
            <strong>{dateText(language, date)}</strong>{' '}
            <bdi>{hostName ?? `${host.slice(0, 8)}…`}</bdi>
          </span>
          {weight === 0.5 && <span class="badge">{say('halfDay')}</span>}
          {voided ? <span class="badge">{say('voided')}</span> : <KindBadge kind={kind} />}
        </li>
      ))}
    </ul>
  );
}
