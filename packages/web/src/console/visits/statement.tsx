/** The account between two spaces: both count the same stamps, so both see the same numbers. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { ProfileView, StatementView, StatusView } from '../../api/owner-views.js';
import { dateText, isolated } from '../../i18n/formats.js';
import { localeOf } from '../../i18n/languages.js';
import type { Say } from '../../i18n/words.js';
import { nowSeconds } from '../../platform/clock.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Loading, Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { BackLink } from '../parts/back-link.js';
import { useConsole } from '../parts/context.js';
import { lastDays } from '../parts/today.js';
import { type Period, PeriodForm } from './period-form.js';
import { daysOfKind } from './statement-days.js';
import type { VisitsTable } from './words/load.js';

interface Props {
  readonly say: Say<VisitsTable>;
  readonly profile: ProfileView;
  readonly space: string;
}

const KINDS = ['free', 'paid', 'courtesy'] as const;

/** The page; it prints as it is. */
export function Statement({ say, profile, space }: Props) {
  const { say: common } = useCommon();
  const [period, setPeriod] = useState<Period>(() => lastDays(90, profile, nowSeconds()));
  const { loaded, reload } = useLoad(
    () =>
      Promise.all([
        api.get<StatementView>('/api/statement', { with: space, ...period }),
        api.get<StatusView>('/api/status'),
      ]),
    [space, period.from, period.to],
  );
  const themName = loaded.state === 'ready' ? loaded.value[0].themName : null;
  const them = isolated(themName ?? `${space.slice(0, 8)}…`);
  return (
    <div class="stack column">
      <BackLink href="#/visits" text={say('title')} />
      <h1>{say('statementTitle', { name: them })}</h1>
      <PeriodForm say={say} period={period} onPeriod={setPeriod} />
      {loaded.state === 'loading' && <Loading text={common('loading')} />}
      {loaded.state === 'failed' && <Problem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && (
        <Account say={say} statement={loaded.value[0]} us={loaded.value[1].name} them={them} />
      )}
    </div>
  );
}

interface AccountProps {
  readonly say: Say<VisitsTable>;
  readonly statement: StatementView;
  readonly us: string;
  readonly them: string;
}

function Account({ say, statement, us, them }: AccountProps) {
  const { language } = useCommon();
  const console = useConsole();
  const number = new Intl.NumberFormat(localeOf(language));
  return (
    <>
      <p>
        {say('statementPeriod', {
          from: dateText(language, statement.from),
          to: dateText(language, statement.to),
        })}
      </p>
      <div class="table-wrap card">
        <table>
          <thead>
            <tr>
              <th>{say('kind')}</th>
              <th class="number">{say('givenBy', { name: isolated(us) })}</th>
              <th class="number">{say('givenBy', { name: them })}</th>
            </tr>
          </thead>
          <tbody>
            {KINDS.map((kind) => (
              <tr key={kind}>
                <td>{console(kind)}</td>
                <td class="number">{number.format(daysOfKind(statement.given, kind))}</td>
                <td class="number">{number.format(daysOfKind(statement.received, kind))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {statement.unproven > 0 && (
        <Notice tone="warn">{say('unproven', { count: statement.unproven, name: them })}</Notice>
      )}
      <p class="soft small">{say('statementHint')}</p>
      <div class="row no-print">
        <Button kind="quiet" icon="print" onClick={() => print()}>
          {console('print')}
        </Button>
      </div>
    </>
  );
}
