/** The chart's numbers, for those who do not see it. */

import type { MonthView } from '../../api/owner-views.js';
import { localeOf } from '../../i18n/languages.js';
import type { Say } from '../../i18n/words.js';
import { useCommon } from '../../ui/common.js';
import { allDays } from './exchange.js';
import { monthName } from './month-name.js';
import type { VisitsTable } from './words/load.js';

interface Props {
  readonly say: Say<VisitsTable>;
  readonly months: readonly MonthView[];
}

/** The table. */
export function MonthsTable({ say, months }: Props) {
  const { language } = useCommon();
  const number = new Intl.NumberFormat(localeOf(language));
  return (
    <div class="table-wrap">
      <table>
        <thead>
          <tr>
            <th>{say('month')}</th>
            <th class="number">{say('given')}</th>
            <th class="number">{say('received')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, given, received }) => (
            <tr key={month}>
              <td>{monthName(language, month, 'long')}</td>
              <td class="number">{number.format(allDays(given))}</td>
              <td class="number">{number.format(allDays(received))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
