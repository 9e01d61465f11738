/** What was given and received, by partner and by month: whole and half days, by kind. */

import type { CalendarDate, SpaceId } from '@covisa/protocol';
import type { StampDay } from '@covisa/store';
import type { DayExchange, DaySums } from '../../services.js';

/** The days between us and one other space. */
export interface PartnerDays {
  readonly space: SpaceId;
  readonly name: string | null;
  /** By us to their members. */
  readonly given: readonly StampDay[];
  /** By them to our members. */
  readonly received: readonly StampDay[];
}

/** Partners by how much there was, most first; months from the first with days to the last. */
export function dayExchange(all: readonly PartnerDays[]): DayExchange {
  const partners = all.flatMap((partner) => partnerSums(partner) ?? []);
  partners.sort((a, b) => total(b) - total(a) || (a.space < b.space ? -1 : 1));
  const given = all.flatMap((one) => one.given);
  const received = all.flatMap((one) => one.received);
  const months = monthsOf([...given, ...received]).map((month) => ({
    month,
    given: sumsOf(given.filter(({ date }) => date.startsWith(month))),
    received: sumsOf(received.filter(({ date }) => date.startsWith(month))),
  }));
  return { partners, months };
}

type Partner = DayExchange['partners'][number];

function partnerSums({ space, name, given, received }: PartnerDays): Partner | null {
  const dates = [...given, ...received].map(({ date }) => date).sort();
  const [firstDate] = dates;
  const lastDate = dates.at(-1);
  if (firstDate === undefined || lastDate === undefined) return null;
  const sums = { given: sumsOf(given), received: sumsOf(received) };
  return { space, name, ...sums, firstDate, lastDate };
}

function sumsOf(days: readonly StampDay[]): DaySums {
  const sums = { free: 0, paid: 0, courtesy: 0 };
  for (const { kind, weight, count } of days) sums[kind] += weight * count;
  return sums;
}

function total({ given, received }: Partner): number {
  return [given, received].reduce((sum, one) => sum + one.free + one.paid + one.courtesy, 0);
}

/** Every month from the first date's to the last's, `YYYY-MM`. */
function monthsOf(days: readonly { readonly date: CalendarDate }[]): readonly string[] {
  const dates = days.map(({ date }) => date).sort();
  const numbers = [dates[0], dates.at(-1)].map((date) => (date ? monthNumber(date) : 0));
  const [first = 0, last = 0] = numbers;
  if (dates.length === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => monthName(first + index));
}

function monthNumber(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function monthName(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
