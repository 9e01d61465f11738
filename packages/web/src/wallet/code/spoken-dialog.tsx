/** The code to read out, where no camera works: the home keeps a presentation under it. */

import { PRESENTATION_LATE_SECONDS } from '@covisa/protocol';
import { nowSeconds } from '../../platform/clock.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Dialog } from '../../ui/dialog.js';
import { useLoad } from '../../ui/load.js';
import { Loading } from '../../ui/notice.js';
import { useNow } from '../../ui/use-now.js';
import { useWallet } from '../app/context.js';
import { HomeProblem } from '../app/home-problem.js';
import type { ClaimedCard } from '../store/cards.js';
import { homeName } from '../store/read-card.js';
import { spokenGroups } from './spoken-groups.js';

interface Props {
  readonly card: ClaimedCard;
  readonly onClose: () => void;
}

/** Asks the home for a code, and shows it for as long as it is good. */
export function SpokenDialog({ card, onClose }: Props) {
  const { say, wallet } = useWallet();
  const common = useCommon();
  const { loaded, reload } = useLoad(async () => {
    const { code } = await wallet.speak(card);
    // Counted from the answer on, by one clock only: the home's may be another.
    return { code, until: nowSeconds() + PRESENTATION_LATE_SECONDS };
  }, []);
  const problem = loaded.state === 'loading' ? undefined : loaded.error;
  return (
    <Dialog title={say('spokenTitle')} onClose={onClose}>
      {loaded.state === 'loading' && <Loading text={common.say('loading')} />}
      {problem !== undefined && (
        <>
          <HomeProblem card={card} error={problem} onRetry={reload} />
          <p>{say('spokenFailed')}</p>
        </>
      )}
      {loaded.state === 'ready' && <Code name={homeName(card)} onNext={reload} {...loaded.value} />}
      <Button kind="quiet" onClick={onClose}>
        {common.say('close')}
      </Button>
    </Dialog>
  );
}

interface CodeProps {
  readonly name: string;
  readonly code: string;
  readonly until: number;
  readonly onNext: () => void;
}

function Code({ name, code, until, onNext }: CodeProps) {
  const { say } = useWallet();
  const left = Math.max(0, until - useNow(1));
  return (
    <>
      <p>{say('spokenHow', { name })}</p>
      {left > 0 ? (
        <>
          <p class="spoken-code" role="status">
            {spokenGroups(code)}
          </p>
          <p class="soft numbers" aria-hidden="true">
            {say('spokenLeft', { count: left })}
          </p>
        </>
      ) : (
        <p role="status">{say('spokenOver')}</p>
      )}
      <Button kind={left > 0 ? 'quiet' : 'primary'} onClick={onNext}>
        {say('spokenNext')}
      </Button>
    </>
  );
}
