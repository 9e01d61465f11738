/**
 * What was given and received, in days: sums, who came back and paid, and the curves of the chart.
 * Pure.
 */

import type { DayCounts, ExchangeView, MonthView, PartnerView } from '../../api/owner-views.js';

const NONE: DayCounts = { free: 0, paid: 0, courtesy: 0 };

/** Two counts as one. */
function addCounts(one: DayCounts, other: DayCounts): DayCounts {
  return {
    free: one.free + other.free,
    paid: one.paid + other.paid,
    courtesy: one.courtesy + other.courtesy,
  };
}

/** Days of every kind. */
export function allDays({ free, paid, courtesy }: DayCounts): number {
  return free + paid + courtesy;
}

/** The sum over all partners. */
export function totals({ partners }: ExchangeView): {
  readonly given: DayCounts;
  readonly received: DayCounts;
} {
  return {
    given: partners.reduce((sum, { given }) => addCounts(sum, given), NONE),
    received: partners.reduce((sum, { received }) => addCounts(sum, received), NONE),
  };
}

/** Partners whose members came for free and then paid: whom the free days brought. */
export function cameBackAndPaid({ partners }: ExchangeView): readonly PartnerView[] {
  return partners
    .filter(({ given }) => given.free > 0 && given.paid > 0)
    .sort((one, other) => other.given.paid - one.given.paid);
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`;
}

/** Every month from the first to the last, those without visits too. */
export function everyMonth(
  months: readonly MonthView[],
  from: string,
  to: string,
): readonly MonthView[] {
  const known = new Map(months.map((one) => [one.month, one]));
  const all: MonthView[] = [];
  for (let month = from; month <= to && all.length < 240; month = monthAfter(month)) {
    all.push(known.get(month) ?? { month, given: NONE, received: NONE });
  }
  return all;
}

/** The first instant (seconds, UTC) of a month: the chart's axis. */
export function monthInstant(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`) / 1000;
}
