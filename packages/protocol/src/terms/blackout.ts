/** Which days a blackout rule names. */

import type { CalendarDate } from '../ids.js';
import type { BlackoutDay } from './rules.js';
import { dayNumber, weekdayOf } from './windows.js';

/**
 * Western Easter Sunday as a day of the year's calendar (Gauss, in the form of Meeus and Jones).
 */
function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1) / 86_400_000;
}

function isYearly(rule: BlackoutDay, monthDay: string): boolean {
  if (rule.yearly === undefined) return false;
  const until = rule.yearlyUntil ?? rule.yearly;
  return rule.yearly <= until
    ? rule.yearly <= monthDay && monthDay <= until
    : monthDay >= rule.yearly || monthDay <= until;
}

function isNth(nth: number | undefined, date: CalendarDate): boolean {
  if (nth === undefined) return true;
  const day = Number(date.slice(8, 10));
  if (nth > 0) return Math.ceil(day / 7) === nth;
  const nextWeek = new Date((dayNumber(date) + 7) * 86_400_000);
  return nextWeek.getUTCMonth() + 1 !== Number(date.slice(5, 7));
}

function isWeekday(rule: BlackoutDay, date: CalendarDate): boolean {
  if (rule.weekday === undefined || rule.weekday !== weekdayOf(dayNumber(date))) return false;
  return (
    isNth(rule.nth, date) && (rule.month === undefined || rule.month === Number(date.slice(5, 7)))
  );
}

/** Whether the rule names `date`. */
export function isBlackedOut(rule: BlackoutDay, date: CalendarDate): boolean {
  if (rule.date !== undefined) return rule.date <= date && date <= (rule.until ?? rule.date);
  if (rule.yearly !== undefined) return isYearly(rule, date.slice(5));
  if (rule.easter !== undefined)
    return dayNumber(date) === easterOf(Number(date.slice(0, 4))) + rule.easter;
  return isWeekday(rule, date);
}
