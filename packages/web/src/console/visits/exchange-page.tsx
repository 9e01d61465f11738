/** What we gave and what we got: totals, the course over months, and partner by partner. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { DayCounts, ExchangeView, PartnerView, ProfileView } from '../../api/owner-views.js';
import { dateText } from '../../i18n/formats.js';
import { localeOf } from '../../i18n/languages.js';
import type { Say } from '../../i18n/words.js';
import { nowSeconds } from '../../platform/clock.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Empty, Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { lastDays } from '../parts/today.js';
import { allDays, cameBackAndPaid, everyMonth, totals } from './exchange.js';
import { LazyChart } from './lazy-chart.js';
import { MonthsTable } from './months-table.js';
import { type Period, PeriodForm } from './period-form.js';
import type { VisitsTable } from './words/load.js';

interface Props {
  readonly say: Say<VisitsTable>;
}

interface PageProps extends Props {
  readonly profile: ProfileView;
}

/** The page. */
export function Exchange({ say, profile }: PageProps) {
  const common = useCommon();
  const [period, setPeriod] = useState<Period>(() => lastDays(365, profile, nowSeconds()));
  const { loaded, reload } = useLoad(
    () => api.get<ExchangeView>('/api/exchange', { from: period.from, to: period.to }),
    [period.from, period.to],
  );
  return (
    <div class="stack wide">
      <PeriodForm say={say} period={period} onPeriod={setPeriod} />
      {loaded.state === 'loading' && <Loading text={common.say('loading')} />}
      {loaded.state === 'failed' && <Problem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && loaded.value.partners.length === 0 && (
        <Empty title={say('emptyTitle')}>{say('empty')}</Empty>
      )}
      {loaded.state === 'ready' && loaded.value.partners.length > 0 && (
        <Shown say={say} exchange={loaded.value} period={period} />
      )}
    </div>
  );
}

interface ShownProps extends Props {
  readonly exchange: ExchangeView;
  readonly period: Period;
}

function Shown({ say, exchange, period }: ShownProps) {
  const { given, received } = totals(exchange);
  const months = everyMonth(exchange.months, period.from.slice(0, 7), period.to.slice(0, 7));
  const paying = cameBackAndPaid(exchange);
  return (
    <>
      <div class="grid">
        <Total title={say('given')} hint={say('givenHint')} counts={given} say={say} />
        <Total title={say('received')} hint={say('receivedHint')} counts={received} say={say} />
        <div class="card stack tight">
          <h2>{say('paying')}</h2>
          <p class="figure numbers">{paying.length}</p>
          <p class="soft small">{say('payingHint')}</p>
        </div>
      </div>
      <section class="card stack">
        <h2>{say('overTime')}</h2>
        <LazyChart say={say} months={months} />
        <details>
          <summary>{say('asTable')}</summary>
          <MonthsTable say={say} months={months} />
        </details>
      </section>
      <section class="stack">
        <h2>{say('bySpace')}</h2>
        <Partners say={say} partners={exchange.partners} />
      </section>
    </>
  );
}

interface TotalProps extends Props {
  readonly title: string;
  readonly hint: string;
  readonly counts: DayCounts;
}

function Total({ title, hint, counts, say }: TotalProps) {
  return (
    <div class="card stack tight">
      <h2>{title}</h2>
      <p class="figure numbers">{say('days', { count: allDays(counts) })}</p>
      <p class="small">
        {say('kinds', { free: counts.free, paid: counts.paid, courtesy: counts.courtesy })}
      </p>
      <p class="soft small">{hint}</p>
    </div>
  );
}

function Partners({ say, partners }: Props & { readonly partners: readonly PartnerView[] }) {
  const { language } = useCommon();
  const number = new Intl.NumberFormat(localeOf(language));
  return (
    <div class="table-wrap card">
      <table>
        <thead>
          <tr>
            <th>{say('partner')}</th>
            <th class="number">{say('givenFree')}</th>
            <th class="number">{say('givenPaid')}</th>
            <th class="number">{say('receivedFree')}</th>
            <th class="number">{say('receivedPaid')}</th>
            <th>{say('latest')}</th>
          </tr>
        </thead>
        <tbody>
          {partners.map(({ space, name, given, received, lastDate }) => (
            <tr key={space}>
              <td>
                <a href={`#/visits/with/${space}`}>
                  <bdi>{name ?? `${space.slice(0, 8)}…`}</bdi>
                </a>
              </td>
              <td class="number">{number.format(given.free + given.courtesy)}</td>
              <td class="number">{number.format(given.paid)}</td>
              <td class="number">{number.format(received.free + received.courtesy)}</td>
              <td class="number">{number.format(received.paid)}</td>
              <td class="date">{dateText(language, lastDate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
