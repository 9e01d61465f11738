/** Stamps and what was remembered of their checks, in memory. */

import type { Marker, SpaceId } from '@covisa/protocol';
import { comparePlaces, compareText } from '../heads.js';
import type {
  LogPlace,
  MarkedPlace,
  StampDay,
  StampFilter,
  StampTotal,
  Store,
  StoredStamp,
} from '../port.js';
import { type HeldStamp, logKey, type MemoryState, numberKey } from './state.js';
import { compareDays, type HomeDays } from './tallies.js';

type StampMethods = Pick<
  Store,
  | 'stampPlaces'
  | 'stampsAt'
  | 'stampTotals'
  | 'stampCount'
  | 'stampDays'
  | 'stampChecks'
  | 'rememberStampChecks'
  | 'dropStampChecksUntil'
>;

function stored({ space, incarnation, index, bytes, voids }: HeldStamp): StoredStamp {
  return { space, incarnation, index, bytes, voids };
}

function compareTotals(left: StampTotal, right: StampTotal): number {
  return (
    compareText(left.host, right.host) ||
    compareText(left.home, right.home) ||
    compareText(left.kind, right.kind) ||
    left.weight - right.weight
  );
}

interface HostDays extends HomeDays {
  readonly host: SpaceId;
}

/** The counted days of all logs within a filter. */
function counted(state: MemoryState, filter: StampFilter): readonly HostDays[] {
  return [...state.logs.values()]
    .filter(({ head }) => filter.host === undefined || head.space === filter.host)
    .flatMap(({ head, tallies }) =>
      tallies.within(filter).map((one) => ({ host: head.space, ...one })),
    )
    .filter((one) => one.days.length > 0);
}

function totals(all: readonly HostDays[]): readonly StampTotal[] {
  const found = new Map<string, StampTotal>();
  for (const { host, home, days } of all) {
    for (const { kind, weight, count } of days) {
      const key = `${host}/${home}/${kind}/${weight}`;
      found.set(key, { host, home, kind, weight, count: (found.get(key)?.count ?? 0) + count });
    }
  }
  return [...found.values()].sort(compareTotals);
}

function dayRows(all: readonly HostDays[]): readonly StampDay[] {
  const [only, ...others] = all;
  if (only === undefined || others.length === 0) return only?.days ?? [];
  const found = new Map<string, StampDay>();
  for (const row of all.flatMap(({ days }) => days)) {
    const { date, kind, weight, count } = row;
    const key = `${date}/${kind}/${weight}`;
    found.set(key, { date, kind, weight, count: (found.get(key)?.count ?? 0) + count });
  }
  return [...found.values()].sort(compareDays);
}

/** Places are held in the order of arrival: those of one log in the order of the log. */
function placesOf(state: MemoryState, marker: Marker, countMax: number): readonly MarkedPlace[] {
  const counts = new Map<string, number>();
  const found: MarkedPlace[] = [];
  for (const [key, index] of state.markers.get(marker) ?? []) {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    const log = state.logs.get(key)?.head;
    if (log === undefined || count >= countMax) continue;
    found.push({ marker, space: log.space, incarnation: log.incarnation, index });
  }
  return found.sort(comparePlaces);
}

/** The methods of the port that are about stamps. */
export function stampMethods(state: MemoryState): StampMethods {
  return {
    async stampPlaces(markers, countMax) {
      // Most of what a look-up asks for is not there.
      return [...new Set(markers)]
        .filter((marker) => state.markers.has(marker))
        .sort(compareText)
        .flatMap((marker) => placesOf(state, marker, countMax));
    },
    async stampsAt(places) {
      return places.flatMap((place: LogPlace) => {
        const stamp = state.logs.get(logKey(place))?.stamps.get(place.index);
        return stamp === undefined ? [] : [stored(stamp)];
      });
    },
    async stampTotals(filter) {
      return totals(counted(state, filter));
    },
    async stampCount(host, date) {
      const all = counted(state, { host, from: date, to: date });
      return all.flatMap(({ days }) => days).reduce((sum, one) => sum + one.count, 0);
    },
    async stampDays(filter) {
      return dayRows(counted(state, filter));
    },
    async stampChecks(visaNumber) {
      const held = state.checks.get(numberKey(visaNumber));
      return [...(held?.memos.values() ?? [])].sort(comparePlaces);
    },
    async rememberStampChecks(visaNumber, until, memos) {
      for (const memo of memos) {
        if (!state.logs.has(logKey(memo))) {
          throw new RangeError(`stamp check: no log ${logKey(memo)} is held`);
        }
      }
      const held = state.checks.get(numberKey(visaNumber))?.memos ?? new Map();
      for (const memo of memos) held.set(`${logKey(memo)}/${memo.index}`, memo);
      state.checks.set(numberKey(visaNumber), { until, memos: held });
    },
    async dropStampChecksUntil(last) {
      for (const [number, { until }] of [...state.checks]) {
        if (until <= last) state.checks.delete(number);
      }
    },
  };
}
