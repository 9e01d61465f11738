/** The arrival over the whole screen: whatever step it is at, until it is closed. */

import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { VisitView, WelcomeView } from '../../api/desk-views.js';
import { after } from '../../platform/clock.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useModal } from '../../ui/use-modal.js';
import { useDesk } from '../context.js';
import { VerdictScreen } from '../verdict/verdict-screen.js';
import { RefusedScreen, WelcomeScreen } from '../welcome/welcome-screen.js';
import type { Step } from './flow.js';
import './arrival.css';
import { KeptScreen, ProblemScreen } from './problem-screen.js';
import { toneOf } from './tone.js';
import type { FlowControl } from './use-flow.js';

interface Props {
  readonly control: FlowControl;
  readonly welcome: WelcomeView | null;
  readonly onUndo: (visit: VisitView) => void;
}

/** Milliseconds of checking after which the screen says so. */
const LONG_MILLISECONDS = 400;

/** The step that the arrival is at; nothing while the desk is ready. */
export function Arrival({ control, welcome, onUndo }: Props) {
  const { step, number } = control.flow;
  const isLong = useLong(step.at === 'checking', number);
  // The node is near: most verdicts are there before a word of waiting could be read.
  if (step.at === 'ready' || (step.at === 'checking' && !isLong)) return null;
  return (
    <Screen tone={toneOf(step) ?? 'plain'} key={`${number} ${step.at}`} onClose={control.close}>
      <StepView {...{ control, welcome, onUndo }} step={step} />
    </Screen>
  );
}

/** Whether something has gone on for a while already, in this round of it. */
function useLong(isGoingOn: boolean, round: number): boolean {
  const [longRound, setLongRound] = useState<number | null>(null);
  useEffect(
    () => (isGoingOn ? after(LONG_MILLISECONDS, () => setLongRound(round)) : undefined),
    [isGoingOn, round],
  );
  return longRound === round;
}

function StepView({ control, welcome, onUndo, step }: Props & { readonly step: Step }) {
  switch (step.at) {
    case 'ready':
      return null;
    case 'checking':
      return <CheckingScreen onClose={control.close} />;
    case 'problem':
      return <ProblemScreen problem={step.problem} onClose={control.close} />;
    case 'kept':
    case 'not-kept':
      return <KeptScreen isKept={step.at === 'kept'} onClose={control.close} />;
    case 'judged':
      return <VerdictScreen {...{ control, step, welcome }} />;
    case 'recorded':
      return (
        <WelcomeScreen
          visit={step.visit}
          welcome={welcome}
          onClose={control.close}
          onUndo={() => onUndo(step.visit)}
        />
      );
    case 'refused':
      return <RefusedScreen refusal={step.refusal} onClose={control.close} />;
  }
}

/** The node, or the home of a spoken code, takes its time: whoever waits may leave it. */
function CheckingScreen({ onClose }: { readonly onClose: () => void }) {
  const { say } = useDesk();
  const common = useCommon();
  return (
    <>
      <div class="loading">
        <span class="spinner" />
        <h1 id="arrival-title" tabIndex={-1}>
          {say('checking')}
        </h1>
      </div>
      <div class="arrival-actions">
        <Button large full kind="quiet" onClick={onClose}>
          {common.say('cancel')}
        </Button>
      </div>
    </>
  );
}

interface ScreenProps {
  readonly tone: NonNullable<ReturnType<typeof toneOf>> | 'plain';
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * A dialog as large as the screen. Its heading has the focus, not a button: the last key of a USB
 * scanner must not decide.
 */
function Screen({ tone, onClose, children }: ScreenProps) {
  const dialog = useModal(onClose);
  useLayoutEffect(() => {
    dialog.current?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }, []);
  return (
    <dialog ref={dialog} class={`arrival ${tone}`} aria-labelledby="arrival-title">
      {children}
    </dialog>
  );
}
