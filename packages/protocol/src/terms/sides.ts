/**
 * Whose rules hold. A *side* is one host's rules: the terms, its offer and its agreement with the
 * other space. With `reciprocity: "min"` there are two sides, the host's and that of the visiting
 * member's home, and both must let a visit pass. Within one side each family of rules has
 * *alternatives*, and one of them is enough.
 */

import type { CalendarDate, SpaceId } from '../ids.js';
import type { Allowance, Consequence, Plans } from './rules.js';
import type { Agreement, Offer, RuleFamily, Terms } from './terms.js';
import type { JudgeInput } from './verdict.js';

/** The families that have a value of their own in terms and offer. */
export type Family = Exclude<RuleFamily, 'allowances'>;

/** One host's rules. */
export interface Side {
  /** Before the names of its own sources: nothing, or `home-`. */
  readonly prefix: '' | 'home-';
  readonly terms: Terms;
  readonly offer: Offer | null;
  readonly agreement: Agreement | null;
  /** Both spaces have said it, in the same words. */
  readonly mutual: boolean;
}

/** A rule and where it stands: `terms`, `offer`, `agreement`, `home-offer`, `home-agreement`. */
export interface Alternative<R> {
  readonly source: string;
  readonly rule: R;
}

function agreementWith(offer: Offer | null, space: SpaceId, date: CalendarDate): Agreement | null {
  const found = offer?.agreements?.find(
    (one) =>
      one.space === space &&
      (one.from === undefined || one.from <= date) &&
      (one.until === undefined || date <= one.until),
  );
  return found ?? null;
}

/**
 * Whether two values of JSON are the same, whatever the order of members; `space` differs between
 * the two sides.
 */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  const members = (value: object) =>
    new Map<string, unknown>(Object.entries(value).filter(([name]) => name !== 'space'));
  const [ones, others] = [members(one), members(other)];
  return (
    ones.size === others.size &&
    [...ones].every(([name, value]) => others.has(name) && isSame(value, others.get(name)))
  );
}

/** The side of the host, and with `reciprocity: "min"` that of the home. */
export function sidesOf(input: JudgeInput, date: CalendarDate): readonly [Side, ...Side[]] {
  const { terms, host, home } = input;
  const hosts = agreementWith(host.offer, home.space, date);
  const homes = agreementWith(home.offer, host.space, date);
  // TERMS-5: an agreement stands in place of the terms only where both spaces state it word for
  // word.
  const mutual = hosts !== null && homes !== null && isSame(hosts, homes);
  const side: Side = { prefix: '', terms, offer: host.offer, agreement: hosts, mutual };
  // TERMS-4: with reciprocity "min" a visit must also pass by what the home offers as a host.
  if (terms.reciprocity !== 'min') return [side];
  return [side, { prefix: 'home-', terms, offer: home.offer, agreement: homes, mutual }];
}

function choose<R>(
  side: Side,
  family: RuleFamily,
  values: {
    readonly terms: R | undefined;
    readonly offer: R | undefined;
    readonly agreement: R | undefined;
  },
): readonly Alternative<R | undefined>[] {
  // TERMS-3: an offer adds to the terms; it takes away only in the families that the terms leave to
  // the host.
  const own = { source: `${side.prefix}offer`, rule: values.offer };
  const agreed = { source: `${side.prefix}agreement`, rule: values.agreement };
  if (values.agreement !== undefined && side.mutual) return [agreed];
  const decides = values.offer !== undefined && side.terms.hostDecides?.includes(family) === true;
  return [
    ...(decides ? [] : [{ source: 'terms', rule: values.terms }]),
    ...(values.offer === undefined ? [] : [own]),
    ...(values.agreement === undefined ? [] : [agreed]),
  ];
}

/** The rules that have a value of their own in terms, offer and agreement. */
export type Rules = Pick<Terms, Family>;

/**
 * The alternatives of a family on a side: never none, and an absent rule is one that everything
 * passes.
 */
export function alternatives<F extends Family>(
  side: Side,
  family: F,
): readonly Alternative<Rules[F] | undefined>[] {
  const terms: Rules = side.terms;
  const offer: Rules = side.offer ?? {};
  const agreement: Rules = side.agreement ?? {};
  return choose(side, family, {
    terms: terms[family],
    offer: offer[family],
    agreement: agreement[family],
  });
}

/** Whether plans include one. */
export function includesPlan(plans: Plans | undefined, plan: string): boolean {
  if (plans === undefined) return true;
  if (plans.only !== undefined && !plans.only.includes(plan)) return false;
  return plans.except === undefined || !plans.except.includes(plan);
}

/** The plan by the name that the programme's terms use. */
export function planOf(input: JudgeInput): string {
  const names = input.home.offer?.plans;
  const { plan } = input.visa;
  return names !== undefined && Object.hasOwn(names, plan) ? (names[plan] ?? plan) : plan;
}

/** The allowances of one count that hold together, and where they stand. */
export interface AllowanceAlternative {
  readonly source: string;
  readonly allowances: readonly Allowance[];
}

/**
 * The terms set allowances for persons, but none for this plan: they give it no free day, where an
 * offer may.
 */
export function isPlanless(side: Side, plan: string): boolean {
  const personal = side.terms.allowances?.filter(({ count }) => count !== 'home-at-host') ?? [];
  return personal.length > 0 && !personal.some((one) => includesPlan(one.plans, plan));
}

/**
 * The alternative lists of allowances of one count. Terms that set none of this count set no limit;
 * an offer or agreement that sets none for this plan says nothing.
 */
export function allowanceAlternatives(
  side: Side,
  count: Allowance['count'],
  plan: string,
): readonly AllowanceAlternative[] {
  const forPlan = (all: readonly Allowance[] | undefined) =>
    all?.filter((one) => one.count === count && includesPlan(one.plans, plan)) ?? [];
  const said = (all: readonly Allowance[] | undefined) => {
    const found = forPlan(all);
    return found.length === 0 ? undefined : found;
  };
  const chosen = choose(side, 'allowances', {
    terms: forPlan(side.terms.allowances),
    offer: said(side.offer?.allowances),
    agreement: said(side.agreement?.allowances),
  });
  const silent = count !== 'home-at-host' && isPlanless(side, plan);
  return chosen
    .filter(({ source }) => source !== 'terms' || !silent)
    .map(({ source, rule }) => ({ source, allowances: rule ?? [] }));
}

/** How generous a consequence is. */
export function generosity(consequence: Consequence | undefined): number {
  switch (consequence?.kind) {
    case undefined:
    case 'regular':
      return 0;
    case 'perk':
      return 0.5;
    case 'discount':
      return consequence.percent ?? 0;
    case 'refuse':
      return -1;
  }
}

/** The most generous of a side's consequences after an allowance. */
export function afterOf(side: Side): Consequence {
  return alternatives(side, 'after')
    .map(({ rule }): Consequence => rule ?? { kind: 'regular' })
    .reduce((one, other) => (generosity(other) > generosity(one) ? other : one));
}
