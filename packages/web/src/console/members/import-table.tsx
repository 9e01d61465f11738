/** What each row of a CSV file would do. Rows that are wrong stand first. */

import type { ImportRow } from '../../api/owner-views.js';
import type { Say } from '../../i18n/words.js';
import { Notice } from '../../ui/notice.js';
import { importCounts } from './import-counts.js';
import type { MembersTable } from './words/load.js';

const TONES: Readonly<Record<ImportRow['action'], string>> = {
  add: 'good',
  update: 'warn',
  unchanged: '',
  error: 'bad',
};
/** How many rows are drawn. */
const ROWS_MAX = 500;

interface Props {
  readonly say: Say<MembersTable>;
  readonly rows: readonly ImportRow[];
}

/** The table. */
export function ImportTable({ say, rows }: Props) {
  const counts = importCounts(rows);
  const sorted = [...rows].sort(
    (one, other) => Number(other.action === 'error') - Number(one.action === 'error'),
  );
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
      </Notice>
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
            {sorted.slice(0, ROWS_MAX).map(({ line, name, action, problem }) => (
              <tr key={line}>
                <td class="number">{line}</td>
                <td>
                  <bdi>{name ?? '–'}</bdi>
                </td>
                <td>
                  <span class={`badge ${TONES[action]}`}>{say(`import-${action}`)}</span>{' '}
                  {problem !== null && <bdi>{problem}</bdi>}
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
