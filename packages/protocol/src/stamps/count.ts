/**
 * What counts: a fold from found stamps and the results of their checks to a visa's usage. The
 * answer is the same whatever the order, duplication or batching of its input.
 */

import { compareSpaces, sortSpaces } from '../bytes/spaces.js';
import type { CalendarDate, ProgrammeId, SpaceId } from '../ids.js';
import { LOOKUP_MISSES_MAX } from '../limits.js';
import type { StampEntry } from '../log/entries.js';
import type { CheckedStamp, StampFlaw } from './checks.js';
import { comparePlaces, type FoundStamp } from './lookup.js';
import { type Judged, judgeAlone, LogStrikes, logOf } from './strikes.js';

/**
 * A stamp that takes its index. If it is voided, the index stays used and the visit does not count.
 */
export interface CountedStamp {
  readonly stamp: FoundStamp;
  readonly basis: 'proof' | 'grant';
  readonly voided: boolean;
  /** Another host's stamp has claimed its proof: it counts at its own host alone. */
  readonly shared: boolean;
}

/**
 * A stamp that does not count and takes no index. `signature`: its evidence was not signed as it
 * says; `passed-over`: behind three such in its log.
 */
export interface RejectedStamp {
  readonly stamp: FoundStamp;
  readonly flaw: StampFlaw | 'signature' | 'proof-used' | 'passed-over';
}

/** One used day: a host and its local date. */
export interface UsedDay {
  readonly host: SpaceId;
  readonly date: CalendarDate;
  readonly kind: StampEntry['kind'];
  readonly weight: StampEntry['weight'];
  readonly venue: string;
  readonly programme: ProgrammeId;
  /** The number of the roster by whose terms the visit was judged. */
  readonly roster: number;
  readonly k: number;
  readonly incarnation: number;
  /** Index of the stamp in the host's log. */
  readonly index: number;
  /** Other hosts that used the same k. */
  readonly doubled: readonly SpaceId[];
  /**
   * It counts at its own host, and not in the whole programme: another host's day stands for its
   * proof.
   */
  readonly shared: boolean;
}

