/** `npm run sim -- sharding [--json] [--seed n] [--spaces n]`: the figures of spec/sharding.md. */

import { parseArgs } from 'node:util';
import { type Assumptions, type Findings, runModel } from './model.js';
import type { Spread } from './statistics.js';

/** What the chapter assumes. */
export const ASSUMPTIONS: Assumptions = {
  ...{ seed: '1', spaces: 100_000, outboundOnly: 0.3, visitsADay: 1 },
  ...{ shards: 2 ** 18, replicas: 5, slack: 0.25 },
  ...{ leaveAWeek: 0.003, joinAWeek: 0.004, weeks: 4 },
  ...{ badShares: [0.02, 0.1, 0.2, 0.3, 0.5], lookUps: 100_000 },
};
/** Ids stay below 2^17, newcomers included. */
const SPACES_MAX = 120_000;

const number = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

function spread({ median, p99, max }: Spread): string {
  return `median ${number.format(median)}, p99 ${number.format(p99)}, max ${number.format(max)}`;
}

function percent(share: number): string {
  return `${number.format(100 * share)} %`;
}

/** The findings for people, a line each. */
function linesOf(found: Findings): readonly string[] {
  const { costs, churn, assumptions } = found;
  return [
    `spaces: ${assumptions.spaces}, of which keep shards: ${found.keepers}`,
    `stamps a year: ${number.format(found.stampsAYear)}`,
    `shards of a keeper: ${spread(found.shardsOfNode)}`,
    `stamps of a keeper, a year: ${spread(found.stampsOfNode)}`,
    `  without a bound on loads: ${spread(found.stampsOfNodeUnbounded)}`,
    `bytes of a keeper, a day: ${spread(costs.bytesADay)}`,
    `  a node of version 1: ${number.format(costs.fullBytesADay)}`,
    `  one head of every log a day: ${number.format(costs.allHeadsBytesADay)}`,
    `stored bytes of a keeper, a year: ${spread(costs.storedBytesAYear)}`,
    `  a node of version 1: ${number.format(costs.fullStoredBytesAYear)}`,
    `places that move in a week: ${percent(churn.movedAWeek)}, at least ${percent(churn.leastAWeek)}`,
    `  bytes of a keeper for it, a day: ${number.format(churn.bytesOfNodeADay)}`,
    `questions for one bucket, a day: ${number.format(found.questionsOfBucketADay)}`,
    ...found.lookUps.flatMap((one) => [
      `${percent(one.badShare)} of nodes bad: ${percent(one.complete)} of check-ins find all`,
      `  stamps hidden: ${percent(one.hidden)}, by the formula ${percent(one.hiddenByFormula)}`,
      `  days over the limit, of 1,000 members: ${number.format(one.overspendPerThousand)}, ` +
        `by the formula ${number.format(one.overspendByFormula)}`,
    ]),
  ];
}

/**
 * Runs the model with these arguments, those after `sharding`, and gives what is to be printed.
 * @throws TypeError or RangeError for arguments that it does not know
 */
export function sharding(args: readonly string[]): string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      seed: { type: 'string', default: ASSUMPTIONS.seed },
      spaces: { type: 'string', default: `${ASSUMPTIONS.spaces}` },
    },
  });
  const spaces = Number(values.spaces);
  if (!Number.isInteger(spaces) || spaces < ASSUMPTIONS.replicas * 2 || spaces > SPACES_MAX) {
    throw new RangeError(`--spaces: expected 10 to ${SPACES_MAX}, got ${values.spaces}`);
  }
  const found = runModel({ ...ASSUMPTIONS, seed: values.seed, spaces });
  return values.json ? JSON.stringify(found, null, 2) : linesOf(found).join('\n');
}
