/** How many stamps of one log count, by home and date: what totals and days are added up from. */

import type { CalendarDate, SpaceId, StampEntry } from '@covisa/protocol';
import { compareText } from '../heads.js';
import type { StampDay, StampFilter } from '../port.js';

/** Of one home: its dates, ascending, and the rows of each by kind and weight. */
interface HomeTally {
  readonly dates: CalendarDate[];
  readonly rows: Map<CalendarDate, readonly StampDay[]>;
}

/** The rows of one home. */
export interface HomeDays {
  readonly home: SpaceId;
  readonly days: readonly StampDay[];
}

export function compareDays(left: StampDay, right: StampDay): number {
  return (
    compareText(left.date, right.date) ||
    compareText(left.kind, right.kind) ||
    left.weight - right.weight
  );
}

/** The stamps of one log that are not voided, counted. */
export class Tallies {
  readonly #homes = new Map<SpaceId, HomeTally>();

  /** Counts a stamp, or no longer. */
  count({ home, date, kind, weight }: StampEntry, by: 1 | -1): void {
    const { dates, rows } = this.#tally(home);
    const before = rows.get(date);
    if (before === undefined) insert(dates, date);
    const held = before?.find((one) => one.kind === kind && one.weight === weight);
    const count = (held?.count ?? 0) + by;
    const others = (before ?? []).filter((one) => one !== held);
    const row = { date, kind, weight, count };
    rows.set(date, count === 0 ? others : [...others, row].sort(compareDays));
  }

  /** The rows within a filter, of each home in the order of `compareDays`. */
  within({ home, from, to }: StampFilter): readonly HomeDays[] {
    const homes = home === undefined ? [...this.#homes.keys()] : [home];
    return homes.map((one) => ({ home: one, days: this.#days(one, from, to) }));
  }

  copy(): Tallies {
    const other = new Tallies();
    for (const [home, { dates, rows }] of this.#homes) {
      other.#homes.set(home, { dates: dates.slice(), rows: new Map(rows) });
    }
    return other;
  }

  #tally(home: SpaceId): HomeTally {
    const tally = this.#homes.get(home) ?? { dates: [], rows: new Map() };
    this.#homes.set(home, tally);
    return tally;
  }

  #days(home: SpaceId, from?: CalendarDate, to?: CalendarDate): readonly StampDay[] {
    const { dates, rows } = this.#homes.get(home) ?? { dates: [], rows: new Map() };
    const found: StampDay[] = [];
    for (let at = from === undefined ? 0 : placeOf(dates, from); at < dates.length; at++) {
      const date = dates[at];
      if (date === undefined || (to !== undefined && date > to)) break;
      for (const row of rows.get(date) ?? []) found.push(row);
    }
    return found;
  }
}

/** Where a date stands, or would stand. */
function placeOf(dates: readonly CalendarDate[], date: CalendarDate): number {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] ?? '') < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insert(dates: CalendarDate[], date: CalendarDate): void {
  dates.splice(placeOf(dates, date), 0, date);
}
