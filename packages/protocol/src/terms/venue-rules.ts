/**
 * The rules about the venue and the day: blackout dates, hours, capacity, half days. They are the
 * host's alone.
 */

import { isBlackedOut } from './blackout.js';
import type { Context } from './context.js';
import { broken, type Check, checkFamily, MET, onDate, reason } from './findings.js';
import type { Reason } from './reasons.js';
import { alternatives, type Rules } from './sides.js';
import type { Offer, Terms } from './terms.js';
import { weekdayOf } from './windows.js';

type Rule<F extends keyof Rules> = NonNullable<Rules[F]>;

/** Minutes of a date, `to` exclusive; past 1440 is the night that follows. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function clock(minutes: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
}

function spansText(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(', ');
}

/** Whether arrival falls into spans of its date, or into one of the night before. */
function within(minutes: number, today: readonly Span[], dayBefore: readonly Span[]): boolean {
  const inside = (at: number) => (span: Span) => span.from <= at && at < span.to;
  return today.some(inside(minutes)) || dayBefore.some(inside(minutes + 1440));
}

type SpansOf = (weekday: number) => readonly Span[];

function checkSpans(context: Context, rule: Rule<'hours'>, id: string, spansOf: SpansOf): Check {
  const today = spansOf(weekdayOf(context.day));
  if (context.arrivalMinutes !== null) {
    if (within(context.arrivalMinutes, today, spansOf(weekdayOf(context.day - 1)))) return MET;
  } else if (today.length > 0) {
    return { state: 'assumed', code: 'ARRIVAL_UNKNOWN', rule: id };
  }
  if (today.length === 0 && id.endsWith('/opening')) {
    return broken(rule.otherwise, 'VENUE_CLOSED', id, onDate(context));
  }
  return broken(rule.otherwise, 'OUTSIDE_HOURS', id, {
    ...onDate(context),
    hours: today.length === 0 ? '-' : spansText(today),
  });
}

function checkHours(context: Context, rule: Rule<'hours'>, source: string): Check {
  const open = context.input.host.venue.hours;
  const openingId = `${source}/hours/opening`;
  const opening: Check =
    rule.opening !== true
      ? MET
      : open === undefined
        ? { state: 'assumed', code: 'NOT_STATED', rule: openingId }
        : checkSpans(context, rule, openingId, (weekday) => open[weekday - 1] ?? []);
  if (opening.state === 'broken' || rule.windows === undefined) return opening;
  const { windows } = rule;
  const inWindow = checkSpans(context, rule, `${source}/hours/windows`, (weekday) =>
    windows.filter(({ weekdays }) => weekdays === undefined || weekdays.includes(weekday)),
  );
  return inWindow.state === 'met' ? opening : inWindow;
}

function checkBlackout(context: Context, rule: Rule<'blackout'>, source: string): Check {
  const day = rule.days.find((one) => isBlackedOut(one, context.date));
  if (day === undefined) return MET;
  return broken(rule.otherwise, 'BLACKOUT', `${source}/blackout`, {
    ...onDate(context),
    name: day.name ?? '',
  });
}

function checkCapacity(context: Context, rule: Rule<'capacity'>, source: string): Check {
  const { today, local } = context.input;
  const id = `${source}/capacity`;
  if (rule.spaceAllowing === true && local.full) return broken(rule.otherwise, 'CAPACITY_FULL', id);
  if (rule.perDay === undefined && rule.perHome === undefined) return MET;
  if (today === null) return { state: 'assumed', code: 'NOT_COUNTED', rule: id };
  if (rule.perDay !== undefined && today.total >= rule.perDay) {
    return broken(rule.otherwise, 'CAPACITY_DAY', id, { ...onDate(context), limit: rule.perDay });
  }
  if (rule.perHome !== undefined && today.fromHome >= rule.perHome) {
    return broken(rule.otherwise, 'CAPACITY_HOME', id, { ...onDate(context), limit: rule.perHome });
  }
  return MET;
}

/**
 * How many visiting members a host takes on one date by these terms and its offer; null: no limit.
 * An alternative without a limit lets every visit pass.
 */
export function placesPerDay(terms: Terms, offer: Offer | null): number | null {
  const side = { prefix: '', terms, offer, agreement: null, mutual: false } as const;
  const limits = alternatives(side, 'capacity').map(({ rule }) => rule?.perDay ?? null);
  return limits.includes(null) ? null : Math.max(...limits.map((limit) => limit ?? 0));
}

/** Blackout, hours and capacity, in the order in which they decide. */
export function checkVenue(context: Context): readonly Check[] {
  const host = context.sides.slice(0, 1);
  return [
    ...checkFamily(host, 'blackout', (rule, source) => checkBlackout(context, rule, source)),
    ...checkFamily(host, 'hours', (rule, source) => checkHours(context, rule, source)),
    ...checkFamily(host, 'capacity', (rule, source) => checkCapacity(context, rule, source)),
  ];
}

/**
 * What a visit weighs, in halves of a day, and a note where a half day was asked for and is none.
 */
export interface Weighed {
  readonly halves: 1 | 2;
  readonly note: Reason | null;
}

/** Half days are the desk's choice where the rules know them and the stay is short enough. */
export function weigh(context: Context): Weighed {
  const { request, host } = context.input;
  if (!request.halfDay) return { halves: 2, note: null };
  const rules = alternatives(context.sides[0], 'halfDays').flatMap(({ rule, source }) =>
    rule?.allowed === true ? [{ percent: rule.percent ?? 50, source }] : [],
  );
  const most = rules.sort((one, other) => other.percent - one.percent)[0];
  if (most === undefined) {
    return { halves: 2, note: reason('HALF_DAY_NOT_COUNTED', 'terms/half-days') };
  }
  const spans = host.venue.hours?.[weekdayOf(context.day) - 1] ?? [];
  const open = spans.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0);
  if (
    open === 0 ||
    request.stayMinutes === null ||
    request.stayMinutes * 100 <= open * most.percent
  ) {
    return { halves: 1, note: null };
  }
  const minutes = Math.floor((open * most.percent) / 100);
  return {
    halves: 2,
    note: reason('HALF_DAY_TOO_LONG', `${most.source}/half-days`, { minutes }),
  };
}
