/** Joins a programme by its link, or starts one. */

import { DEFAULT_TERMS, parseTerms, type Terms } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { ProfileView } from '../../api/owner-views.js';
import { isolated } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { nowSeconds } from '../../platform/clock.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { TextArea, TextField } from '../../ui/field.js';
import { useAction, useLoad } from '../../ui/load.js';
import { Loading, Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { useWords } from '../../ui/use-words.js';
import { RulesEditor } from '../rules/rules-editor.js';
import { TermsWords } from '../rules/terms-words.js';
import { loadRulesWords } from '../rules/words/load.js';
import { isEndorsements, isThreshold } from './amendment.js';
import { foundingOf, wrongFounder } from './founders.js';
import { isInviteLink } from './invite-link-text.js';
import { NumberFields } from './number-fields.js';
import type { ProgrammeTable } from './words/load.js';

/** Endorsements that admit a space where a founding says nothing else. */
const DEFAULT_ENDORSEMENTS = '2';

/** At each space, for one member. */
const DEFAULT_FREE_DAYS =
  DEFAULT_TERMS.allowances?.find(({ count }) => count === 'host')?.days ?? 0;

interface Props {
  readonly say: Say<ProgrammeTable>;
  readonly onStarted: () => void;
}

/** Both ways, one beside the other. */
export function StartProgramme({ say, onStarted }: Props) {
  const [way, setWay] = useState<'join' | 'create'>('join');
  return (
    <div class="stack">
      <fieldset class="tabs" aria-label={say('startTitle')}>
        {(['join', 'create'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={way === one}
            aria-current={way === one ? 'true' : undefined}
            onClick={() => setWay(one)}
          >
            {say(one)}
          </button>
        ))}
      </fieldset>
      {way === 'join' ? (
        <Join say={say} onStarted={onStarted} />
      ) : (
        <Create say={say} onStarted={onStarted} />
      )}
    </div>
  );
}

function Join({ say, onStarted }: Props) {
  const [link, setLink] = useState('');
  const [isWrong, setWrong] = useState(false);
  const { busy, error, run } = useAction();
  return (
    <form
      class="stack"
      // The browser's own sentence about addresses would hide the one that says what to copy.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setWrong(!isInviteLink(link));
        if (!isInviteLink(link)) return;
        run(async () => {
          await api.post('/api/programmes/join', { link: link.trim() });
          onStarted();
        });
      }}
    >
      <p class="soft">{say('joinHint')}</p>
      <TextField
        label={say('joinLink')}
        type="url"
        inputMode="url"
        autoComplete="off"
        maxLength={400}
        value={link}
        problem={isWrong ? say('joinLinkWrong') : null}
        onValue={(text) => {
          setWrong(false);
          setLink(text);
        }}
      />
      <Problem error={error} />
      <div class="row">
        <Button type="submit" busy={busy} disabled={link.trim() === ''}>
          {say('joinNow')}
        </Button>
      </div>
    </form>
  );
}

function Create({ say, onStarted }: Props) {
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const [founders, setFounders] = useState('');
  const [terms, setTerms] = useState<Terms | null>(DEFAULT_TERMS);
  const [isEditing, setEditing] = useState(false);
  const [threshold, setThreshold] = useState('');
  const [endorsements, setEndorsements] = useState(DEFAULT_ENDORSEMENTS);
  const [wrong, setWrong] = useState<string | null>(null);
  const { busy, error, run } = useAction();
  const areNumbers = isThreshold(threshold) && isEndorsements(endorsements);
  const mayCreate = name.trim() !== '' && terms !== null && areNumbers;
  const create = (): void => {
    const first = wrongFounder(founders);
    setWrong(first);
    if (!mayCreate || first !== null) return;
    const founding = foundingOf({ name, purpose, founders, threshold, endorsements, terms });
    run(async () => {
      await api.post('/api/programmes', founding);
      onStarted();
    });
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <p class="soft">{say('createHint')}</p>
      <TextField
        label={say('programmeName')}
        maxLength={80}
        required
        value={name}
        onValue={setName}
      />
      <TextField
        label={say('purpose')}
        hint={say('purposeHint')}
        maxLength={500}
        value={purpose}
        onValue={setPurpose}
      />
      <TextArea
        label={say('founders')}
        hint={say('foundersHint')}
        rows={3}
        value={founders}
        problem={wrong === null ? null : say('foundersWrong', { text: isolated(wrong) })}
        onValue={(text) => {
          setWrong(null);
          setFounders(text);
        }}
      />
      <details>
        <summary>{say('foundingNumbers')}</summary>
        <NumberFields
          say={say}
          threshold={threshold}
          endorsements={endorsements}
          onThreshold={setThreshold}
          onEndorsements={setEndorsements}
        />
      </details>
      {isEditing ? (
        <TermsEditor terms={DEFAULT_TERMS} onTerms={setTerms} />
      ) : (
        <>
          <Notice tone="info">{say('defaultTerms', { count: DEFAULT_FREE_DAYS })}</Notice>
          <details>
            <summary>{say('terms')}</summary>
            <TermsWords terms={DEFAULT_TERMS} />
          </details>
          <div class="row">
            <Button kind="quiet" onClick={() => setEditing(true)}>
              {say('changeTerms')}
            </Button>
          </div>
        </>
      )}
      <Problem error={error} />
      <div class="row">
        <Button type="submit" busy={busy} disabled={!mayCreate}>
          {say('createNow')}
        </Button>
      </div>
    </form>
  );
}

interface TermsProps {
  readonly terms: Terms;
  readonly onTerms: (terms: Terms | null) => void;
}

/** The terms, with their effect on visits at our own first venue. */
export function TermsEditor({ terms, onTerms }: TermsProps) {
  const { say } = useCommon();
  const words = useWords(loadRulesWords);
  const { loaded, reload } = useLoad(() => api.get<ProfileView>('/api/profile'), []);
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading' || words === null) return <Loading text={say('loading')} />;
  const { venues, rate, offer } = loaded.value;
  const venue = venues[0] ?? { timeZone: 'UTC' };
  return (
    <RulesEditor
      say={words}
      rules={terms}
      isOffer={false}
      parse={parseTerms}
      onRules={onTerms}
      samples={(edited) => ({ terms: edited, offer, venue, rate, now: nowSeconds() })}
    />
  );
}
