/**
 * The rules that most spaces use, as fields of a form, over the whole language of terms. Whatever
 * the form does not show stays as it was: the form changes rules, it does not write them anew.
 */

import type { Allowance, CalendarDate, Offer, Terms } from '@covisa/protocol';
import { parseNames } from '../parts/venue-draft.js';

/** Terms or an offer. */
export type Rules = Pick<
  Terms & Offer,
  | 'allowances'
  | 'after'
  | 'consecutive'
  | 'distance'
  | 'eligible'
  | 'notice'
  | 'hours'
  | 'blackout'
  | 'capacity'
  | 'party'
  | 'halfDays'
  | 'staticVisas'
  | 'photoId'
  | 'dayBoundary'
  | 'amenities'
>;

export const WINDOWS = ['visa-year', 'calendar-month', 'calendar-year', 'P30D'] as const;
export const AFTERS = ['', 'regular', 'discount', 'refuse'] as const;
export const NOTICES = ['', 'none', 'message', 'booking'] as const;
export const STATICS = ['', 'allowed', 'pay', 'refuse'] as const;
export const PHOTO_IDS = ['', 'never', 'static', 'always'] as const;

/** An empty text is a rule that is not set. */
export interface RulesDraft {
  /** Free days of one visa at this host. */
  readonly freeDays: string;
  readonly window: string;
  /** Free days of all members of one home, a calendar month. */
  readonly homeCap: string;
  readonly after: string;
  readonly percent: string;
  readonly consecutive: string;
  readonly distanceKm: string;
  readonly membershipMonths: string;
  readonly notice: string;
  readonly noticeHours: string;
  readonly openingOnly: boolean;
  /** 1 Monday to 7 Sunday. */
  readonly weekdaysOff: readonly number[];
  /** `YYYY-MM-DD`, separated by commas. */
  readonly datesOff: string;
  readonly perDay: string;
  readonly perHome: string;
  readonly companions: string;
  readonly halfDays: boolean;
  readonly staticVisas: string;
  readonly photoId: string;
  readonly included: string;
  readonly excluded: string;
}

export type RulesProblem = Exclude<
  keyof RulesDraft,
  | 'window'
  | 'after'
  | 'notice'
  | 'openingOnly'
  | 'weekdaysOff'
  | 'halfDays'
  | 'staticVisas'
  | 'photoId'
>;

export const isHostAllowance = (one: Allowance): boolean =>
  one.count === 'host' && one.plans === undefined && one.after === undefined;
export const isHomeCap = (one: Allowance): boolean =>
  one.count === 'home-at-host' && one.window === 'calendar-month' && one.plans === undefined;

const text = (value: number | undefined): string => (value === undefined ? '' : String(value));

function monthsText(period: string | undefined): string {
  return period === undefined ? '' : (/^P(\d{1,2})M$/u.exec(period)?.[1] ?? '');
}

/** Rules, to be edited. */
export function rulesDraft(rules: Rules): RulesDraft {
  const host = rules.allowances?.find(isHostAllowance);
  const blackoutDays = rules.blackout?.days ?? [];
  return {
    freeDays: text(host?.days),
    window: host?.window ?? 'visa-year',
    homeCap: text(rules.allowances?.find(isHomeCap)?.days),
    after: rules.after === undefined || rules.after.kind === 'perk' ? '' : rules.after.kind,
    percent: text(rules.after?.percent),
    consecutive: text(rules.consecutive?.days),
    distanceKm: text(rules.distance?.km),
    membershipMonths: monthsText(rules.eligible?.membership),
    notice: rules.notice?.kind ?? '',
    noticeHours: text(rules.notice?.hours),
    openingOnly: rules.hours?.opening === true,
    weekdaysOff: blackoutDays.flatMap((day) => (isWholeWeekday(day) ? [day.weekday] : [])),
    datesOff: blackoutDays.flatMap((day) => (isSingleDate(day) ? [day.date] : [])).join(', '),
    perDay: text(rules.capacity?.perDay),
    perHome: text(rules.capacity?.perHome),
    companions: text(rules.party?.companions),
    halfDays: rules.halfDays?.allowed === true,
    staticVisas: rules.staticVisas ?? '',
    photoId: rules.photoId ?? '',
    included: rules.amenities?.included.join(', ') ?? '',
    excluded: rules.amenities?.excluded.join(', ') ?? '',
  };
}

export type BlackoutDay = NonNullable<Rules['blackout']>['days'][number];

/** A day of every week. */
export function isWholeWeekday(
  day: BlackoutDay,
): day is BlackoutDay & { readonly weekday: number } {
  return day.weekday !== undefined && day.nth === undefined && day.month === undefined;
}

/** One date, without a name. */
export function isSingleDate(
  day: BlackoutDay,
): day is BlackoutDay & { readonly date: CalendarDate } {
  return day.date !== undefined && day.until === undefined && day.name === undefined;
}

const isWhole = (value: string, max: number): boolean =>
  value === '' || (/^\d{1,6}$/u.test(value) && Number(value) <= max);
const isHalves = (value: string): boolean =>
  value === '' || (/^\d{1,3}([.,][05])?$/u.test(value) && toNumber(value) <= 366);

/** A number with a point or a comma. */
export function toNumber(value: string): number {
  return Number(value.replace(',', '.'));
}

function isDate(value: string): value is CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** The fields that cannot be read. */
export function wrongRules(draft: RulesDraft): readonly RulesProblem[] {
  const wrong: RulesProblem[] = [];
  const must = (field: RulesProblem, holds: boolean): void => {
    if (!holds) wrong.push(field);
  };
  must('freeDays', isHalves(draft.freeDays));
  must('homeCap', isHalves(draft.homeCap));
  must('percent', draft.after !== 'discount' || /^[1-9]\d?$/u.test(draft.percent));
  must('consecutive', isWhole(draft.consecutive, 366) && draft.consecutive !== '0');
  must('distanceKm', isWhole(draft.distanceKm, 20_100));
  must('membershipMonths', isWhole(draft.membershipMonths, 24));
  must('noticeHours', isWhole(draft.noticeHours, 2160));
  must('datesOff', parseNames(draft.datesOff).every(isDate));
  must('perDay', isWhole(draft.perDay, 100_000));
  must('perHome', isWhole(draft.perHome, 100_000));
  must('companions', isWhole(draft.companions, 100));
  must('included', areLabels(draft.included));
  must('excluded', areLabels(draft.excluded));
  return wrong;
}

function areLabels(names: string): boolean {
  const labels = parseNames(names);
  return labels.length <= 40 && labels.every((label) => label.length <= 60);
}
