/**
 * Statements: what two spaces gave to and got from each other, counted by both from the same stamps
 * and voids.
 */

import type { CalendarDate, SpaceId } from '../ids.js';
import type { StampEntry, VoidEntry } from '../log/entries.js';
import { isVoided, isWithinReach } from './strikes.js';

/** A stamp or void of somebody's log. */
export interface StatementEntry {
  readonly space: SpaceId;
  readonly incarnation: number;
  readonly index: number;
  readonly entry: StampEntry | VoidEntry;
}

/** Visits of one kind: stamps that are not voided, and the days that they weigh. */
export interface StatementCount {
  readonly visits: number;
  readonly days: number;
}

/** Counts by kind of visit. */
export type StatementCounts = { readonly [Kind in StampEntry['kind']]: StatementCount };

/**
 * What `ours` gave to members of `theirs`, and what its own members received there; dates
 * inclusive.
 */
export interface Statement {
  readonly ours: SpaceId;
  readonly theirs: SpaceId;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly given: StatementCounts;
  readonly received: StatementCounts;
}

interface Pair {
  readonly ours: SpaceId;
  readonly theirs: SpaceId;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

interface Stamped {
  readonly host: SpaceId;
  readonly log: string;
  readonly index: number;
  readonly entry: StampEntry;
}

function validStamps(
  entries: Iterable<StatementEntry>,
): readonly (readonly [SpaceId, StampEntry])[] {
  const stamps = new Map<string, Stamped>();
  const voids = new Map<string, { readonly index: number; readonly date: CalendarDate }[]>();
  for (const { space, incarnation, index, entry } of entries) {
    const log = `${space}/${incarnation}`;
    if (entry.type === 'stamp') stamps.set(`${log}/${index}`, { host: space, log, index, entry });
    else {
      const target = `${log}/${entry.index}`;
      voids.set(target, [...(voids.get(target) ?? []), { index, date: entry.date }]);
    }
  }
  const valid: (readonly [SpaceId, StampEntry])[] = [];
  for (const [id, { host, log, index, entry }] of stamps) {
    const between = (end: number) => datesBetween(stamps, log, index + 1, end);
    const dates = (voids.get(id) ?? [])
      .filter((one) =>
        isWithinReach({ index, date: entry.date }, one.index, () => between(one.index)),
      )
      .map((one) => one.date);
    if (!isVoided(entry.date, dates)) valid.push([host, entry]);
  }
  return valid;
}

/** The dates of the stamps of a log from an index on, up to another one. */
function* datesBetween(
  stamps: ReadonlyMap<string, Stamped>,
  log: string,
  from: number,
  end: number,
): Generator<CalendarDate> {
  for (let index = from; index < end; index++) {
    const stamp = stamps.get(`${log}/${index}`);
    if (stamp) yield stamp.entry.date;
  }
}

function countKind(stamps: readonly StampEntry[], kind: StampEntry['kind']): StatementCount {
  const ofKind = stamps.filter((stamp) => stamp.kind === kind);
  return { visits: ofKind.length, days: ofKind.reduce((sum, stamp) => sum + stamp.weight, 0) };
}

function countKinds(stamps: readonly StampEntry[]): StatementCounts {
  return {
    free: countKind(stamps, 'free'),
    paid: countKind(stamps, 'paid'),
    courtesy: countKind(stamps, 'courtesy'),
  };
}

/**
 * The statement between two spaces over stamps dated `from` to `to` (inclusive). STMT-1: a
 * statement counts what was given and received by kind, less what was voided in time. STMT-2: both
 * sides get the same numbers, mirrored, in any order of the entries and with copies; entries of
 * others are passed over. Of both spaces all stamps are given, of whatever home: they tell which
 * voids count (STAMP-16).
 */
export function foldStatement(entries: Iterable<StatementEntry>, pair: Pair): Statement {
  const { ours, theirs, from, to } = pair;
  const inRange = validStamps(entries).filter(([, { date }]) => date >= from && date <= to);
  const between = (host: SpaceId, home: SpaceId): StatementCounts =>
    countKinds(
      inRange.filter(([at, entry]) => at === host && entry.home === home).map(([, e]) => e),
    );
  return { ours, theirs, from, to, given: between(ours, theirs), received: between(theirs, ours) };
}
