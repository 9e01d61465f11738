/**
 * Calendar dates: to and from days since 1970, of an instant in UTC, and of an instant at a venue.
 * An instant is whole seconds and always a parameter; nothing here reads a clock.
 */

import { ProtocolError } from '../errors.js';
import type { CalendarDate, Seconds } from '../ids.js';

const DAY_SECONDS = 86_400;
/** 2000-01-01 and 2999-12-31: the years that a `CalendarDate` can name. */
const DAY_MIN = 10_957;
const DAY_MAX = 376_199;
/**
 * Time zones of which a formatter is kept: all of IANA's, not every spelling that a hostile profile
 * invents.
 */
const FORMATTERS_MAX = 600;

function invalid(expected: string, got: string): ProtocolError {
  return new ProtocolError('SHAPE_INVALID', `date: expected ${expected}, got ${got}`);
}

/**
 * The date of a day counted from 1970-01-01 (day 0).
 * @throws ProtocolError SHAPE_INVALID outside of the years 2000 to 2999
 */
export function dateOfDay(day: number): CalendarDate {
  if (!Number.isInteger(day) || day < DAY_MIN || day > DAY_MAX) {
    throw invalid('a day of the years 2000 to 2999', String(day));
  }
  return new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10) as CalendarDate;
}

/** Days from 1970-01-01 to `date`. */
export function dayOfDate(date: CalendarDate): number {
  return Date.parse(date) / 1000 / DAY_SECONDS;
}

/** Whether the calendar has the date of a text `YYYY-MM-DD`: no 30 February. */
export function isInCalendar(text: string): boolean {
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))];
  // Every month has 28 days. Of each stamp that a node takes in the date is checked.
  if (month >= 1 && month <= 12 && day >= 1 && day <= 28) return true;
  const milliseconds = Date.parse(text);
  // Date.parse takes 30 February for 2 March, or for no date: both come out as another text.
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().slice(0, 10) === text;
}

/**
 * The date in a text `YYYY-MM-DD`, if the calendar has it (2000 to 2999; no 30 February).
 * @throws ProtocolError SHAPE_INVALID
 */
export function parseCalendarDate(text: string): CalendarDate {
  if (!/^2\d{3}-\d{2}-\d{2}$/.test(text)) throw invalid('YYYY-MM-DD', 'another text');
  if (!isInCalendar(text)) throw invalid('a date of the calendar', text);
  return text as CalendarDate;
}

/**
 * The UTC date of an instant.
 * @throws ProtocolError SHAPE_INVALID outside of the years 2000 to 2999
 */
export function utcDate(instant: Seconds): CalendarDate {
  return dateOfDay(Math.floor(instant / DAY_SECONDS));
}

/**
 * `date` moved by whole days.
 * @throws ProtocolError SHAPE_INVALID outside of the years 2000 to 2999
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDay(dayOfDate(date) + days);
}

/** Days from `from` to `to`: 1 from a date to the next one, negative backwards. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayOfDate(to) - dayOfDate(from);
}

/**
 * The same date a year later; 1 March follows on 29 February.
 * @throws ProtocolError SHAPE_INVALID after 2999
 */
export function nextYear(date: CalendarDate): CalendarDate {
  const year = Number(date.slice(0, 4)) + 1;
  if (year > 2999) throw invalid('a date with one a year later', date);
  const rest = date.slice(4);
  return `${year}${rest === '-02-29' ? '-03-01' : rest}` as CalendarDate;
}

/**
 * The same date a year earlier; 28 February comes before 29 February.
 * @throws ProtocolError SHAPE_INVALID before 2000
 */
export function lastYear(date: CalendarDate): CalendarDate {
  const year = Number(date.slice(0, 4)) - 1;
  if (year < 2000) throw invalid('a date with one a year earlier', date);
  const rest = date.slice(4);
  return `${year}${rest === '-02-29' ? '-02-28' : rest}` as CalendarDate;
}

/** A zone's formatter, and what it showed last: a verdict asks for one instant again and again. */
interface ZoneClock {
  readonly formatter: Intl.DateTimeFormat;
  last: { readonly instant: Seconds; readonly time: LocalTime } | null;
}

const zoneClocks = new Map<string, ZoneClock>();

function zoneClockOf(timeZone: string): ZoneClock {
  const known = zoneClocks.get(timeZone);
  if (known) return known;
  try {
    const formatter = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    if (zoneClocks.size >= FORMATTERS_MAX) zoneClocks.clear();
    const clock: ZoneClock = { formatter, last: null };
    zoneClocks.set(timeZone, clock);
    return clock;
  } catch (cause) {
    throw new ProtocolError(
      'SHAPE_INVALID',
      'time zone: expected a name that IANA lists, got another',
      {
        cause,
      },
    );
  }
}

/** The wall clock at an instant. */
export interface LocalTime {
  /** The calendar's date, with midnight as its boundary. */
  readonly date: CalendarDate;
  /** Minutes since 00:00 on the wall clock, 0 to 1439. */
  readonly minutes: number;
}

/**
 * What calendar and clock show at `instant` in an IANA time zone.
 * @throws ProtocolError SHAPE_INVALID for an unknown zone
 */
export function localTime(instant: Seconds, timeZone: string): LocalTime {
  const clock = zoneClockOf(timeZone);
  if (clock.last?.instant !== instant) {
    clock.last = { instant, time: shownTime(clock.formatter, instant) };
  }
  return clock.last.time;
}

function shownTime(formatter: Intl.DateTimeFormat, instant: Seconds): LocalTime {
  const parts: { [type: string]: string } = {};
  for (const part of formatter.formatToParts(instant * 1000)) parts[part.type] = part.value;
  return {
    date: parseCalendarDate(`${parts.year}-${parts.month}-${parts.day}`),
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

/** What a venue's wall clock shows, and whether its time zone is known on this machine. */
export interface VenueClock extends LocalTime {
  readonly isZoneKnown: boolean;
}

/** What calendar and clock show at a venue whose profile names `timeZone`. */
export function venueClock(instant: Seconds, timeZone: string): VenueClock {
  try {
    return { ...localTime(instant, timeZone), isZoneKnown: true };
  } catch {
    // JUDGE-9: in a time zone that is not known here, date and time are those of UTC, and a verdict
    // says so.
    return { ...localTime(instant, 'UTC'), isZoneKnown: false };
  }
}

/**
 * A venue's date at `instant`: before the day boundary (minutes after midnight on the wall clock,
 * for example 180 for 03:00) it is still the day before.
 */
export function localDate(
  instant: Seconds,
  timeZone: string,
  dayBoundaryMinutes = 0,
): CalendarDate {
  const { date, minutes } = venueClock(instant, timeZone);
  return minutes < dayBoundaryMinutes ? addDays(date, -1) : date;
}
