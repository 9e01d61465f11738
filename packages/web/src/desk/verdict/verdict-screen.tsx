/** A verdict over the whole screen: word, name, which free day, what follows, what to decide. */

import { explainFor, paymentText, reasonSentence } from '@covisa/protocol';
import type { CheckView, WelcomeView } from '../../api/desk-views.js';
import { dateText, isolated } from '../../i18n/formats.js';
import type { IconName } from '../../ui/icon.js';
import { Icon } from '../../ui/icon.js';
import { visibleName } from '../../ui/visible-name.js';
import { useDesk } from '../context.js';
import type { Judged } from '../flow/flow.js';
import { Band } from '../flow/problem-screen.js';
import type { FlowControl } from '../flow/use-flow.js';
import { Actions } from './actions.js';
import { adviceOn } from './advice.js';
import { FactsPanel } from './facts-panel.js';
import { type Summary, summaryOf, type VerdictWord } from './summary.js';

interface Props {
  readonly control: FlowControl;
  readonly step: Judged;
  readonly welcome: WelcomeView | null;
}

const ICONS: Readonly<Record<VerdictWord, IconName>> = {
  free: 'check',
  pay: 'coin',
  refuse: 'cross',
  again: 'clock',
};

/** The verdict. */
export function VerdictScreen({ control, step, welcome }: Props) {
  const { say } = useDesk();
  const { check, question } = step;
  const summary = summaryOf(check.verdict);
  return (
    <>
      <Band icon={ICONS[summary.word]} title={say(summary.word)} />
      <div class="arrival-body stack">
        <Who check={check} />
        <Headline summary={summary} step={step} />
        <Notes step={step} summary={summary} />
        <div>
          {question.scannedAt === null && !check.verdict.sameDay && (
            <FactsPanel
              facts={question.facts}
              isBusy={step.isBusy}
              hasFailed={step.error !== null}
              onFacts={control.change}
            />
          )}
          <Whole check={check} />
        </div>
      </div>
      <Actions {...{ control, step, summary, welcome }} />
    </>
  );
}

function Who({ check }: { readonly check: CheckView }) {
  const { say } = useDesk();
  return (
    <div class="arrival-who">
      <p class="arrival-name">
        <bdi>{visibleName(check.displayName) ?? say('nameless')}</bdi>
      </p>
      <p class="soft">
        {say('from', { home: isolated(check.homeName ?? say('unknownHome')) })} ·{' '}
        {say('plan', { plan: isolated(check.plan) })}
      </p>
    </div>
  );
}

/** What decides, in large: the free day, what is to be paid, or why not. */
function Headline({ summary, step }: { readonly summary: Summary; readonly step: Judged }) {
  const { say, catalogue, money, language, instant } = useDesk();
  const { verdict } = step.check;
  const { freeDay, word } = summary;
  const [first] = verdict.reasons;
  const { date, scannedAt } = step.question;
  // While the home is asked, the verdict may still change.
  const advice = step.isAsking ? null : adviceOn(first.code);
  return (
    <div class="stack tight">
      {date !== null && (
        <p class="badge warn">{say('ofDate', { date: dateText(language, date, 'long') })}</p>
      )}
      {scannedAt !== null && (
        <p class="badge warn">{say('scannedAt', { time: instant(scannedAt) })}</p>
      )}
      {freeDay !== null && (
        <p class="arrival-day">
          {say(freeDay.count === 'host' ? 'freeDayHere' : 'freeDayProgramme', {
            number: freeDay.number,
            limit: freeDay.limit,
          })}
        </p>
      )}
      {word === 'pay' && (
        <p class="arrival-day">
          {summary.toPay === null
            ? say('toPayUnknown')
            : say('toPay', { amount: money(summary.toPay) })}
        </p>
      )}
      {first.code !== 'FREE_DAY' && <p class="lead">{reasonSentence(first, catalogue)}</p>}
      {advice !== null && <p>{say(advice)}</p>}
      {verdict.weight === 0.5 && <p>{say('halfDayCounts')}</p>}
      <Follows check={step.check} />
    </div>
  );
}

function Follows({ check: { verdict } }: { readonly check: CheckView }) {
  const { say, catalogue } = useDesk();
  const { follows, outcome, sameDay } = verdict;
  if (follows === null || outcome !== 'free' || sameDay) return null;
  const payment = paymentText(follows.next, catalogue);
  return (
    <p class="lead">
      {follows.freeLeft === 0
        ? say('followsLast', { payment })
        : say('follows', { count: follows.freeLeft, payment })}
    </p>
  );
}

interface NotesProps {
  readonly step: Judged;
  readonly summary: Summary;
}

/** What reception should see before it decides. The home's answer is read out when it comes. */
function Notes({ step, summary }: NotesProps) {
  const { say, catalogue } = useDesk();
  const { check, isAsking, hasConsent } = step;
  const [, ...others] = check.verdict.reasons;
  return (
    <ul class="plain stack tight arrival-notes">
      {summary.needsPhotoId && (
        <li class="strong">
          <Icon name="card" />
          <span>{say('photoId')}</span>
        </li>
      )}
      {others.map((one) => (
        <li key={one.rule}>
          <Icon name="info" />
          <span>{reasonSentence(one, catalogue)}</span>
        </li>
      ))}
      <li class={hasConsent ? 'agreed' : undefined}>
        <Icon name={isAsking ? 'clock' : hasConsent ? 'check' : 'info'} />
        <span role="status">
          {isAsking ? say('asking') : hasConsent ? say('consented') : <Sureness check={check} />}
        </span>
      </li>
    </ul>
  );
}

function Sureness({ check: { verdict, grant } }: { readonly check: CheckView }) {
  const { say, instant } = useDesk();
  const { level, knownUpTo, olderSpaces } = verdict.sureness;
  if (grant === 'had') return <>{say('granted')}</>;
  if (level === 'exact') return <>{say('exact')}</>;
  const known = say(level === 'known-up-to' ? 'knownUpTo' : 'homeUnreachable', {
    time: instant(knownUpTo),
  });
  const older = olderSpaces > 0 ? say('olderSpaces', { count: olderSpaces }) : '';
  return <>{`${known} ${older}`.trim()}</>;
}

/** Every sentence of the verdict, for whoever asks. */
function Whole({ check: { verdict } }: { readonly check: CheckView }) {
  const { say, catalogue, day } = useDesk();
  return (
    <details>
      <summary>{say('whole')}</summary>
      <ul class="stack tight">
        {explainFor('desk', verdict, catalogue, day?.timeZone).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
