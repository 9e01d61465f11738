/** Weekly opening hours as they are typed, and as a profile says them. */

import type { Venue } from '@covisa/protocol';

/** `HH:MM` each. A time `to` that is not after `from` is on the next day. */
export interface RangeDraft {
  readonly from: string;
  readonly to: string;
}
/** Seven lists, Monday first; an empty list is a closed day. */
export type HoursDraft = readonly (readonly RangeDraft[])[];
export type Hours = NonNullable<Venue['hours']>;

const DAY_MINUTES = 1440;
/** What a profile takes at most on one day. */
export const RANGES_MAX = 4;

const NINE_TO_SIX: readonly RangeDraft[] = [{ from: '09:00', to: '18:00' }];

/** Monday to Friday, nine to six: what most spaces begin with. */
export const USUAL_HOURS: HoursDraft = [
  ...Array.from({ length: 5 }, () => NINE_TO_SIX),
  ...Array.from({ length: 2 }, () => []),
];

function timeText(minutes: number): string {
  const ofDay = minutes % DAY_MINUTES;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

function parseTime(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(text);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

/** What a profile says, to be edited. */
export function hoursDraft(hours: Hours): HoursDraft {
  return hours.map((ranges) =>
    ranges.map(({ from, to }) => ({ from: timeText(from), to: timeText(to) })),
  );
}

/** What was typed, for a profile; or the first weekday (0: Monday) that cannot be read. */
export function parseHours(
  draft: HoursDraft,
): { readonly hours: Hours } | { readonly wrong: number } {
  const hours: { from: number; to: number }[][] = [];
  for (const [weekday, ranges] of draft.entries()) {
    const parsed = ranges.flatMap(parseRange).sort((one, other) => one.from - other.from);
    if (parsed.length < ranges.length || overlaps(parsed)) return { wrong: weekday };
    hours.push(parsed);
  }
  return { hours };
}

function parseRange({ from, to }: RangeDraft): { from: number; to: number }[] {
  const [start, end] = [parseTime(from), parseTime(to)];
  if (start === null || end === null) return [];
  return [{ from: start, to: end > start ? end : end + DAY_MINUTES }];
}

function overlaps(ranges: readonly { readonly from: number; readonly to: number }[]): boolean {
  return ranges.some(({ from }, index) => index > 0 && from < (ranges[index - 1]?.to ?? 0));
}

/** The hours of Monday on every day from Tuesday to Friday as well. */
export function asOnMonday(draft: HoursDraft): HoursDraft {
  const monday = draft[0] ?? [];
  return draft.map((ranges, weekday) => (weekday < 5 ? monday : ranges));
}
