/** Members from a CSV file: first a dry run that says what each row would do, then the import. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { Say } from '../../i18n/words.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { TextArea } from '../../ui/field.js';
import { useAction } from '../../ui/load.js';
import { Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import type { ImportView } from '../node/views.js';
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

type Stage = 'typing' | 'tried' | 'done';

/** The page. */
export function ImportMembers({ say, onImported }: Props) {
  const [csv, setCsv] = useState('');
  const [isTooLarge, setTooLarge] = useState(false);
  const [stage, setStage] = useState<Stage>('typing');
  const [view, setView] = useState<ImportView | null>(null);
  const { busy, error, run } = useAction();
  const edit = (text: string): void => {
    setCsv(text);
    setStage('typing');
  };
  const send = (dryRun: boolean): void =>
    run(async () => {
      setView(await api.post<ImportView>('/api/members/import', { csv, dryRun }));
      setStage(dryRun ? 'tried' : 'done');
      if (!dryRun) onImported();
    });
  const readFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setTooLarge(file.size > FILE_BYTES_MAX);
    if (file.size <= FILE_BYTES_MAX) edit(await file.text());
  };
  const counts = importCounts(view?.rows ?? []);
  return (
    <div class="stack">
      <BackLink href="#/members" text={say('title')} />
      <h1>{say('importTitle')}</h1>
      {stage === 'done' ? (
        <Notice tone="good" title={say('importDoneTitle')}>
          <p>{say('importDone', { add: counts.add, update: counts.update })}</p>
          <ButtonLink href="#/members" kind="quiet">
            {say('title')}
          </ButtonLink>
        </Notice>
      ) : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (csv.trim() !== '') send(true);
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
          <TextArea label={say('importText')} rows={8} value={csv} onValue={edit} />
          <Problem error={error} />
          <div class="row">
            <Button
              type="submit"
              kind={stage === 'tried' ? 'quiet' : 'primary'}
              busy={busy}
              disabled={csv.trim() === ''}
            >
              {say('importTry')}
            </Button>
            {stage === 'tried' && counts.error === 0 && counts.add + counts.update > 0 && (
              <Button busy={busy} onClick={() => send(false)}>
                {say('importNow', { count: counts.add + counts.update })}
              </Button>
            )}
          </div>
        </form>
      )}
      {view !== null && stage === 'tried' && <ImportTable say={say} rows={view.rows} />}
    </div>
  );
}
