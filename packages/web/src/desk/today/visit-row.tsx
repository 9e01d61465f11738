/** One visit, and the question before it is undone. */

import type { Seconds, VisitKind } from '@covisa/protocol';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { VisitView } from '../../api/desk-views.js';
import { dateText, isolated } from '../../i18n/formats.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Dialog } from '../../ui/dialog.js';
import { useAction } from '../../ui/load.js';
import { Problem } from '../../ui/problem.js';
import { recorderText } from '../../ui/recorder.js';
import { visibleName } from '../../ui/visible-name.js';
import { useDesk } from '../context.js';
import type { PageTable } from '../words/load.js';

const KINDS: Readonly<Record<VisitKind, keyof PageTable>> = {
  free: 'kindFree',
  paid: 'kindPaid',
  courtesy: 'kindCourtesy',
};
const TONES: Readonly<Record<VisitKind, string>> = { free: 'good', paid: 'warn', courtesy: '' };

interface Props {
  readonly visit: VisitView;
  readonly now: Seconds;
  readonly onUndo: (visit: VisitView) => void;
}

/** A visit: when, who, what kind; undone while that is possible. */
export function VisitRow({ visit, now, onUndo }: Props) {
  const { say, time, money, day, language } = useDesk();
  const common = useCommon();
  const { kind, amount, voided, undoUntil, recordedBy, note } = visit;
  const currency = day?.rate?.currency;
  return (
    <li class={voided ? 'visit undone' : 'visit'}>
      <span class="numbers soft">{time(visit.recorded)}</span>
      <div class="grow">
        <p class="strong">
          <bdi>{visibleName(visit.displayName) ?? say('nameless')}</bdi>
        </p>
        <p class="soft small">
          <bdi>{visit.homeName ?? say('unknownHome')}</bdi>
          {recordedBy !== null && <> · {recorderText(recordedBy, common.say)}</>}
        </p>
        <p class="row visit-badges">
          {visit.date !== day?.date && (
            <span class="badge warn">
              {say('ofDate', { date: dateText(language, visit.date) })}
            </span>
          )}
          <span class={`badge ${TONES[kind]}`}>{say(KINDS[kind])}</span>
          {visit.weight === 0.5 && <span class="badge">{say('half')}</span>}
          {amount !== null && currency !== undefined && (
            <span class="badge numbers">{money({ amount, currency })}</span>
          )}
          {!visit.published && !voided && <span class="badge warn">{say('notPublished')}</span>}
          {voided && <span class="badge bad">{say('undone')}</span>}
        </p>
        {note !== null && note !== '' && <p class="small">{note}</p>}
      </div>
      {!voided && undoUntil !== null && undoUntil > now && (
        <Button kind="quiet" icon="undo" onClick={() => onUndo(visit)}>
          {say('undo')}
        </Button>
      )}
    </li>
  );
}

interface UndoProps {
  readonly visit: VisitView;
  readonly undo: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before a visit is undone. The question has the focus: no key of a scanner answers it. */
export function UndoDialog({ visit, undo, onClose }: UndoProps) {
  const { say, instant } = useDesk();
  const common = useCommon();
  const { busy, error, run } = useAction();
  const question = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => question.current?.focus(), []);
  const name = isolated(visibleName(visit.displayName) ?? say('nameless'));
  const time = instant(visit.undoUntil ?? visit.recorded);
  return (
    <Dialog title={say('undoTitle')} onClose={onClose}>
      <p ref={question} tabIndex={-1}>
        {say(visit.kind === 'free' ? 'undoFreeText' : 'undoText', { name, time })}
      </p>
      <Problem error={error} />
      <div class="row">
        <Button
          kind="danger"
          icon="undo"
          busy={busy}
          onClick={() => run(async () => void (await undo().then(onClose)))}
        >
          {say('undoNow')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {common.say('cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
