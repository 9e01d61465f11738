/** The free visits of all members of one home at one host, by date. */

import { addDays, type CalendarDate, type JudgeInput, type SpaceId } from '@covisa/protocol';
import type { Store, Visit } from '@covisa/store';

/** They are counted over the longest window that terms know. */
export const HOME_DAYS = 400;

type HomeDay = NonNullable<JudgeInput['homeAtHost']>[number];

/** Whose visits where, and up to the day after which date. */
interface HomeAtHost {
  readonly host: SpaceId;
  readonly home: SpaceId;
  readonly date: CalendarDate;
}

/**
 * One item a date, as a verdict wants it: whole and half days together, those that the log shows
 * and those that wait to be published.
 */
export async function homeDays(
  store: Pick<Store, 'stampDays'>,
  { host, home, date }: HomeAtHost,
  waiting: readonly Visit[],
): Promise<readonly HomeDay[]> {
  const [from, to] = [addDays(date, -HOME_DAYS), addDays(date, 1)];
  const logged = await store.stampDays({ host, home, from, to });
  const own = waiting.filter((one) => one.home === home).map((one) => ({ ...one, count: 1 }));
  const byDate = new Map<CalendarDate, HomeDay>();
  for (const { kind, date: day, weight, count } of [...logged, ...own]) {
    if (kind !== 'free') continue;
    const known = byDate.get(day) ?? { date: day, weight: 0, visits: 0 };
    const sums = { weight: known.weight + weight * count, visits: known.visits + count };
    byDate.set(day, { date: day, ...sums });
  }
  return [...byDate.values()];
}
