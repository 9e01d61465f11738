/**
 * Allowances: what is used in each window, what is left, and which one is used up. All sums are in
 * halves of a day.
 */

import type { Context, UsedHalves } from './context.js';
import { bestOf, type Check, MET, reason } from './findings.js';
import type { ReasonCode } from './reasons.js';
import type { Allowance, Consequence } from './rules.js';
import { afterOf, allowanceAlternatives, isPlanless, planOf, type Side } from './sides.js';
import type { AllowanceLeft, Left } from './verdict.js';
import { type DayRange, dateOf, dayNumber, windowsOf } from './windows.js';

type Count = Allowance['count'];
const COUNTS: readonly Count[] = ['host', 'programme', 'home-at-host'];

const USED_UP: { readonly [count in Count]: ReasonCode } = {
  host: 'ALLOWANCE_HOST_USED',
  programme: 'ALLOWANCE_PROGRAMME_USED',
  'home-at-host': 'ALLOWANCE_HOME_AT_HOST_USED',
};

/** Free visits that an allowance of some count counts. */
interface Counted {
  readonly day: number;
  readonly halves: number;
  readonly visits: number;
}

function ownVisits(used: readonly UsedHalves[], atHostOnly: boolean): readonly Counted[] {
  // JUDGE-4: only free visits use an allowance; paid ones and courtesies do not.
  return (
    used
      // Of visits that show one proof only one counts beyond its own host (STAMP-8), and of another
      // programme's none (JUDGE-10).
      .filter(({ kind, atHost, isShared }) => kind === 'free' && (atHostOnly ? atHost : !isShared))
      .map(({ day, halves }) => ({ day, halves, visits: 1 }))
  );
}

/** One item a date; of two for one date the larger one, so that repeats change nothing. */
function homeVisits(context: Context): readonly Counted[] {
  const byDay = new Map<number, Counted>();
  for (const { date, weight, visits } of context.input.homeAtHost ?? []) {
    const day = dayNumber(date);
    const known = byDay.get(day);
    byDay.set(day, {
      day,
      halves: Math.max(Math.round(weight * 2), known?.halves ?? 0),
      visits: Math.max(visits, known?.visits ?? 0),
    });
  }
  return [...byDay.values()];
}

/** One allowance in its tightest window. Amounts in halves of its unit. */
export interface Measured {
  readonly allowance: Allowance;
  readonly rule: string;
  readonly range: DayRange;
  readonly limit: number;
  readonly used: number;
  readonly need: number;
}

function leftOf({ limit, used }: Measured): number {
  return limit - used;
}

function usedIn(visits: readonly Counted[], range: DayRange, unit: 'days' | 'visits'): number {
  let sum = 0;
  for (const one of visits) {
    if (one.day >= range.from && one.day <= range.to) {
      sum += unit === 'visits' ? one.visits * 2 : one.halves;
    }
  }
  return sum;
}

function measure(
  context: Context,
  allowance: Allowance,
  source: string,
  visits: readonly Counted[],
  weightHalves: number,
): Measured {
  const unit = allowance.unit ?? 'days';
  const { visaYearStart } = context.input.visa;
  const ranges = windowsOf(
    allowance.window,
    context.day,
    visaYearStart,
    visits.map(({ day }) => day),
  );
  const used = ranges.map((range) => usedIn(visits, range, unit));
  const most = Math.max(...used);
  return {
    allowance,
    rule: `${source}/allowance/${allowance.count}`,
    range: ranges[used.indexOf(most)] ?? ranges[0],
    limit: Math.floor(allowance.days * 2),
    used: most,
    need: unit === 'visits' ? 2 : weightHalves,
  };
}

function usedUp(measured: Measured, after: Consequence): Check {
  const { allowance, range, limit, used, rule } = measured;
  return {
    state: 'broken',
    reason: reason(USED_UP[allowance.count], rule, {
      used: used / 2,
      limit: limit / 2,
      window: allowance.window,
      from: dateOf(range.from),
      to: dateOf(range.to),
    }),
    comesTo: allowance.after ?? after,
  };
}

/**
 * Visits before the visa number's first day, while this person was already a member, are known to
 * the home alone.
 */
function reachesBehind(context: Context, { allowance, range }: Measured): boolean {
  const { usageFrom, visa } = context.input;
  if (allowance.count === 'home-at-host' || context.grant !== null) return false;
  const known = dayNumber(usageFrom);
  return range.from < known && dayNumber(visa.memberSince) < known;
}

function checkOne(context: Context, measured: Measured, after: Consequence): Check {
  if (leftOf(measured) < measured.need) return usedUp(measured, after);
  if (reachesBehind(context, measured)) {
    return { state: 'assumed', code: 'BEFORE_VISA_NUMBER', rule: measured.rule };
  }
  if (measured.allowance.count === 'home-at-host' && context.input.homeAtHost === null) {
    return { state: 'assumed', code: 'NOT_COUNTED', rule: measured.rule };
  }
  return MET;
}

function tightest(measured: readonly Measured[]): Measured | null {
  return measured.reduce<Measured | null>(
    (one, other) => (one === null || leftOf(other) < leftOf(one) ? other : one),
    null,
  );
}

