/** The steps one after the other, with the progress above and the way back and on below. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Say } from '../../i18n/words.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { nextStep, previousStep, progressOf, type SetUpDraft } from './draft.js';
import { MemberStep, PosterStep, ProgrammeStep } from './later-steps.js';
import { PasswordStep } from './password-step.js';
import { RecoveryStep } from './recovery-step.js';
import { isStepRight, NOTHING_WRONG, wrongIn } from './request.js';
import { PlaceStep, RateStep, RoomStep, WelcomeStep } from './space-steps.js';
import type { SetUpTable } from './words/load.js';

interface Props {
  readonly say: Say<SetUpTable>;
  readonly token: string;
  readonly first: SetUpDraft;
  readonly onKeep: (draft: SetUpDraft) => void;
  readonly onEnd: () => void;
}

/** All steps. */
export function Steps({ say, token, first, onKeep, onEnd }: Props) {
  const [draft, setDraft] = useState(first);
  const [isChecked, setChecked] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const wrong = wrongIn(draft);
  const change = (part: Partial<SetUpDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    onKeep(next);
  };
  const goTo = (step: SetUpDraft['step'], part: Partial<SetUpDraft> = {}): void => {
    setChecked(false);
    change({ ...part, step });
  };
  const goOn = (part: Partial<SetUpDraft> = {}): void => {
    if (isStepRight(draft.step, wrong)) goTo(nextStep(draft), part);
    else setChecked(true);
  };
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus();
  }, [draft.step]);
  const shown = isChecked ? wrong : NOTHING_WRONG;
  const parts = { say, draft, wrong: shown, change };
  return (
    <div class="stack wide">
      <div class="stack tight">
        <Progress say={say} draft={draft} />
        <h1 ref={heading} tabIndex={-1}>
          {say(`${draft.step}Title`)}
        </h1>
      </div>
      {draft.step === 'welcome' && <WelcomeStep say={say} made={draft.made} />}
      {draft.step === 'place' && <PlaceStep {...parts} />}
      {draft.step === 'room' && <RoomStep {...parts} />}
      {draft.step === 'rate' && <RateStep {...parts} />}
      {draft.step === 'recovery' && (
        <RecoveryStep
          say={say}
          confirmed={draft.recoveryDigest !== null}
          shown={draft.recoveryShown}
          onShown={() => change({ recoveryShown: true })}
          onConfirmed={(recoveryDigest) => goOn({ recoveryDigest })}
          onAnew={() => change({ recoveryDigest: null })}
        />
      )}
      {draft.step === 'password' && (
        <PasswordStep
          say={say}
          token={token}
          draft={draft}
          onMade={() => goTo('programme')}
          onFix={goTo}
        />
      )}
      {draft.step === 'programme' && <ProgrammeStep say={say} />}
      {draft.step === 'member' && <MemberStep say={say} />}
      {draft.step === 'poster' && <PosterStep say={say} />}
      {draft.step === 'done' && (
        <>
          <p class="lead">{say('doneText')}</p>
          <p>{say('donePeople')}</p>
        </>
      )}
      <Ways say={say} draft={draft} onBack={goTo} onNext={() => goOn()} onEnd={onEnd} />
    </div>
  );
}

interface WaysProps extends Pick<Props, 'say' | 'onEnd'> {
  readonly draft: SetUpDraft;
  readonly onBack: (step: SetUpDraft['step']) => void;
  readonly onNext: () => void;
}

function Ways({ say, draft, onBack, onNext, onEnd }: WaysProps) {
  const common = useCommon();
  const { step } = draft;
  const before = previousStep(draft);
  const hasOwnButton = step === 'password' || (step === 'recovery' && !draft.recoveryDigest);
  return (
    <div class="row apart no-print">
      {before === null ? (
        <span />
      ) : (
        <Button kind="quiet" icon="back" onClick={() => onBack(before)}>
          {common.say('back')}
        </Button>
      )}
      {step === 'done' && (
        <Button large icon="arrow" onClick={onEnd}>
          {say('toConsole')}
        </Button>
      )}
      {step !== 'done' && !hasOwnButton && (
        <Button
          large
          icon="arrow"
          // These two can wait: what they are about has a button of its own.
          kind={step === 'programme' || step === 'member' ? 'quiet' : 'primary'}
          onClick={onNext}
        >
          {step === 'welcome' ? say('begin') : common.say('next')}
        </Button>
      )}
    </div>
  );
}

function Progress({ say, draft }: { readonly say: Say<SetUpTable>; readonly draft: SetUpDraft }) {
  const { at, of } = progressOf(draft);
  return (
    <div class="stack tight no-print">
      <p class="soft small" role="status">
        {say('progress', { at, of })}
      </p>
      <progress class="steps-bar" value={at} max={of} aria-label={say('progress', { at, of })} />
    </div>
  );
}
