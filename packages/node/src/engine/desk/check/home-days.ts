/** The visits of all members of one home at one host, and the free days among them. */

import { addDays, type CalendarDate, type JudgeInput, type SpaceId } from '@covisa/protocol';
import type { StampDay, Store, Visit } from '@covisa/store';

/** They are counted over the longest window that terms know. */
export const HOME_DAYS = 400;

type HomeDay = NonNullable<JudgeInput['homeAtHost']>[number];

/** Whose visits where, and up to the day after which date. */
interface HomeAtHost {
  readonly host: SpaceId;
  readonly home: SpaceId;
  readonly date: CalendarDate;
}

/** Those that the log shows, together by date, kind and weight, and each that waits to be. */
export async function homeVisits(
  store: Pick<Store, 'stampDays'>,
  { host, home, date }: HomeAtHost,
  waiting: readonly Visit[],
): Promise<readonly StampDay[]> {
  const [from, to] = [addDays(date, -HOME_DAYS), addDays(date, 1)];
  const logged = await store.stampDays({ host, home, from, to });
  const own = waiting.filter((one) => one.home === home).map((one) => ({ ...one, count: 1 }));
  return [...logged, ...own];
}

/** One item a date with a free visit, as a verdict wants it: whole and half days together. */
export function freeDays(visits: readonly StampDay[]): readonly HomeDay[] {
  const byDate = new Map<CalendarDate, HomeDay>();
  for (const { kind, date: day, weight, count } of visits) {
    if (kind !== 'free') continue;
    const known = byDate.get(day) ?? { date: day, weight: 0, visits: 0 };
    const sums = { weight: known.weight + weight * count, visits: known.visits + count };
    byDate.set(day, { date: day, ...sums });
  }
  return [...byDate.values()];
}
