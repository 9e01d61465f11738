/** What each row of a CSV file would do. Rows that are wrong stand first, then those left out. */

import type { ImportRow, ImportView } from '../../api/owner-views.js';
import { listText } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { useCommon } from '../../ui/common.js';
import { Notice } from '../../ui/notice.js';
import { importCounts } from './import-counts.js';
import { rowText } from './import-problem.js';
import type { MembersTable } from './words/load.js';

const TONES: Readonly<Record<ImportRow['action'], string>> = {
  add: 'good',
  update: 'warn',
  unchanged: '',
  skip: 'warn',
  error: 'bad',
};
/** How many rows are drawn. */
const ROWS_MAX = 500;

/** Rows that want a look stand first. */
function rank({ action }: ImportRow): number {
  return action === 'error' ? 2 : Number(action === 'skip');
}

interface Props {
  readonly say: Say<MembersTable>;
  readonly view: ImportView;
}

/** The table. */
export function ImportTable({ say, view: { rows, passedOver } }: Props) {
  const { language } = useCommon();
  const counts = importCounts(rows);
  const sorted = [...rows].sort((one, other) => rank(other) - rank(one));
  return (
    <section class="stack" aria-label={say('importResult')}>
      <h2>{say('importResult')}</h2>
      <Notice tone={counts.error > 0 ? 'bad' : 'info'}>
        {counts.error > 0
          ? say('importWrong', { count: counts.error })
          : say('importRight', {
              add: counts.add,
              update: counts.update,
              unchanged: counts.unchanged,
            })}
        {counts.skip > 0 && <p>{say('importSkipped', { count: counts.skip })}</p>}
      </Notice>
      {passedOver.length > 0 && (
        <Notice tone="warn">
          {say('importPassedOver', { heads: listText(language, passedOver) })}
        </Notice>
      )}
      <div class="table-wrap">
        <table>
          <thead>
            <tr>
              <th class="number">{say('line')}</th>
              <th>{say('name')}</th>
              <th>{say('importAction')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, ROWS_MAX).map((row) => (
              <tr key={row.line}>
                <td class="number">{row.line}</td>
                <td>
                  <bdi>{row.name || '–'}</bdi>
                </td>
                <td>
                  <span class={`badge ${TONES[row.action]}`}>{say(`import-${row.action}`)}</span>{' '}
                  <bdi>{rowText(say, language, row)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > ROWS_MAX && (
        <p class="soft small">{say('importMore', { count: rows.length - ROWS_MAX })}</p>
      )}
    </section>
  );
}
