/** A new visa number, for who does not want to be found again by those who saw the old one. */

import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useAction } from '../../ui/load.js';
import { Notice } from '../../ui/notice.js';
import { useWallet } from '../app/context.js';
import { HomeProblem } from '../app/home-problem.js';
import type { ClaimedCard } from '../store/cards.js';
import { SureStep } from './sure-step.js';

/** The section. */
export function NumberSection({ card }: { readonly card: ClaimedCard }) {
  const { say, wallet } = useWallet();
  const common = useCommon();
  const { busy, error, run } = useAction();
  const [step, setStep] = useState<'offered' | 'asked' | 'done'>('offered');
  const renew = async (): Promise<void> => {
    await wallet.renumber(card);
    setStep('done');
  };
  return (
    <section class="card stack">
      <h2>{say('numberTitle')}</h2>
      <p>{say('numberWhat')}</p>
      {step === 'done' && <Notice tone="good">{say('numberDone')}</Notice>}
      {step === 'offered' && (
        <div>
          <Button kind="quiet" icon="key" onClick={() => setStep('asked')}>
            {say('numberButton')}
          </Button>
        </div>
      )}
      {step === 'asked' && (
        <SureStep>
          <Notice tone="warn">{say('numberMeans')}</Notice>
          <HomeProblem card={card} error={error} conflict="numberTooMany" />
          <div class="row">
            <Button busy={busy} onClick={() => run(renew)}>
              {say('numberSure')}
            </Button>
            <Button kind="quiet" onClick={() => setStep('offered')}>
              {common.say('cancel')}
            </Button>
          </div>
        </SureStep>
      )}
    </section>
  );
}
