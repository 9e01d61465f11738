/** What reception decides on a verdict: one tap, or a small form. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { WelcomeView } from '../../api/desk-views.js';
import { Button } from '../../ui/button.js';
import { Problem } from '../../ui/problem.js';
import { useDesk } from '../context.js';
import type { Judged } from '../flow/flow.js';
import type { FlowControl } from '../flow/use-flow.js';
import { hasWelcome, Welcome } from '../welcome/welcome-screen.js';
import { CourtesyForm, PaidForm, RefuseForm } from './decision-forms.js';
import type { Summary } from './summary.js';

interface Props {
  readonly control: FlowControl;
  readonly step: Judged;
  readonly summary: Summary;
  readonly welcome: WelcomeView | null;
}

type Panel = 'none' | 'paid' | 'courtesy' | 'refuse' | 'welcome';

/** What stands open before anybody has tapped. */
function firstPanel({ word }: Summary): Panel {
  return word === 'pay' ? 'paid' : 'none';
}

function isForm(panel: Panel): boolean {
  return panel === 'courtesy' || panel === 'refuse';
}

/** The decisions, with what went wrong with the last one. */
export function Actions(props: Props) {
  const { tokenWords } = useDesk();
  const { step, summary, welcome } = props;
  const [panel, setPanel] = useState<Panel>(() => firstPanel(summary));
  const { word } = summary;
  const lastWord = useRef(word);
  // Where the home's answer changes the verdict, other decisions stand first; a form that somebody
  // fills in stays.
  useLayoutEffect(() => {
    if (lastWord.current === word) return;
    lastWord.current = word;
    setPanel((before) => (isForm(before) ? before : firstPanel(summary)));
  }, [word]);
  if (panel === 'welcome') {
    return (
      <div class="arrival-actions stack">
        <Welcome welcome={welcome} />
        <NotNow control={props.control} />
      </div>
    );
  }
  return (
    <div class={isForm(panel) ? 'arrival-actions stack' : 'arrival-actions pinned stack'}>
      <Problem error={step.error} known={tokenWords} />
      <Decision {...props} panel={panel} onPanel={setPanel} />
    </div>
  );
}

interface DecisionProps extends Props {
  readonly panel: Panel;
  readonly onPanel: (panel: Panel) => void;
}

function Decision({ control, step, summary, welcome, panel, onPanel }: DecisionProps) {
  const { say, day } = useDesk();
  const { isBusy } = step;
  const back = (): void => onPanel('none');
  if (summary.word === 'again') {
    return (
      <div class="arrival-buttons">
        {hasWelcome(welcome, day) && (
          <Button large icon="wifi" onClick={() => onPanel('welcome')}>
            {say('showWelcome')}
          </Button>
        )}
        <Button large kind="quiet" onClick={control.close}>
          {say('nextMember')}
        </Button>
      </div>
    );
  }
  switch (panel) {
    case 'courtesy':
      return <CourtesyForm isBusy={isBusy} onBack={back} onRecord={control.record} />;
    case 'refuse':
      return (
        <RefuseForm
          verdict={step.check.verdict}
          isBusy={isBusy}
          onBack={back}
          onRefuse={control.refuse}
        />
      );
    default:
      return (
        <>
          <FreeButton control={control} step={step} summary={summary} />
          {panel === 'paid' && (
            <PaidForm
              key={summary.toPay?.amount}
              toPay={summary.toPay}
              isBusy={isBusy}
              onRecord={control.record}
            />
          )}
          <Others step={step} summary={summary} panel={panel} onPanel={onPanel} />
          <NotNow control={control} />
        </>
      );
  }
}

/** The one button that waits for the home. */
function FreeButton({ control, step, summary }: Omit<Props, 'welcome'>) {
  const { say } = useDesk();
  const record = (): void => control.record({ kind: 'free', amount: null, note: null });
  const mayBecomeFree = step.isAsking && step.check.verdict.askGrant === 'needed';
  if (summary.word !== 'free' && !mayBecomeFree) return null;
  return (
    <Button large full icon="check" busy={step.isAsking || step.isBusy} onClick={record}>
      {say(step.isAsking ? 'asking' : 'stampFree')}
    </Button>
  );
}

type OthersProps = Pick<DecisionProps, 'step' | 'summary' | 'panel' | 'onPanel'>;

function Others({ step, summary, panel, onPanel }: OthersProps) {
  const { say } = useDesk();
  const isRefused = summary.word === 'refuse';
  // A refusal is of the day of the scan: a visit of a day before can be refused no more.
  const mayRefuse = step.question.date === null;
  return (
    <div class="arrival-buttons">
      {mayRefuse && isRefused && (
        <Button large icon="cross" onClick={() => onPanel('refuse')}>
          {say('refuseThem')}
        </Button>
      )}
      {panel !== 'paid' && (
        <Button large kind="quiet" icon="coin" onClick={() => onPanel('paid')}>
          {say('otherPaid')}
        </Button>
      )}
      <Button large kind="quiet" icon="star" onClick={() => onPanel('courtesy')}>
        {say('courtesy')}
      </Button>
      {mayRefuse && !isRefused && (
        <Button large kind="danger" icon="cross" onClick={() => onPanel('refuse')}>
          {say('refuseThem')}
        </Button>
      )}
    </div>
  );
}

function NotNow({ control }: Pick<Props, 'control'>) {
  const { say } = useDesk();
  return (
    <Button kind="link" onClick={control.close}>
      {say('notNow')}
    </Button>
  );
}
