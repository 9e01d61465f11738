/**
 * Free days that all members of one home had at one host, counted as they come: each visit is
 * looked at once for each window that it falls into, however many there were before.
 */

import { addDays, type CalendarDate, type Terms } from '@covisa/protocol';
import type { Acknowledged } from '../../play/ledger.js';
import { type Allowance, DaySum, type Excess, isFor, windowDays } from './allowance-count.js';

/** The sums of one allowance. */
class WindowSums {
  readonly #allowance: Allowance;
  /** By what names a window: a month, a year, or the day that one of some days begins with. */
  readonly #sums = new Map<string, DaySum>();
  readonly #byDate = new Map<CalendarDate, Acknowledged[]>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /** Counts a visit in; gives the most that one window with it holds. */
  add(one: Acknowledged): number {
    const { date } = one.visit;
    const names = this.#windowsOf(date);
    // A window of some days begins with one on which there was a visit.
    const [first = date] = names;
    if (!this.#sums.has(first)) this.#sums.set(first, this.#sumFrom(date));
    const sums = names.flatMap((name) => this.#sums.get(name) ?? []);
    for (const sum of sums) sum.add(one);
    const ofDate = this.#byDate.get(date) ?? [];
    this.#byDate.set(date, ofDate);
    ofDate.push(one);
    return Math.max(0, ...sums.map(({ total }) => total));
  }

  /** The windows that a date falls into; first the one that it names itself. */
  #windowsOf(date: CalendarDate): readonly string[] {
    const { window } = this.#allowance;
    const days = windowDays(window);
    if (days === null) return [date.slice(0, window === 'calendar-month' ? 7 : 4)];
    return Array.from({ length: days }, (_, back) => addDays(date, -back));
  }

  /** What was counted already of the days of a window that begins with a date. */
  #sumFrom(date: CalendarDate): DaySum {
    const sum = new DaySum(this.#allowance);
    const days = windowDays(this.#allowance.window) ?? 0;
    for (let on = 0; on < days; on++) {
      for (const one of this.#byDate.get(addDays(date, on)) ?? []) sum.add(one);
    }
    return sum;
  }
}

/** The sums of all allowances of a home at a host. */
export class HomeDays {
  readonly #sums: readonly (readonly [Allowance, WindowSums])[];

  constructor({ allowances = [] }: Terms) {
    this.#sums = allowances
      .filter(({ count }) => count === 'home-at-host')
      .map((one) => [one, new WindowSums(one)] as const);
  }

  /** Counts a free visit in; the first allowance for its plan that it goes beyond, or null. */
  add(one: Acknowledged, plan: string): Excess | null {
    const counted = this.#sums.map(([allowance, sums]) => ({ allowance, days: sums.add(one) }));
    const isBeyond = ({ allowance, days }: Excess) =>
      isFor(plan, allowance) && days > allowance.days;
    return counted.find(isBeyond) ?? null;
  }
}
