/**
 * Free days counted by the terms (spec/terms.md, allowances), from what really happened: a second
 * opinion, which shares nothing with the engine's verdict. In windows of a visa year, a month, a
 * year or some days.
 */

import { daysBetween, type Terms } from '@covisa/protocol';
import type { Acknowledged } from '../../play/ledger.js';
import { FULL_PLAN } from '../../story/story.js';

export type Allowance = NonNullable<Terms['allowances']>[number];

/** An allowance that these visits go beyond. */
export interface Excess {
  readonly allowance: Allowance;
  readonly days: number;
}

/** Days, or visits where the terms say so; a half day is 0.5. */
export function weightOf({ unit }: Pick<Allowance, 'unit'>, { visit }: Acknowledged): number {
  return unit === 'visits' ? 1 : visit.weight;
}

/** The allowances of one person, those of other plans too. */
function personal({ allowances = [] }: Terms): readonly Allowance[] {
  return allowances.filter(({ count }) => count !== 'home-at-host');
}

/** The allowances of one person with this plan. */
export function allowancesFor(plan: string, terms: Terms): readonly Allowance[] {
  return personal(terms).filter((one) => isFor(plan, one));
}

/** Whether an allowance is one of those of a plan. */
export function isFor(plan: string, { plans }: Allowance): boolean {
  if (plans?.except?.includes(plan)) return false;
  return plans?.only === undefined || plans.only.includes(plan);
}

/** Whether terms that bound the free days of persons have none for this plan. */
export function isWithoutDays(plan: string, terms: Terms): boolean {
  return personal(terms).length > 0 && allowancesFor(plan, terms).length === 0;
}

/**
 * The first allowance that a free visit went beyond, given the free visits (of the same member, in
 * the same programme) beside which it was given; null: it was good.
 */
export function excessOf(
  visit: Acknowledged,
  others: readonly Acknowledged[],
  terms: Terms,
  plan = FULL_PLAN,
): Excess | null {
  return firstBeyond(allowancesFor(plan, terms), visit, others);
}

function firstBeyond(
  allowances: readonly Allowance[],
  visit: Acknowledged,
  others: readonly Acknowledged[],
): Excess | null {
  for (const allowance of allowances) {
    const counted = others.filter((one) => allowance.count !== 'host' || one.host === visit.host);
    const days = mostIn(allowance, visit, counted);
    if (days > allowance.days) return { allowance, days };
  }
  return null;
}

/** The most that one window with this visit in it holds. */
function mostIn(
  allowance: Allowance,
  visit: Acknowledged,
  others: readonly Acknowledged[],
): number {
  const all = [visit, ...others];
  const sums = all
    .filter((first) => isTogether(allowance.window, first, visit))
    .map((first) => {
      const isWithin = (one: Acknowledged) => isTogether(allowance.window, first, one);
      // The one day that a code stands for is that of the host that claims it (STAMP-8), which may
      // have had another date, and so another window.
      const elsewhere = new Set(all.filter((one) => !isWithin(one)).map(({ token }) => token));
      const within = all.filter(isWithin);
      return sumOf(
        allowance,
        within.filter((one) => one === visit || !elsewhere.has(one.token)),
      );
    });
  return Math.max(0, ...sums);
}

function sumOf(allowance: Allowance, visits: readonly Acknowledged[]): number {
  const sum = new DaySum(allowance);
  for (const one of visits) sum.add(one);
  return sum.total;
}

/**
 * Days of visits, one after the other. One code that was shown at several hosts stands for one day
 * (STAMP-8), and so do visits of one date at one host, as where its desk was told of a day again
 * that was on a lost disk: the longest.
 */
export class DaySum {
  readonly #allowance: Allowance;
  readonly #weights = new Map<string, number>();
  readonly #codes = new Map<string, string>();
  #total = 0;

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  get total(): number {
    return this.#total;
  }

  add(one: Acknowledged): void {
    const weight = weightOf(this.#allowance, one);
    const day = `${one.member} ${one.host} ${one.visit.date}`;
    const code = this.#codes.get(day) ?? one.token;
    this.#codes.set(day, code);
    const known = this.#weights.get(code) ?? 0;
    this.#weights.set(code, Math.max(weight, known));
    this.#total += Math.max(0, weight - known);
  }
}

/** Whether a visit falls into the window that begins with, or is that of, another one. */
function isTogether(window: string, first: Acknowledged, other: Acknowledged): boolean {
  const [from, to] = [first.visit.date, other.visit.date];
  if (window === 'calendar-month') return from.slice(0, 7) === to.slice(0, 7);
  if (window === 'calendar-year') return from.slice(0, 4) === to.slice(0, 4);
  if (window === 'visa-year') return visaYearOf(first) === visaYearOf(other);
  const distance = daysBetween(from, to);
  return distance >= 0 && distance < (windowDays(window) ?? 0);
}

/** How many days a window has; null where it is one of the calendar, or of a visa. */
export function windowDays(window: string): number | null {
  const days = /^P(\d+)D$/.exec(window)?.[1];
  return days === undefined ? null : Number(days);
}

/** A host whose calendar is behind the home's may date a visit before the visa year begins. */
function visaYearOf({ visit: { date, visaUntil } }: Acknowledged): string {
  const end = visaUntil ?? '';
  const start = `${Number(end.slice(0, 4)) - 1}${end.slice(4)}`;
  return date < start ? `before ${start}` : `until ${end}`;
}
