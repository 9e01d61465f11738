/**
 * Up to when visits may be of members who were erased whole: statements cannot tell such stamps
 * from invented ones, and do not try (STMT-3).
 */

import { addDays, type CalendarDate, calendarDate, encodeUtf8, parseUtf8 } from '@covisa/protocol';
import type { Store } from '@covisa/store';

const SETTING = 'erased-until';
/** A host that is cut off may still stamp with yesterday's proof, or enter a visit late. */
const LATE_DAYS = 3;

type Settings = Pick<Store, 'setting' | 'putSetting'>;

/** Visits before this date may be of an erased member; null: nobody was erased. */
export async function erasedUntil(store: Settings): Promise<CalendarDate | null> {
  const bytes = await store.setting(SETTING);
  return bytes === null ? null : calendarDate.parse(parseUtf8(bytes));
}

/** Notes that a member is erased today. */
export async function noteErased(store: Settings, today: CalendarDate): Promise<void> {
  const until = addDays(today, LATE_DAYS);
  const before = await erasedUntil(store);
  if (before === null || before < until) await store.putSetting(SETTING, encodeUtf8(until));
}

/** What a clock noted that was ahead is of today at the latest; `today` by a steady one. */
export async function mendErased(store: Settings, today: CalendarDate): Promise<void> {
  const until = addDays(today, LATE_DAYS);
  const noted = await erasedUntil(store);
  if (noted !== null && noted > until) await store.putSetting(SETTING, encodeUtf8(until));
}
