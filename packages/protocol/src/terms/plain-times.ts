/** Hours and blackout days in plain words. */

import { clockText, otherwiseText, type Sentences, type Speaker } from './plain-texts.js';
import type { BlackoutDay } from './rules.js';
import type { Terms } from './terms.js';

function windowsText(
  windows: NonNullable<NonNullable<Terms['hours']>['windows']>,
  { say, names }: Speaker,
): string {
  const spans = windows.map(({ name, weekdays, from, to }) => {
    const span = say('span', { from: clockText(from), to: clockText(to) });
    const days = weekdays?.map((one) => names.weekdays[one - 1] ?? '').join(', ');
    const when = days === undefined ? span : say('spanOn', { span, weekdays: days });
    return name === undefined ? when : `${name}, ${when}`;
  });
  return say('windows', { windows: spans.join(names.separator) });
}

/** When a visit may begin. */
export function hoursTexts(rule: NonNullable<Terms['hours']>, speaker: Speaker): Sentences {
  const otherwise = otherwiseText(rule.otherwise, speaker);
  return [
    ...(rule.opening === true ? [speaker.say('opening')] : []),
    ...(rule.windows ? [windowsText(rule.windows, speaker)] : []),
  ].map((sentence) => `${sentence} ${otherwise}`);
}

function monthDayText(monthDay: string, { say, names }: Speaker): string {
  const month = names.months[Number(monthDay.slice(0, 2)) - 1] ?? '';
  return say('monthDay', { day: Number(monthDay.slice(3)), month });
}

function easterText(offset: number, { say }: Speaker): string {
  if (offset === 0) return say('easter');
  return say(offset < 0 ? 'beforeEaster' : 'afterEaster', { count: Math.abs(offset) });
}

function weekdayText({ weekday, nth, month }: BlackoutDay, { say, names }: Speaker): string {
  const ofMonth = { month: month === undefined ? '' : (names.months[month - 1] ?? '') };
  if (nth === undefined) {
    const name = names.weekdays[(weekday ?? 0) - 1] ?? '';
    return month === undefined ? name : say('weekdayInMonth', { weekday: name, ...ofMonth });
  }
  const name = names.weekdaysOfMonth[(weekday ?? 0) - 1] ?? '';
  if (month === undefined) {
    return say(nth === -1 ? 'lastOfEveryMonth' : 'nthOfEveryMonth', { nth, weekday: name });
  }
  return say(nth === -1 ? 'lastOfMonth' : 'nthOfMonth', { nth, weekday: name, ...ofMonth });
}

function dayText(day: BlackoutDay, speaker: Speaker): string {
  const { say, catalogue } = speaker;
  if (day.date !== undefined) {
    const from = catalogue.formats.date(day.date);
    if (day.until === undefined) return from;
    return say('dateRange', { from, to: catalogue.formats.date(day.until) });
  }
  if (day.yearly !== undefined) {
    const from = monthDayText(day.yearly, speaker);
    if (day.yearlyUntil === undefined) return say('yearly', { day: from });
    return say('yearlyRange', { from, to: monthDayText(day.yearlyUntil, speaker) });
  }
  return day.easter === undefined ? weekdayText(day, speaker) : easterText(day.easter, speaker);
}

/** The days that are not for free visits. */
export function blackoutText(rule: NonNullable<Terms['blackout']>, speaker: Speaker): string {
  const days = rule.days.map((day) => {
    const when = dayText(day, speaker);
    return day.name === undefined ? when : `${when} (${day.name})`;
  });
  const sentence = speaker.say('blackout', { days: days.join(speaker.names.separator) });
  return `${sentence} ${otherwiseText(rule.otherwise, speaker)}`;
}
