/** The coarse model of a programme that shards by marker: counts, no messages, one seed. */

import { Chance } from '../world/chance.js';
import { BUCKET_STAMPS, type Costs, costsOf, LOOKED_UP, provenBytes } from './costs.js';
import { type LookUps, playLookUps } from './look-ups.js';
import { type Keeper, movedPlaces, type Plan, place } from './placement.js';
import { drawStamps, type Stamps } from './stamps.js';
import { type Spread, spreadOf } from './statistics.js';
import { earlierVisits, visitsADay } from './travel.js';

/** What is assumed. */
export interface Assumptions extends Plan {
  readonly seed: string;
  readonly spaces: number;
  /** Share of nodes without a public address. */
  readonly outboundOnly: number;
  /** Mean of a space. */
  readonly visitsADay: number;
  /** Of the roster, in a week. */
  readonly leaveAWeek: number;
  readonly joinAWeek: number;
  readonly weeks: number;
  /** Shares of nodes that are down or withhold, each tried. */
  readonly badShares: readonly number[];
  readonly lookUps: number;
}

/** What follows. */
export interface Findings {
  readonly assumptions: Assumptions;
  readonly stampsAYear: number;
  readonly keepers: number;
  readonly shardsOfNode: Spread;
  readonly stampsOfNode: Spread;
  /** Without the bound on loads. */
  readonly stampsOfNodeUnbounded: Spread;
  readonly costs: Costs;
  readonly churn: Churn;
  readonly lookUps: readonly LookUps[];
  /** Questions a day for one bucket, from all spaces together. */
  readonly questionsOfBucketADay: number;
}

/** What weekly rosters move. */
export interface Churn {
  /** Of all places, in a week: those with another keeper, and how many cannot be helped. */
  readonly movedAWeek: number;
  readonly leastAWeek: number;
  readonly bytesOfNodeADay: number;
}

function rosterOf(chance: Chance, { spaces, outboundOnly }: Assumptions): Keeper[] {
  return Array.from({ length: spaces }, (_, id) => ({
    id,
    weight: chance.happens(outboundOnly) ? 0 : 1,
  }));
}

function playChurn(chance: Chance, plan: Assumptions, first: readonly Keeper[], from: Uint32Array) {
  const { leaveAWeek, joinAWeek, weeks, outboundOnly, replicas } = plan;
  let [roster, table, nextId] = [first, from, plan.spaces];
  let [moved, least] = [0, 0];
  for (let week = 0; week < weeks; week++) {
    const stay = roster.filter(() => !chance.happens(leaveAWeek));
    const newcomers = Array.from({ length: Math.round(joinAWeek * roster.length) }, () => {
      nextId += 1;
      return { id: nextId - 1, weight: chance.happens(outboundOnly) ? 0 : 1 };
    });
    const left = new Set(roster.map(({ id }) => id));
    for (const { id } of stay) left.delete(id);
    roster = [...stay, ...newcomers];
    const next = place(roster, plan);
    const able = roster.filter(({ weight }) => weight > 0).length;
    const joined = newcomers.filter(({ weight }) => weight > 0).length;
    moved += movedPlaces(table, next, replicas) / table.length;
    least += table.filter((id) => left.has(id)).length / table.length + joined / able;
    table = next;
  }
  return { movedAWeek: moved / weeks, leastAWeek: least / weeks };
}

function playBad(chance: Chance, plan: Assumptions, table: Uint32Array): readonly LookUps[] {
  const { badShares, replicas, lookUps, spaces } = plan;
  return badShares.map((share) => {
    const part = chance.child(`${share}`);
    const isBad = Uint8Array.from({ length: spaces }, () => (part.happens(share) ? 1 : 0));
    return playLookUps(part, { table, replicas, isBad }, share, lookUps);
  });
}

function keptByKeepers({ kept, places }: Stamps): Spread {
  return spreadOf(kept.filter((_, id) => (places[id] ?? 0) > 0));
}

/** Runs the model. */
export function runModel(plan: Assumptions): Findings {
  const chance = new Chance(`sharding/${plan.seed}`);
  const { shards, replicas, spaces } = plan;
  const roster = rosterOf(chance.child('roster'), plan);
  const keepers = roster.filter(({ weight }) => weight > 0).length;
  const table = place(roster, plan);
  const visits = visitsADay(chance.child('visits'), spaces, plan.visitsADay);
  const stamps = drawStamps(chance.child('stamps'), visits, table, shards);
  const unbounded = place(roster, { ...plan, slack: shards });
  const stampsAYear = stamps.inShard.reduce((sum, one) => sum + one, 0);
  const ask = chance.child('earlier');
  const sample = Array.from({ length: 10_000 }, () => earlierVisits(ask));
  const meanEarlier = sample.reduce((sum, one) => sum + one, 0) / sample.length;
  const churn = playChurn(chance.child('churn'), plan, roster, table);
  const proven = provenBytes(stampsAYear / spaces);
  const buckets = stampsAYear / BUCKET_STAMPS;
  return {
    assumptions: plan,
    stampsAYear,
    keepers,
    shardsOfNode: spreadOf(Float64Array.from(stamps.places.filter((count) => count > 0))),
    stampsOfNode: keptByKeepers(stamps),
    stampsOfNodeUnbounded: keptByKeepers(
      drawStamps(chance.child('stamps'), visits, unbounded, shards),
    ),
    costs: costsOf(stamps, replicas, meanEarlier),
    churn: {
      ...churn,
      bytesOfNodeADay: Math.round(
        (churn.movedAWeek * stampsAYear * replicas * proven) / keepers / 7,
      ),
    },
    lookUps: playBad(chance.child('bad'), plan, table),
    questionsOfBucketADay: (stampsAYear / 365) * ((LOOKED_UP + meanEarlier) / buckets),
  };
}
