/**
 * Statements: what two spaces gave to and got from each other, counted by both from the same stamps
 * and voids.
 */

import type { CalendarDate, SpaceId } from '../ids.js';
import type { StampEntry, VoidEntry } from '../log/entries.js';
import { isVoided } from './strikes.js';

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

function validStamps(
  entries: Iterable<StatementEntry>,
): readonly (readonly [SpaceId, StampEntry])[] {
  const stamps = new Map<
    string,
    { readonly host: SpaceId; readonly index: number; readonly entry: StampEntry }
  >();
  const voids = new Map<string, { readonly index: number; readonly date: CalendarDate }[]>();
  for (const { space, incarnation, index, entry } of entries) {
    const log = `${space}/${incarnation}`;
    if (entry.type === 'stamp') stamps.set(`${log}/${index}`, { host: space, index, entry });
    else {
      const target = `${log}/${entry.index}`;
      voids.set(target, [...(voids.get(target) ?? []), { index, date: entry.date }]);
    }
  }
  const valid: (readonly [SpaceId, StampEntry])[] = [];
  for (const [id, { host, index, entry }] of stamps) {
    const later = (voids.get(id) ?? []).filter((one) => one.index > index);
    const dates = later.map((one) => one.date);
    if (!isVoided(entry.date, dates)) valid.push([host, entry]);
  }
  return valid;
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
 * others are passed over.
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