/** All allowances of one list must hold; the tightest one speaks. */
function checkAll(context: Context, measured: readonly Measured[], after: Consequence): Check {
  const byTightness = [...measured].sort((one, other) => leftOf(one) - leftOf(other));
  const checks = byTightness.map((one) => checkOne(context, one, after));
  return (
    checks.find(({ state }) => state === 'broken') ??
    checks.find(({ state }) => state === 'assumed') ??
    MET
  );
}

/** One count, measured on one side: its alternatives, each a list of which all must hold. */
export interface MeasuredCount {
  readonly count: Count;
  readonly side: Side;
  /** Whether the terms give this plan nothing; `all`: nor does offer or agreement. */
  readonly planless: 'no' | 'terms' | 'all';
  readonly alternatives: readonly (readonly Measured[])[];
}

/** Measures every allowance on every side. */
export function measureAllowances(
  context: Context,
  weightHalves: number,
): readonly MeasuredCount[] {
  const plan = planOf(context.input);
  const visits: { readonly [count in Count]: readonly Counted[] } = {
    host: ownVisits(context.used, true),
    programme: ownVisits(context.used, false),
    'home-at-host': homeVisits(context),
  };
  return context.sides.flatMap((side) => {
    const measured = COUNTS.map((count) => ({
      count,
      alternatives: allowanceAlternatives(side, count, plan).map(({ source, allowances }) =>
        allowances.map((one) => measure(context, one, source, visits[count], weightHalves)),
      ),
    }));
    const given = measured.some(
      ({ count, alternatives }) => count !== 'home-at-host' && alternatives.length > 0,
    );
    const none = given ? 'terms' : 'all';
    return measured.map(({ count, alternatives }): MeasuredCount => {
      const planless = count !== 'home-at-host' && isPlanless(side, plan) ? none : 'no';
      return { count, side, planless, alternatives };
    });
  });
}

/** One check for each count and side. */
export function checkAllowances(
  context: Context,
  counts: readonly MeasuredCount[],
): readonly Check[] {
  return counts.map(({ side, planless, alternatives }) => {
    const after = afterOf(side);
    const lists = roomiestFirst(alternatives).map((one) => checkAll(context, one, after));
    if (planless === 'no' || (planless === 'terms' && lists.length === 0)) return bestOf(lists);
    return bestOf([...lists, withoutPlan(context, after)]);
  });
}

/** The terms set allowances, and none is for this plan: no free day. */
function withoutPlan(context: Context, after: Consequence): Check {
  const plan = planOf(context.input);
  return {
    state: 'broken',
    reason: reason('PLAN_WITHOUT_ALLOWANCE', 'terms/allowance/plan', { plan }),
    comesTo: after,
  };
}

function roomiestFirst(
  alternatives: readonly (readonly Measured[])[],
): readonly (readonly Measured[])[] {
  const room = (list: readonly Measured[]) => {
    const least = tightest(list);
    return least === null ? Number.POSITIVE_INFINITY : leftOf(least);
  };
  return [...alternatives].sort((one, other) =>
    room(one) === room(other) ? 0 : room(other) - room(one),
  );
}

/** What one count leaves: on each side the roomiest alternative, over all sides the least. */
function leftOfCount(counts: readonly MeasuredCount[], spends: boolean): Left | null {
  let least: Left | null = null;
  for (const { alternatives, planless } of counts) {
    if (planless === 'all') return { before: 0, after: 0 };
    const list = roomiestFirst(alternatives)[0];
    const measured = list === undefined ? null : tightest(list);
    if (measured === null) continue;
    const before = Math.max(0, leftOf(measured)) / 2;
    if (least === null || before < least.before) {
      least = { before, after: spends ? Math.max(0, before - measured.need / 2) : before };
    }
  }
  return least;
}

function windowLeft(measured: Measured, spends: boolean): AllowanceLeft {
  const { allowance, range, limit, used, rule, need } = measured;
  const before = Math.max(0, leftOf(measured)) / 2;
  return {
    rule,
    count: allowance.count,
    window: allowance.window,
    unit: allowance.unit ?? 'days',
    from: dateOf(range.from),
    to: dateOf(range.to),
    limit: limit / 2,
    used: used / 2,
    before,
    after: spends ? Math.max(0, before - need / 2) : before,
  };
}

/** Days left by count and by window; `spends`: this visit uses some. */
export function leftAfter(counts: readonly MeasuredCount[], spends: boolean) {
  const of = (count: Count) =>
    leftOfCount(
      counts.filter((one) => one.count === count),
      spends,
    );
  const all = counts.flatMap(({ alternatives }) => alternatives.flat());
  const once = all.filter(
    (one, index) =>
      all.findIndex((other) => other.rule === one.rule && other.allowance === one.allowance) ===
      index,
  );
  return {
    perHost: of('host'),
    perProgramme: of('programme'),
    homeAtHost: of('home-at-host'),
    windows: once.map((one) => windowLeft(one, spends)),
  };
}

/** The allowance that ends first, and what follows it; null where there is none. */
export function nextLimit(
  counts: readonly MeasuredCount[],
): { readonly measured: Measured; readonly after: Consequence } | null {
  let next: { readonly measured: Measured; readonly after: Consequence } | null = null;
  for (const { alternatives, side } of counts) {
    const measured = tightest(roomiestFirst(alternatives)[0] ?? []);
    if (measured === null || (next !== null && leftOf(next.measured) <= leftOf(measured))) continue;
    next = { measured, after: measured.allowance.after ?? afterOf(side) };
  }
  return next;
}
