/** Who is expected, by what other spaces have announced: today, and who begins tomorrow. */

import { addDays, type CalendarDate } from '@covisa/protocol';
import { useEffect } from 'preact/hooks';
import type { ExpectedView } from '../../api/message-views.js';
import { every } from '../../platform/clock.js';
import { type Loaded, useLoad } from '../../ui/load.js';
import { loadExpected } from '../node/desk-node.js';

/** Milliseconds from one look to the next. */
const LOOK_MILLISECONDS = 60_000;

/** Two lists; nobody stands in both. */
export interface Expected {
  readonly today: readonly ExpectedView[];
  readonly tomorrow: readonly ExpectedView[];
}

/** Those of a day, and those of the next who were not there on the day before. */
export function expectedFrom(
  today: readonly ExpectedView[],
  tomorrow: readonly ExpectedView[],
  date: CalendarDate,
): Expected {
  return { today, tomorrow: tomorrow.filter(({ first }) => first > date) };
}

/** Follows them for a date; nothing of it is kept on this device. */
export function useExpected(date: CalendarDate): {
  readonly loaded: Loaded<Expected>;
  readonly reload: () => void;
} {
  const used = useLoad(async () => {
    const [today, tomorrow] = await Promise.all([
      loadExpected(date),
      loadExpected(addDays(date, 1)),
    ]);
    return expectedFrom(today, tomorrow, date);
  }, [date]);
  const { reload } = used;
  useEffect(() => every(LOOK_MILLISECONDS, reload), [reload]);
  return used;
}
