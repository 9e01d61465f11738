/** Asks for the day of a forgotten visit; the member's code is scanned next. */

import { addDays, type CalendarDate, calendarDate } from '@covisa/protocol';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { useDesk } from '../context.js';

/** Days back that the form offers; the terms say how many of them can be free. */
const DAYS_BACK = 30;

interface Props {
  readonly today: CalendarDate;
  readonly onDate: (date: CalendarDate) => void;
  readonly onClose: () => void;
}

/** The day of the visit, before today. */
export function ForgottenDialog({ today, onDate, onClose }: Props) {
  const { say } = useDesk();
  const common = useCommon();
  const [first, last] = [addDays(today, -DAYS_BACK), addDays(today, -1)];
  const [text, setText] = useState<string>(last);
  const [isWrong, setIsWrong] = useState(false);
  const goOn = (event: Event): void => {
    event.preventDefault();
    const isGood = /^\d{4}-\d{2}-\d{2}$/u.test(text) && text >= first && text <= last;
    setIsWrong(!isGood);
    if (isGood) onDate(calendarDate.parse(text));
  };
  return (
    <Dialog title={say('forgottenTitle')} onClose={onClose}>
      <form class="stack" onSubmit={goOn}>
        <p>{say('forgottenText')}</p>
        <TextField
          label={say('day')}
          hint={<Allowed />}
          type="date"
          min={first}
          max={last}
          value={text}
          onValue={setText}
          problem={isWrong ? say('dayWrong') : null}
        />
        <div class="row">
          <Button type="submit">{say('goOn')}</Button>
          <Button kind="quiet" onClick={onClose}>
            {common.say('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** How many days later the terms let a free day be entered. */
function Allowed() {
  const { say, day } = useDesk();
  const days = Math.max(
    0,
    ...(day?.programmes ?? []).map(({ terms }) => terms.lateEntry?.days ?? 0),
  );
  return <>{days === 0 ? say('forgottenNever') : say('forgottenDays', { count: days })}</>;
}
