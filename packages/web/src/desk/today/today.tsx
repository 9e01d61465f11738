/**
 * Today at the desk: room, who is expected, visits with undo, refusals, and a forgotten visit
 * entered later. Visits of the days before are here as long as they can be undone.
 */

import type { CalendarDate } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import type { RefusalView, VisitView } from '../../api/desk-views.js';
import { dateText } from '../../i18n/formats.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Empty, Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { recorderText } from '../../ui/recorder.js';
import { visibleName } from '../../ui/visible-name.js';
import { useDesk } from '../context.js';
import { REASON_NAMES } from '../verdict/decision-forms.js';
import { ExpectedToday } from './expected.js';
import { ForgottenDialog } from './forgotten-dialog.js';
import type { Day } from './use-day.js';
import { VisitRow } from './visit-row.js';

interface Props {
  readonly data: Day;
  readonly onUndo: (visit: VisitView) => void;
  readonly onForgotten: (date: CalendarDate) => void;
}

/** Today. */
export function Today({ data, onUndo, onForgotten }: Props) {
  const { say, language } = useDesk();
  const [isForgotten, setIsForgotten] = useState(false);
  const { view, isLoaded, isNear, error } = data;
  if (view === null || !isLoaded) {
    if (error === null) return <Loading text={say('today')} />;
    if (isNear) return <Problem error={error} onRetry={data.reload} />;
    return <Empty title={say('todayAwayTitle')}>{say('todayAway')}</Empty>;
  }
  const todays = view.visits.filter(({ date }) => date === view.date);
  const earlier = view.visits.filter(({ date }) => date !== view.date);
  const now = data.now();
  return (
    <section class="stack" aria-labelledby="today">
      <div class="row apart">
        <h2 id="today">{say('todayOf', { date: dateText(language, view.date) })}</h2>
        <Room />
      </div>
      <ExpectedToday date={view.date} />
      <Visits visits={todays} now={now} onUndo={onUndo} />
      <Refusals refusals={view.refusals} />
      <Earlier visits={earlier} now={now} onUndo={onUndo} />
      <div>
        <Button kind="quiet" icon="clock" onClick={() => setIsForgotten(true)}>
          {say('forgotten')}
        </Button>
      </div>
      {isForgotten && (
        <ForgottenDialog
          today={view.date}
          onClose={() => setIsForgotten(false)}
          onDate={(date) => {
            setIsForgotten(false);
            onForgotten(date);
          }}
        />
      )}
    </section>
  );
}

/** How much room is left today, where the space has set a limit. */
export function Room() {
  const { say, day } = useDesk();
  const capacity = day?.capacity ?? null;
  if (capacity === null) return null;
  const { left, limit } = capacity;
  return (
    <span class={left === 0 ? 'badge bad' : 'badge good'}>
      {say('placesLeft', { count: left, limit })}
    </span>
  );
}

interface VisitsProps {
  readonly visits: readonly VisitView[];
  readonly now: number;
  readonly onUndo: (visit: VisitView) => void;
}

function Visits({ visits, now, onUndo }: VisitsProps) {
  const { say } = useDesk();
  if (visits.length === 0) return <Empty title={say('noVisitsTitle')}>{say('noVisits')}</Empty>;
  const count = visits.filter(({ voided }) => !voided).length;
  return (
    <div class="card">
      <h3>{say('visitsCount', { count })}</h3>
      <VisitRows visits={visits} now={now} onUndo={onUndo} />
    </div>
  );
}

/** Visits of the days before today, each with its date. */
function Earlier({ visits, now, onUndo }: VisitsProps) {
  const { say } = useDesk();
  if (visits.length === 0) return null;
  return (
    <div class="card">
      <h3>{say('earlierVisits')}</h3>
      <VisitRows visits={visits} now={now} onUndo={onUndo} />
    </div>
  );
}

function VisitRows({ visits, now, onUndo }: VisitsProps) {
  const newest = [...visits].sort((one, other) => other.recorded - one.recorded);
  return (
    <ul class="plain visits">
      {newest.map((visit) => (
        <VisitRow key={visit.id} visit={visit} now={now} onUndo={onUndo} />
      ))}
    </ul>
  );
}

function Refusals({ refusals }: { readonly refusals: readonly RefusalView[] }) {
  const { say, time } = useDesk();
  const common = useCommon();
  if (refusals.length === 0) return null;
  return (
    <div class="card">
      <h3>{say('refusals')}</h3>
      <ul class="plain visits">
        {refusals.map(({ id, recorded, displayName, homeName, reason, note, recordedBy }) => (
          <li key={id} class="visit">
            <span class="numbers soft">{time(recorded)}</span>
            <div class="grow">
              <p class="strong">
                <bdi>{visibleName(displayName) ?? say('nameless')}</bdi>
              </p>
              <p class="soft small">
                <bdi>{homeName ?? say('unknownHome')}</bdi>
                {recordedBy !== null && <> · {recorderText(recordedBy, common.say)}</>}
              </p>
              <p class="small">
                {say(REASON_NAMES[reason])}
                {note !== null && <> · {note}</>}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
