/** Figures of many runs: what took place, what was violated, how soon all were equal again. */

import { isBroken, type Played } from '../jobs/pool.js';
import type { Outcome } from '../play/run.js';

/** Rounds of syncs until all was equal again. */
export interface Rounds {
  readonly runs: number;
  readonly median: number | null;
  readonly p99: number | null;
}

/** A violation, with the seed that showed it. */
export interface SeedViolation {
  readonly seed: string;
  readonly invariant: string;
  /** Seconds from the story's beginning; null: there was no outcome. */
  readonly at: number | null;
  readonly text: string;
}

export interface Figures {
  readonly seeds: number;
  /** Spaces of the smallest run, of the middle one and of the largest. */
  readonly spaces: {
    readonly min: number | null;
    readonly median: number | null;
    readonly max: number | null;
  };
  readonly checkIns: number;
  readonly stamps: number;
  /** What happened by the stories, and how often it ended in which refusal. */
  readonly events: Readonly<Record<string, number>>;
  /** What the line did to requests. */
  readonly faults: Readonly<Record<string, number>>;
  readonly violations: readonly SeedViolation[];
  readonly rounds: Rounds & {
    /** The same by the size of the network: the logarithm of its spaces, rounded. */
    readonly byLog2Nodes: readonly (Rounds & { readonly log2Nodes: number })[];
  };
  /** Bytes of bodies sent, for each stamp and each node of its network. */
  readonly bytesPerStampAndNode: { readonly median: number | null; readonly p99: number | null };
}

/** Of numbers, the smallest one that so large a part of them does not exceed; null of none. */
export function quantile(numbers: readonly number[], part: number): number | null {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null;
}

/** The figures of these runs, which do not depend on their order but for that of violations. */
export function figuresOf(played: readonly Played[]): Figures {
  const outcomes = played.flatMap((one) => (isBroken(one) ? [] : [one]));
  const spaces = outcomes.map((one) => one.spaces);
  const costs = outcomes
    .filter(({ stamps }) => stamps > 0)
    .map((one) => Math.round(one.bytes / one.stamps / one.spaces));
  return {
    seeds: played.length,
    spaces: {
      min: quantile(spaces, 0),
      median: quantile(spaces, 0.5),
      max: quantile(spaces, 1),
    },
    checkIns: sum(outcomes.map((one) => one.checkIns)),
    stamps: sum(outcomes.map((one) => one.stamps)),
    events: together(outcomes.map((one) => one.counts)),
    faults: together(outcomes.map((one) => one.faults)),
    violations: played.flatMap(violationsOf),
    rounds: { ...roundsOf(outcomes), byLog2Nodes: byLog2Nodes(outcomes) },
    bytesPerStampAndNode: { median: quantile(costs, 0.5), p99: quantile(costs, 0.99) },
  };
}

function violationsOf(played: Played): readonly SeedViolation[] {
  const { seed } = played;
  if (isBroken(played)) return [{ seed, invariant: 'no outcome', at: null, text: played.broke }];
  return played.violations.map((one) => ({ seed, ...one }));
}

function roundsOf(outcomes: readonly Outcome[]): Rounds {
  const rounds = outcomes.flatMap((one) => one.rounds ?? []);
  return {
    runs: outcomes.length,
    median: quantile(rounds, 0.5),
    p99: quantile(rounds, 0.99),
  };
}

function byLog2Nodes(outcomes: readonly Outcome[]): Figures['rounds']['byLog2Nodes'] {
  const sizeOf = (one: Outcome) => Math.round(Math.log2(one.spaces));
  const sizes = [...new Set(outcomes.map(sizeOf))].sort((one, other) => one - other);
  return sizes.map((log2Nodes) => ({
    log2Nodes,
    ...roundsOf(outcomes.filter((one) => sizeOf(one) === log2Nodes)),
  }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function together(
  counts: readonly Readonly<Record<string, number>>[],
): Readonly<Record<string, number>> {
  const all = new Map<string, number>();
  for (const one of counts) {
    for (const [name, count] of Object.entries(one)) all.set(name, (all.get(name) ?? 0) + count);
  }
  return Object.fromEntries([...all].sort(([one], [other]) => (one < other ? -1 : 1)));
}
