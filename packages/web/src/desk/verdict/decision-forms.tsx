/** The small forms of a decision: an amount that was paid, a courtesy, a refusal. */

import type { Rate, Verdict } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { REFUSAL_REASONS, type RefusalReason } from '../../api/desk-views.js';
import { amountText, parseAmount } from '../../i18n/amounts.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { useDesk } from '../context.js';
import type { FlowControl } from '../flow/use-flow.js';
import type { ArrivalTable } from '../words/load.js';
import { suggestedReason } from './refusal-reason.js';

/** Characters of a note that the node takes. */
const NOTE_CHARACTERS_MAX = 500;

interface FormProps {
  readonly isBusy: boolean;
  readonly onBack: () => void;
}

interface PaidProps {
  /** What the verdict says to pay. */
  readonly toPay: Rate | null;
  readonly isBusy: boolean;
  readonly onRecord: FlowControl['record'];
}

/** An amount that was paid, filled in with what the verdict says. */
export function PaidForm({ toPay, isBusy, onRecord }: PaidProps) {
  const { say, day, language } = useDesk();
  const rate = toPay ?? day?.rate ?? null;
  const currency = rate?.currency ?? 'EUR';
  const [text, setText] = useState(
    rate === null ? '' : amountText(rate.amount, currency, language),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const record = (event: Event): void => {
    event.preventDefault();
    const amount = text.trim() === '' ? null : parseAmount(text, currency);
    if (amount === null && text.trim() !== '') {
      setProblem(say('amountWrong', { example: amountText(2550, currency, language) }));
    } else {
      onRecord({ kind: 'paid', amount, note: null });
    }
  };
  return (
    <form class="row arrival-paid" onSubmit={record}>
      <TextField
        label={rate === null ? say('amountPlain') : say('amount', { currency })}
        hint={say('amountHint')}
        value={text}
        onValue={setText}
        inputMode="decimal"
        autoComplete="off"
        maxLength={14}
        problem={problem}
      />
      <Button large type="submit" icon="coin" busy={isBusy}>
        {say('recordPaid')}
      </Button>
    </form>
  );
}

const COURTESIES = [
  'courtesyFirst',
  'courtesyEvent',
  'courtesyPartner',
  'courtesyMistake',
] as const satisfies readonly (keyof ArrivalTable)[];

interface CourtesyProps extends FormProps {
  readonly onRecord: FlowControl['record'];
}

/** A day as a courtesy, with its reason. */
export function CourtesyForm({ isBusy, onBack, onRecord }: CourtesyProps) {
  const { say } = useDesk();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const record = (event: Event): void => {
    event.preventDefault();
    if (note.trim() === '') setProblem(say('courtesyMissing'));
    else onRecord({ kind: 'courtesy', amount: null, note: note.trim() });
  };
  return (
    <form class="stack" onSubmit={record}>
      <h2>{say('courtesyTitle')}</h2>
      <div class="row">
        {COURTESIES.map((name) => (
          <Button
            key={name}
            kind="quiet"
            pressed={note === say(name)}
            onClick={() => setNote(say(name))}
          >
            {say(name)}
          </Button>
        ))}
      </div>
      <TextField
        label={say('courtesyReason')}
        hint={say('courtesyHint')}
        value={note}
        onValue={setNote}
        maxLength={NOTE_CHARACTERS_MAX}
        problem={problem}
      />
      <div class="arrival-buttons">
        <Button large type="submit" icon="star" busy={isBusy}>
          {say('recordCourtesy')}
        </Button>
        <Button large kind="quiet" onClick={onBack}>
          {say('back')}
        </Button>
      </div>
    </form>
  );
}

/** What each reason for a refusal is called. */
export const REASON_NAMES: Readonly<Record<RefusalReason, keyof ArrivalTable>> = {
  full: 'reasonFull',
  closed: 'reasonClosed',
  rules: 'reasonRules',
  identity: 'reasonIdentity',
  conduct: 'reasonConduct',
  other: 'reasonOther',
};

interface RefuseProps extends FormProps {
  readonly verdict: Verdict;
  readonly onRefuse: FlowControl['refuse'];
}

/** A refusal, with the reason that becomes public. */
export function RefuseForm({ verdict, isBusy, onBack, onRefuse }: RefuseProps) {
  const { say } = useDesk();
  const [reason, setReason] = useState<RefusalReason>(() => suggestedReason(verdict));
  const [note, setNote] = useState('');
  const refuse = (event: Event): void => {
    event.preventDefault();
    onRefuse(reason, note.trim() === '' ? null : note.trim());
  };
  return (
    <form class="stack" onSubmit={refuse}>
      <fieldset>
        <legend>
          <h2>{say('refuseTitle')}</h2>
        </legend>
        <p class="soft small">{say('refuseHint')}</p>
        <div class="arrival-reasons">
          {REFUSAL_REASONS.map((one) => (
            <label key={one} class="check">
              <input
                type="radio"
                name="reason"
                checked={reason === one}
                onChange={() => setReason(one)}
              />
              <span>{say(REASON_NAMES[one])}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        label={say('refuseNote')}
        hint={say('refuseNoteHint')}
        value={note}
        onValue={setNote}
        maxLength={NOTE_CHARACTERS_MAX}
      />
      <div class="arrival-buttons">
        <Button large type="submit" icon="cross" busy={isBusy}>
          {say('recordRefusal')}
        </Button>
        <Button large kind="quiet" onClick={onBack}>
          {say('back')}
        </Button>
      </div>
    </form>
  );
}
