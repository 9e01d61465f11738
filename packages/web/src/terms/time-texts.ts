/** When a visit may be: notice, hours, days without free visits, room, half days. */

import type { BlackoutDay, Terms } from '@covisa/protocol';
import {
  clockText,
  dateText,
  listText,
  monthText,
  weekdayText,
  yearlyDayText,
} from '../i18n/formats.js';
import { otherwiseText } from './free-texts.js';
import { joined, type Sentences, type TermsSpeaker, textsOf } from './speaker.js';

type Rule<F extends keyof Terms> = NonNullable<Terms[F]>;

function noticeText(rule: Rule<'notice'>, speaker: TermsSpeaker): string {
  const { say } = speaker;
  const { kind, hours, lapsesAfterHours } = rule;
  if (kind === 'none') return say('noticeNone');
  const isMessage = kind === 'message';
  const sentence =
    hours === undefined
      ? say(isMessage ? 'noticeMessage' : 'noticeBooking')
      : say(isMessage ? 'noticeMessageHours' : 'noticeBookingHours', {
          hours: say('hours', { count: hours }),
        });
  const lapses =
    lapsesAfterHours === undefined
      ? ''
      : say('noticeLapses', { hours: say('hours', { count: lapsesAfterHours }) });
  return joined(sentence, lapses, otherwiseText(rule.otherwise, speaker));
}

function hoursTexts(rule: Rule<'hours'>, speaker: TermsSpeaker): Sentences {
  const { language, say } = speaker;
  const otherwise = otherwiseText(rule.otherwise, speaker);
  const windows = (rule.windows ?? []).map(({ name, weekdays, from, to }) => {
    const times = say('range', { from: clockText(language, from), to: clockText(language, to) });
    const days = (weekdays ?? []).map((one) => weekdayText(language, one));
    const range =
      days.length === 0 ? times : say('rangeOn', { range: times, days: listText(language, days) });
    return name === undefined ? range : say('named', { name, range });
  });
  return [
    ...(rule.opening === true ? [say('hoursOpening')] : []),
    ...(windows.length > 0 ? [say('hoursWindows', { hours: windows.join('; ') })] : []),
  ].map((sentence) => joined(sentence, otherwise));
}

const NTH = { 1: 'nth1', 2: 'nth2', 3: 'nth3', 4: 'nth4', 5: 'nth5', [-1]: 'nthLast' } as const;

function weekdayRule({ weekday = 1, nth, month }: BlackoutDay, speaker: TermsSpeaker): string {
  const { language, say } = speaker;
  const words = {
    weekday: weekdayText(language, weekday),
    nth: nth === undefined ? '' : say(NTH[nth]),
    month: month === undefined ? '' : monthText(language, month),
  };
  if (nth === undefined) return say(month === undefined ? 'everyWeek' : 'everyWeekIn', words);
  return say(month === undefined ? 'everyMonth' : 'everyMonthIn', words);
}

function easterText(offset: number, { say }: TermsSpeaker): string {
  if (offset === 0) return say('easter');
  return say(offset < 0 ? 'beforeEaster' : 'afterEaster', { count: Math.abs(offset) });
}

/** A day without free visits, as words. */
function dayText(day: BlackoutDay, speaker: TermsSpeaker): string {
  const { language, say } = speaker;
  if (day.date !== undefined) {
    const from = dateText(language, day.date);
    return day.until === undefined
      ? from
      : say('range', { from, to: dateText(language, day.until) });
  }
  if (day.yearly !== undefined) {
    const from = yearlyDayText(language, day.yearly);
    return day.yearlyUntil === undefined
      ? say('yearly', { day: from })
      : say('yearlyRange', { from, to: yearlyDayText(language, day.yearlyUntil) });
  }
  return day.easter === undefined ? weekdayRule(day, speaker) : easterText(day.easter, speaker);
}

function blackoutText({ days, otherwise }: Rule<'blackout'>, speaker: TermsSpeaker): string {
  const { say } = speaker;
  const texts = days.map((day) => {
    const text = dayText(day, speaker);
    return day.name === undefined ? text : say('nameOfDay', { day: text, name: day.name });
  });
  return joined(say('blackout', { days: texts.join('; ') }), otherwiseText(otherwise, speaker));
}

function capacityTexts(rule: Rule<'capacity'>, speaker: TermsSpeaker): Sentences {
  const { say } = speaker;
  return [
    ...textsOf(rule.perDay, (count) => say('capacityDay', { count })),
    ...textsOf(rule.perHome, (count) => say('capacityHome', { count })),
    ...(rule.spaceAllowing === true ? [say('capacityRoom')] : []),
  ].map((sentence) => joined(sentence, otherwiseText(rule.otherwise, speaker)));
}

/** The rules of which these are the sentences. */
type TimeRules = Pick<
  Terms,
  'notice' | 'hours' | 'blackout' | 'capacity' | 'halfDays' | 'dayBoundary'
>;

/** When a visit may be, and what it then counts. */
export function timeTexts(rules: TimeRules, speaker: TermsSpeaker): Sentences {
  const { language, say } = speaker;
  return [
    ...textsOf(rules.notice, (one) => noticeText(one, speaker)),
    ...textsOf(rules.hours, (one) => hoursTexts(one, speaker)),
    ...textsOf(rules.blackout, (one) => blackoutText(one, speaker)),
    ...textsOf(rules.capacity, (one) => capacityTexts(one, speaker)),
    ...textsOf(rules.halfDays, ({ allowed, percent = 50 }) =>
      allowed ? say('halfDays', { percent }) : say('halfDaysNone'),
    ),
    ...textsOf(rules.dayBoundary, (minutes) =>
      say('dayBoundary', { time: clockText(language, minutes) }),
    ),
  ];
}
