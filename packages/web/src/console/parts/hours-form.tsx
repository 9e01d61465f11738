/** Weekly opening hours, day by day. */

import { weekdayText } from '../../i18n/formats.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { CheckField } from '../../ui/field.js';
import { useConsole } from './context.js';
import {
  asOnMonday,
  type HoursDraft,
  RANGES_MAX,
  type RangeDraft,
  USUAL_HOURS,
} from './hours-draft.js';

interface Props {
  /** Null: not stated. */
  readonly hours: HoursDraft | null;
  readonly onHours: (hours: HoursDraft | null) => void;
  readonly problem: string | null;
}

/** The form. */
export function HoursForm({ hours, onHours, problem }: Props) {
  const say = useConsole();
  const change = (weekday: number, ranges: readonly RangeDraft[]): void => {
    if (hours !== null) onHours(hours.map((one, day) => (day === weekday ? ranges : one)));
  };
  return (
    <fieldset class="stack tight">
      <legend>{say('hours')}</legend>
      <CheckField
        label={say('hoursStated')}
        checked={hours !== null}
        onChecked={(stated) => onHours(stated ? USUAL_HOURS : null)}
      />
      {hours !== null && (
        <>
          <ul class="plain hours-list">
            {hours.map((ranges, weekday) => (
              <Day key={weekday} weekday={weekday} ranges={ranges} onRanges={change} />
            ))}
          </ul>
          <div class="row">
            <Button kind="quiet" onClick={() => onHours(asOnMonday(hours))}>
              {say('hoursAsMonday')}
            </Button>
          </div>
        </>
      )}
      {problem !== null && (
        <div class="problem" role="alert">
          {problem}
        </div>
      )}
    </fieldset>
  );
}

interface DayProps {
  readonly weekday: number;
  readonly ranges: readonly RangeDraft[];
  readonly onRanges: (weekday: number, ranges: readonly RangeDraft[]) => void;
}

function Day({ weekday, ranges, onRanges }: DayProps) {
  const { language } = useCommon();
  const say = useConsole();
  const name = weekdayText(language, weekday + 1);
  const set = (next: readonly RangeDraft[]): void => onRanges(weekday, next);
  return (
    <li>
      <CheckField
        label={name}
        checked={ranges.length > 0}
        onChecked={(open) => set(open ? [{ from: '09:00', to: '18:00' }] : [])}
      />
      <div class="stack tight">
        {ranges.length === 0 && <span class="soft hours-closed">{say('closed')}</span>}
        {ranges.map((range, index) => (
          <Range
            key={index}
            day={name}
            range={range}
            onRange={(next) => set(ranges.map((one, at) => (at === index ? next : one)))}
            onRemove={ranges.length > 1 ? () => set(ranges.filter((_, at) => at !== index)) : null}
          />
        ))}
        {ranges.length > 0 && ranges.length < RANGES_MAX && (
          <Button
            kind="link"
            label={say('hoursMoreOn', { day: name })}
            onClick={() => set([...ranges, { from: '', to: '' }])}
          >
            {say('hoursMore')}
          </Button>
        )}
      </div>
    </li>
  );
}

interface RangeProps {
  readonly day: string;
  readonly range: RangeDraft;
  readonly onRange: (range: RangeDraft) => void;
  /** Null: it is the only one of its day, which the day's own box closes. */
  readonly onRemove: (() => void) | null;
}

function Range({ day, range, onRange, onRemove }: RangeProps) {
  const say = useConsole();
  return (
    <div class="row hours-range">
      <input
        type="time"
        aria-label={say('hoursFrom', { day })}
        value={range.from}
        onInput={(event) => onRange({ ...range, from: event.currentTarget.value })}
      />
      <span aria-hidden="true">–</span>
      <input
        type="time"
        aria-label={say('hoursTo', { day })}
        value={range.to}
        onInput={(event) => onRange({ ...range, to: event.currentTarget.value })}
      />
      {onRemove !== null && (
        <Button
          kind="link"
          label={say('hoursRemove', { day, from: range.from })}
          onClick={onRemove}
        >
          {say('hoursDrop')}
        </Button>
      )}
    </div>
  );
}
