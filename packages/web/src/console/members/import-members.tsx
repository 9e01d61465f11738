/** Members from a CSV file: first a dry run that says what each row would do, then the import. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { ImportView } from '../../api/owner-views.js';
import type { Say } from '../../i18n/words.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { TextArea } from '../../ui/field.js';
import { useAction } from '../../ui/load.js';
import { Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { BackLink } from '../parts/back-link.js';
import { importCounts } from './import-counts.js';
import { ImportTable } from './import-table.js';
import type { MembersTable } from './words/load.js';

/** What is too much for one request. */
const FILE_BYTES_MAX = 1_000_000;

interface Props {
  readonly say: Say<MembersTable>;
  readonly onImported: () => void;
}

/** What was sent, whether to try or to import it, and what the node said of it. */
interface Sent {
  readonly csv: string;
  readonly dryRun: boolean;
  readonly view: ImportView;
}

/** The page. */
export function ImportMembers({ say, onImported }: Props) {
  const [csv, setCsv] = useState('');
  const [isTooLarge, setTooLarge] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const { busy, error, run } = useAction();
  const send = (text: string, dryRun: boolean): void =>
    run(async () => {
      const view = await api.post<ImportView>('/api/members/import', { csv: text, dryRun });
      setSent({ csv: text, dryRun, view });
      if (!dryRun) onImported();
    });
  // A text that was changed since, be it while the answer was on its way, was not tried.
  const tried = sent?.dryRun === true && sent.csv === csv ? sent : null;
  const readFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setTooLarge(file.size > FILE_BYTES_MAX);
    if (file.size <= FILE_BYTES_MAX) setCsv(await file.text());
  };
  const counts = importCounts(sent?.view.rows ?? []);
  return (
    <div class="stack">
      <BackLink href="#/members" text={say('title')} />
      <h1>{say('importTitle')}</h1>
      {sent?.dryRun === false ? (
        <Notice tone="good" title={say('importDoneTitle')}>
          <p>{say('importAdded', { count: counts.add })}</p>
          <p>{say('importChanged', { count: counts.update })}</p>
          {counts.skip > 0 && <p>{say('importSkipped', { count: counts.skip })}</p>}
          {counts.add > 0 && <p>{say('importNoLink')}</p>}
          <div class="row">
            {counts.add > 0 && (
              <ButtonLink href="#/members/no-link">{say('importShowNoLink')}</ButtonLink>
            )}
            <ButtonLink href="#/members" kind="quiet">
              {say('title')}
            </ButtonLink>
          </div>
        </Notice>
      ) : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (csv.trim() !== '') send(csv, true);
          }}
        >
          <p>{say('importHint')}</p>
          <pre class="sample">{say('importSample')}</pre>
          <label class="field">
            <span class="label">{say('importFile')}</span>
            <input
              type="file"
              accept=".csv,text/csv"
              onChange={(event) => void readFile(event.currentTarget.files?.[0])}
            />
          </label>
          {isTooLarge && <Notice tone="bad">{say('importTooLarge')}</Notice>}
          <TextArea label={say('importText')} rows={8} value={csv} onValue={setCsv} />
          <Problem error={error} />
          <div class="row">
            <Button
              type="submit"
              kind={tried === null ? 'primary' : 'quiet'}
              busy={busy}
              disabled={csv.trim() === ''}
            >
              {say('importTry')}
            </Button>
            {tried !== null && counts.error === 0 && counts.add + counts.update > 0 && (
              <Button busy={busy} onClick={() => send(tried.csv, false)}>
                {say('importNow', { count: counts.add + counts.update })}
              </Button>
            )}
          </div>
        </form>
      )}
      {tried !== null && <ImportTable say={say} view={tried.view} />}
    </div>
  );
}
