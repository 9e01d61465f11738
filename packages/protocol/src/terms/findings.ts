/** What checking one rule gives, and how alternatives and sides are put together. */

import type { CalendarDate } from '../ids.js';
import type { Context } from './context.js';
import type { AssumptionCode, Reason, ReasonCode } from './reasons.js';
import type { Consequence, Otherwise } from './rules.js';
import { alternatives, type Family, type Rules, type Side } from './sides.js';

/** A rule that is broken, and what the visit comes to. */
export interface Broken {
  readonly state: 'broken';
  readonly reason: Reason;
  readonly comesTo: Consequence;
}

/** One rule, checked. */
export type Check =
  | { readonly state: 'met'; readonly note?: Reason }
  | { readonly state: 'assumed'; readonly code: AssumptionCode; readonly rule: string }
  | Broken;

export const MET: Check = { state: 'met' };

/** A reason. */
export function reason(
  code: ReasonCode,
  rule: string,
  parameters: { readonly [name: string]: string | number } = {},
): Reason {
  return { code, rule, parameters };
}

/** A broken requirement: it pays the regular rate, unless its rule says that the desk refuses. */
export function broken(
  otherwise: Otherwise | undefined,
  code: ReasonCode,
  rule: string,
  parameters: { readonly [name: string]: string | number } = {},
): Broken {
  const comesTo: Consequence = { kind: otherwise === 'refuse' ? 'refuse' : 'regular' };
  return { state: 'broken', reason: reason(code, rule, parameters), comesTo };
}

/** From the best for the member to the worst. */
function rank(check: Check): number {
  if (check.state === 'met') return check.note === undefined ? 0 : 1;
  if (check.state === 'assumed') return 2;
  return check.comesTo.kind === 'refuse' ? 4 : 3;
}

/** The best of some checks; of equal ones the first. */
export function bestOf(checks: readonly Check[]): Check {
  return checks.reduce((one, other) => (rank(other) < rank(one) ? other : one), checks[0] ?? MET);
}

function isWaived(side: Side, family: Family): boolean {
  const names: readonly string[] = [...(side.offer?.waive ?? []), ...(side.agreement?.waive ?? [])];
  return names.includes(family);
}

/**
 * Checks one family of rules on the given sides: on each the best alternative, all sides together.
 */
export function checkFamily<F extends Family>(
  sides: readonly Side[],
  family: F,
  check: (rule: NonNullable<Rules[F]>, source: string) => Check,
): readonly Check[] {
  return sides.map((side) => {
    if (isWaived(side, family)) return MET;
    return bestOf(
      alternatives(side, family).map(({ rule, source }) =>
        rule === undefined ? MET : check(rule, source),
      ),
    );
  });
}

/** Days or hours for people: 2.5, not 2.50. */
export function plainNumber(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The parameters that most reasons about a date share. */
export function onDate(context: Context): { readonly date: CalendarDate } {
  return { date: context.date };
}
