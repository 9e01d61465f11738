/** The visits at our desk in a period. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { DeskVisitView } from '../../api/desk-views.js';
import type { ProfileView } from '../../api/owner-views.js';
import { dateText, isolated, moneyText } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { nowSeconds } from '../../platform/clock.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Empty, Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { recorderText } from '../../ui/recorder.js';
import { visibleName } from '../../ui/visible-name.js';
import { useConsole } from '../parts/context.js';
import { KindBadge } from '../parts/kind-badge.js';
import { lastDays } from '../parts/today.js';
import { type Period, PeriodForm } from './period-form.js';
import type { VisitsTable } from './words/load.js';

const DAYS = 30;

interface Props {
  readonly say: Say<VisitsTable>;
  readonly profile: ProfileView;
}

/** The page. */
export function DeskVisits({ say, profile }: Props) {
  const common = useCommon();
  const [period, setPeriod] = useState<Period>(() => lastDays(DAYS, profile, nowSeconds()));
  const { loaded, reload } = useLoad(
    () => api.get<readonly DeskVisitView[]>('/api/visits', { ...period }),
    [period.from, period.to],
  );
  return (
    <div class="stack">
      <PeriodForm say={say} period={period} onPeriod={setPeriod} />
      {loaded.state === 'loading' && <Loading text={common.say('loading')} />}
      {loaded.state === 'failed' && <Problem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && loaded.value.length === 0 && (
        <Empty title={say('emptyTitle')}>{say('deskEmpty')}</Empty>
      )}
      {loaded.state === 'ready' && loaded.value.length > 0 && (
        <ul class="plain rows">
          {newestFirst(loaded.value).map((visit) => (
            <Visit
              key={visit.id}
              say={say}
              visit={visit}
              currency={profile.rate?.currency ?? null}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function newestFirst(visits: readonly DeskVisitView[]): readonly DeskVisitView[] {
  return [...visits].sort((one, other) => other.date.localeCompare(one.date));
}

interface VisitProps {
  readonly say: Say<VisitsTable>;
  readonly visit: DeskVisitView;
  readonly currency: string | null;
}

function Visit({ say, visit, currency }: VisitProps) {
  const { language, say: common } = useCommon();
  const console = useConsole();
  const { displayName, home, homeName, date, kind, weight, amount, note, recordedBy } = visit;
  return (
    <li class="row-plain">
      <span class="grow">
        <strong>
          <bdi>{visibleName(displayName) ?? say(visit.erased ? 'erased' : 'nameless')}</bdi>
        </strong>{' '}
        <bdi>{homeName ?? `${home.slice(0, 8)}…`}</bdi>
        <span class="row-detail soft small">
          {dateText(language, date)}
          {recordedBy !== null && ` · ${recorderText(recordedBy, common)}`}
          {note && ` · ${isolated(note)}`}
        </span>
      </span>
      {amount !== null && currency !== null && (
        <span class="numbers">{moneyText(language, { amount, currency })}</span>
      )}
      {weight === 0.5 && <span class="badge">{console('halfDay')}</span>}
      {!visit.published && <span class="badge warn">{say('unpublished')}</span>}
      {visit.voided ? <span class="badge">{console('voided')}</span> : <KindBadge kind={kind} />}
    </li>
  );
}
