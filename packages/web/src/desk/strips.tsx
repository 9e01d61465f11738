/** What reception has to know at all times, above everything else. */

import type { CalendarDate } from '@covisa/protocol';
import { dateText } from '../i18n/formats.js';
import { Button } from '../ui/button.js';
import { useCommon } from '../ui/common.js';
import { Notice } from '../ui/notice.js';
import { InsecureNotice, Problem } from '../ui/problem.js';
import { useDesk } from './context.js';
import type { Day } from './today/use-day.js';

interface Props {
  readonly data: Day;
  readonly isPractice: boolean;
  readonly onLeavePractice: () => void;
  /** A forgotten visit's day, which the next code is for. */
  readonly late: CalendarDate | null;
  readonly onNoLate: () => void;
  /** How many scans were kept while the node was away. */
  readonly keptCount: number;
}

/** The strips. */
export function Strips({ data, isPractice, onLeavePractice, late, onNoLate, keptCount }: Props) {
  const { say, language } = useDesk();
  const common = useCommon();
  if (isPractice) {
    return (
      <div class="strip practice" role="status">
        <strong>{say('practiceStrip')}</strong>
        <Button kind="quiet" onClick={onLeavePractice}>
          {say('practiceLeave')}
        </Button>
      </div>
    );
  }
  return (
    <div class="stack tight strips">
      <InsecureNotice />
      <NodeStrip data={data} />
      {keptCount > 0 && (
        <div class="strip narrow-only">
          <span>{say(data.isNear ? 'keptReady' : 'keptWaiting', { count: keptCount })}</span>
          <Button kind="quiet" onClick={showKept}>
            {say('keptList')}
          </Button>
        </div>
      )}
      {late !== null && (
        <div class="strip" role="status">
          <strong>{say('forgottenNow', { date: dateText(language, late, 'long') })}</strong>
          <Button kind="quiet" onClick={onNoLate}>
            {common.say('cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** On narrow screens the list stands below what is scanned with. */
function showKept(): void {
  document.querySelector('.kept')?.scrollIntoView();
}

/** How the node is, where that is not simply well. */
function NodeStrip({ data: { view, isNear, error, reload } }: Pick<Props, 'data'>) {
  const { say } = useDesk();
  if (!isNear && error !== null) {
    return (
      <Notice tone="warn" title={say('nodeAwayTitle')}>
        <p>{say('nodeAway')}</p>
        <p>{say('nodeAwayHere')}</p>
      </Notice>
    );
  }
  if (error !== null) return <Problem error={error} onRetry={reload} />;
  if (view === null) return null;
  const { mode, pendingVisits } = view;
  const pending = pendingVisits > 0 ? say('pending', { count: pendingVisits }) : '';
  if (mode === 'recovering') {
    return (
      <Notice tone="warn" title={say('recoveringTitle')}>
        {say('recovering')} {pending}
      </Notice>
    );
  }
  if (mode === 'superseded') {
    return (
      <Notice tone="bad" title={say('supersededTitle')}>
        {say('superseded')} {pending}
      </Notice>
    );
  }
  return pending === '' ? null : <Notice tone="info">{pending}</Notice>;
}
