/** The recovery key: shown once, copied to paper, and confirmed by three of its words. */

import { useEffect, useState } from 'preact/hooks';
import type { Say } from '../../i18n/words.js';
import { freshBytes } from '../../platform/random.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { TextField } from '../../ui/field.js';
import { useLoad } from '../../ui/load.js';
import { Loading, Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import {
  ASKED_WORDS,
  askedPlaces,
  makeRecoveryKey,
  type RecoveryKey,
  wrongPlaces,
} from './recovery.js';
import type { SetUpTable } from './words/load.js';

interface Props {
  readonly say: Say<SetUpTable>;
  /** The words were confirmed before, and are shown no more. */
  readonly confirmed: boolean;
  /** Words were shown before, here or before a reload. */
  readonly shown: boolean;
  readonly onShown: () => void;
  readonly onConfirmed: (digest: string) => void;
  /** The paper is lost: other words are made. */
  readonly onAnew: () => void;
}

const SEED_BYTES = 32;

/** The step. */
export function RecoveryStep({ say, confirmed, onAnew, ...fresh }: Props) {
  if (confirmed) {
    return (
      <div class="stack">
        <Notice tone="good" title={say('recoveryConfirmedTitle')}>
          {say('recoveryConfirmed')}
        </Notice>
        <Button kind="quiet" onClick={onAnew}>
          {say('recoveryAnew')}
        </Button>
      </div>
    );
  }
  return <FreshKey say={say} {...fresh} />;
}

type FreshProps = Pick<Props, 'say' | 'shown' | 'onShown' | 'onConfirmed'>;

function FreshKey({ say, shown, onShown, onConfirmed }: FreshProps) {
  const common = useCommon();
  const { loaded, reload } = useLoad(() => makeRecoveryKey(freshBytes(SEED_BYTES)), []);
  const [isAsking, setAsking] = useState(false);
  const [isRemade] = useState(shown);
  const isReady = loaded.state === 'ready';
  useEffect(() => {
    if (isReady && !shown) onShown();
  }, [isReady]);
  if (loaded.state === 'loading') return <Loading text={common.say('loading')} />;
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  const key = loaded.value;
  return isAsking ? (
    <Question say={say} recovery={key} onLook={() => setAsking(false)} onConfirmed={onConfirmed} />
  ) : (
    <Paper say={say} recovery={key} isRemade={isRemade} onWritten={() => setAsking(true)} />
  );
}

interface PaperProps {
  readonly say: Say<SetUpTable>;
  readonly recovery: RecoveryKey;
  /** Others were shown before. */
  readonly isRemade: boolean;
  readonly onWritten: () => void;
}

function Paper({ say, recovery, isRemade, onWritten }: PaperProps) {
  return (
    <div class="stack">
      {isRemade && (
        <div class="no-print">
          <Notice tone="bad" title={say('recoveryRemadeTitle')}>
            {say('recoveryRemade')}
          </Notice>
        </div>
      )}
      <p class="no-print">{say('recoveryWhy')}</p>
      <Notice tone="warn">{say('recoveryOnce')}</Notice>
      <ol class="plain recovery-words" translate={false}>
        {recovery.words.map((word, place) => (
          <li key={place}>
            <span class="soft numbers">{place + 1}</span> <strong>{word}</strong>
          </li>
        ))}
      </ol>
      <div class="row no-print">
        <Button large onClick={onWritten}>
          {say('recoveryWritten')}
        </Button>
        <Button kind="quiet" icon="print" onClick={() => print()}>
          {say('print')}
        </Button>
      </div>
      <p class="soft small">{say('recoveryPaper')}</p>
    </div>
  );
}

interface QuestionProps {
  readonly say: Say<SetUpTable>;
  readonly recovery: RecoveryKey;
  readonly onLook: () => void;
  readonly onConfirmed: (digest: string) => void;
}

function Question({ say, recovery, onLook, onConfirmed }: QuestionProps) {
  const { words, digest } = recovery;
  const [asked] = useState(() => askedPlaces(freshBytes(ASKED_WORDS), words.length));
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [wrong, setWrong] = useState<readonly number[]>([]);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const found = wrongPlaces(words, asked, typed);
        setWrong(found);
        if (found.length === 0) onConfirmed(digest);
      }}
    >
      <p>{say('recoveryQuestion')}</p>
      {asked.map((place) => (
        <TextField
          key={place}
          label={say('recoveryWord', { number: place + 1 })}
          autoComplete="off"
          value={typed[place] ?? ''}
          problem={wrong.includes(place) ? say('recoveryWordWrong') : null}
          onValue={(word) => setTyped({ ...typed, [place]: word })}
        />
      ))}
      <div class="row">
        <Button type="submit" large>
          {say('recoveryConfirm')}
        </Button>
        <Button kind="quiet" onClick={onLook}>
          {say('recoveryLook')}
        </Button>
      </div>
    </form>
  );
}