/** A visa's usage. */
export interface StampUsage {
  /** Sorted by date, then host. */
  readonly days: readonly UsedDay[];
  /** Sorted by k, host, incarnation, index; with the voided ones. */
  readonly stamps: readonly CountedStamp[];
  /** Sorted likewise. */
  readonly rejected: readonly RejectedStamp[];
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

/** Each stamp once; copies of one stamp add their voids together. */
function mergeCopies(checked: readonly CheckedStamp[]): readonly CheckedStamp[] {
  const merged = new Map<string, CheckedStamp>();
  for (const one of checked) {
    const id = `${logOf(one.stamp)}/${one.stamp.index}/${one.stamp.k}`;
    const before = merged.get(id);
    const voids = before ? [...before.stamp.voids, ...one.stamp.voids] : one.stamp.voids;
    merged.set(id, { ...one, stamp: { ...one.stamp, voids: [...new Set(voids)].sort() } });
  }
  return [...merged.values()];
}

/** All stamps, judged as far as their log is not passed over. */
interface JudgedLogs {
  readonly judged: readonly Judged[];
  readonly passedOver: readonly CheckedStamp[];
}

function judgeLogs(
  checked: readonly CheckedStamp[],
  results: ReadonlyMap<string, boolean>,
): JudgedLogs {
  const judged: Judged[] = [];
  const passedOver: CheckedStamp[] = [];
  for (const log of groupBy(checked, (one) => logOf(one.stamp)).values()) {
    const strikes = new LogStrikes();
    for (const one of log.sort((a, b) => a.stamp.index - b.stamp.index)) {
      if (strikes.left === 0) {
        passedOver.push(one);
        continue;
      }
      const alone = judgeAlone(one, results);
      strikes.add(alone);
      judged.push(alone);
    }
  }
  return { judged, passedOver };
}

const KIND_ORDER = { free: 0, courtesy: 1, paid: 2 } as const;

/**
 * Who claims a proof that several hosts show: a free day before others, then the lowest index, then
 * the lowest host id.
 */
function compareClaims(left: Judged, right: Judged): number {
  const [a, b] = [left.checked.stamp, right.checked.stamp];
  return KIND_ORDER[a.entry.kind] - KIND_ORDER[b.entry.kind] || comparePlaces(a, b);
}

/**
 * STAMP-8: one proof stands for one day. Where several hosts show it, one of them claims it, and
 * the stamps of the others count at their own hosts alone; in one log it counts once. A grant
 * counts by itself.
 */
function claimProofs({ judged, passedOver }: JudgedLogs): Pick<StampUsage, 'stamps' | 'rejected'> {
  const claims = new Map<string, Set<SpaceId>>();
  const stamps: CountedStamp[] = [];
  const rejected: RejectedStamp[] = passedOver.map(({ stamp, flaw }) => ({
    stamp,
    flaw: flaw ?? 'passed-over',
  }));
  const order = [...judged].sort(compareClaims);
  for (const { checked, basis, claim, voided } of order) {
    const { stamp, flaw } = checked;
    if (basis === null) {
      rejected.push({ stamp, flaw: flaw ?? 'signature' });
      continue;
    }
    const hosts = (claim !== null && claims.get(claim)) || new Set<SpaceId>();
    if (basis === 'proof' && hosts.has(stamp.host)) {
      rejected.push({ stamp, flaw: 'proof-used' });
      continue;
    }
    stamps.push({ stamp, basis, voided, shared: basis === 'proof' && hosts.size > 0 });
    if (claim !== null) claims.set(claim, hosts.add(stamp.host));
  }
  stamps.sort((a, b) => comparePlaces(a.stamp, b.stamp));
  return { stamps, rejected: rejected.sort((a, b) => comparePlaces(a.stamp, b.stamp)) };
}

/**
 * STAMP-11: usage is the set of (host, date): twice the same is one day, with the larger weight,
 * and free if either was.
 */
function mergeDay(counted: readonly CountedStamp[], hostsOf: HostsOf): UsedDay {
  const stamps = counted.map((one) => one.stamp);
  const [first] = stamps;
  if (first === undefined) throw new RangeError('stamps: expected at least one, got none');
  const kinds = stamps.map((stamp) => stamp.entry.kind);
  const doubled = new Set(stamps.flatMap((stamp) => [...(hostsOf.get(stamp.k) ?? [])]));
  doubled.delete(first.host);
  return {
    host: first.host,
    date: first.entry.date,
    kind: kinds.reduce((a, b) => (KIND_ORDER[a] <= KIND_ORDER[b] ? a : b)),
    weight: stamps.some((stamp) => stamp.entry.weight === 1) ? 1 : 0.5,
    venue: first.entry.venue,
    programme: first.entry.programme,
    roster: first.entry.roster,
    k: first.k,
    incarnation: first.incarnation,
    index: first.index,
    doubled: sortSpaces(doubled),
    shared: counted.every((one) => one.shared),
  };
}

type HostsOf = ReadonlyMap<number, ReadonlySet<SpaceId>>;

function hostsByIndex(stamps: readonly CountedStamp[]): HostsOf {
  const hosts = new Map<number, Set<SpaceId>>();
  for (const { stamp, voided } of stamps) {
    if (voided) continue;
    const known = hosts.get(stamp.k) ?? new Set();
    hosts.set(stamp.k, known.add(stamp.host));
  }
  return hosts;
}

function usedDays(stamps: readonly CountedStamp[]): readonly UsedDay[] {
  const hostsOf = hostsByIndex(stamps);
  const visits = stamps.filter((one) => !one.voided);
  const days = groupBy(visits, ({ stamp }) => `${stamp.entry.date}/${stamp.host}`);
  return [...days.values()]
    .map((day) => mergeDay(day, hostsOf))
    .sort((a, b) => compareText(a.date, b.date) || compareSpaces(a.host, b.host));
}

/**
 * The usage that the stamps of one visa add up to. `results` has the result of each check of
 * `openChecks`, by its id; those of stamps that are passed over may be missing. STAMP-14: order,
 * batching and copies of the stamps make no difference.
 * @throws RangeError if a result is missing
 */
export function countStamps(
  checked: readonly CheckedStamp[],
  results: ReadonlyMap<string, boolean>,
): StampUsage {
  const { stamps, rejected } = claimProofs(judgeLogs(mergeCopies(checked), results));
  return { days: usedDays(stamps), stamps, rejected };
}

/** What takes indices besides the stamps that are known. */
export interface TakenIndices {
  /** Held by open grants, or by visits that wait to be published. */
  readonly reserved: readonly number[];
  /** The index that a host proposes, which may know stamps that its home does not. */
  readonly proposed?: number;
}

/**
 * The index for the next stamp: the lowest, from what is proposed on, that no stamp has taken and
 * that is not reserved.
 */
export function firstUnusedIndex(
  usage: StampUsage,
  { reserved, proposed = 0 }: TakenIndices = { reserved: [] },
): number {
  const stamped = new Set(usage.stamps.map((one) => one.stamp.k));
  const used = new Set([...stamped, ...reserved]);
  const free = firstNotIn(used, proposed);
  // GRANT-14: the index that a host proposes is where the home begins to look for a free one, if
  // that is less than sixteen above the lowest that no stamp has: no look-up would find what is
  // further on, since a reserved index may stay without a stamp.
  return free < firstNotIn(stamped, 0) + LOOKUP_MISSES_MAX ? free : firstNotIn(used, 0);
}

function firstNotIn(used: ReadonlySet<number>, from: number): number {
  let k = from;
  while (used.has(k)) k += 1;
  return k;
}

/**
 * One index that several hosts used while they could not see each other. All their visits count.
 */
export interface DoubleVisit {
  readonly k: number;
  /** One stamp or more of each host, sorted by host. */
  readonly stamps: readonly FoundStamp[];
}

/**
 * The indices at which two hosts or more gave something, ascending. STAMP-13: where two hosts used
 * one index, both visits count, and each names the other.
 */
export function doubleVisits(usage: StampUsage): readonly DoubleVisit[] {
  const doubles: DoubleVisit[] = [];
  // The stamps of a usage stand in the order of their indices, and so do these.
  for (const [k, hosts] of hostsByIndex(usage.stamps)) {
    if (hosts.size < 2) continue;
    const counted = usage.stamps.filter((one) => !one.voided && one.stamp.k === k);
    // A paid visit spends nothing: beside it nobody's free day was given twice.
    const given = counted.filter((one) => one.stamp.entry.kind !== 'paid');
    if (new Set(given.map((one) => one.stamp.host)).size < 2) continue;
    doubles.push({ k, stamps: counted.map((one) => one.stamp) });
  }
  return doubles;
}
