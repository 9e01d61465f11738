/**
 * `judge`: the one function that answers whether a visit is free, used by desk, home and wallet
 * alike. Rules are checked in a fixed order; a rule that refuses decides before one that makes the
 * visit cost, and of equals the first.
 */

import {
  checkAllowances,
  leftAfter,
  type MeasuredCount,
  measureAllowances,
  nextLimit,
} from './allowances.js';
import { askGrant, checkConsent } from './consent.js';
import { type Context, contextOf, type UsedHalves } from './context.js';
import { type Broken, type Check, onDate, reason } from './findings.js';
import { nothing, paymentOf } from './payment.js';
import type { Assumption, Reason } from './reasons.js';
import { checkHistory, checkMember } from './requirements.js';
import { generosity } from './sides.js';
import { checkVenue, type Weighed, weigh } from './venue-rules.js';
import type { JudgeInput, Show, Verdict, VisitKind } from './verdict.js';

/**
 * What refuses a visit whatever the terms say: the host's own list, its profile, the visa's end.
 */
function localRefusals(context: Context): readonly Reason[] {
  const { host, home, local, visa, role, instant } = context.input;
  const found: Reason[] = [];
  if (role !== 'wallet' && instant >= visa.expiresAt) {
    found.push(reason('VISA_EXPIRED', 'visa/expires'));
  }
  const refused = host.offer?.refuses?.find(({ space }) => space === home.space)?.reason;
  const spaceRefused = local.spaceRefused ?? refused;
  if (spaceRefused !== undefined) {
    found.push(reason('SPACE_REFUSED', 'host/list/space', { reason: spaceRefused }));
  }
  if (local.visaRefused !== null) {
    found.push(reason('VISA_REFUSED', 'host/list/visa', { reason: local.visaRefused }));
  }
  if (!host.open) found.push(reason('HOST_NOT_TAKING', 'host/open'));
  return found;
}

function shows(context: Context): readonly Show[] {
  const { visa, presentation, terms, host } = context.input;
  const photo = host.offer?.photoId ?? terms.photoId ?? 'static';
  const card = visa.static || presentation === 'static';
  const amenities = host.offer?.amenities ?? terms.amenities;
  const lists: Show[] = amenities
    ? [
        { code: 'INCLUDED', items: amenities.included },
        { code: 'EXCLUDED', items: amenities.excluded },
      ]
    : [];
  return [
    ...(photo === 'always' || (photo === 'static' && card) ? [{ code: 'PHOTO_ID' } as const] : []),
    ...lists.filter((one) => 'items' in one && one.items.length > 0),
  ];
}

/** Usage is exact with a grant, at the home, and where only this host's own log matters. */
function sureness(
  context: Context,
  assumed: readonly Assumption[],
  counts: readonly MeasuredCount[],
) {
  const { role, homeAnswer, freshness } = context.input;
  const across = counts.some(
    ({ count, alternatives }) =>
      count === 'programme' && alternatives.some((one) => one.length > 0),
  );
  const exact =
    role === 'home' ||
    context.grant !== null ||
    (role === 'host' && !across && assumed.length === 0);
  const unreachable = homeAnswer === 'unreachable' && role === 'host';
  const level = exact ? 'exact' : unreachable ? 'home-unreachable' : 'known-up-to';
  return {
    level,
    knownUpTo: freshness.knownUpTo,
    olderSpaces: freshness.olderSpaces,
  } as const;
}

interface Findings {
  readonly broken: readonly Broken[];
  readonly notes: readonly Reason[];
  readonly assumed: readonly Assumption[];
}

function gather(context: Context, checks: readonly Check[], weighed: Weighed): Findings {
  const broken: Broken[] = [];
  const notes: Reason[] = [];
  const assumed: Assumption[] = [...context.assumed];
  for (const check of checks) {
    if (check.state === 'broken') {
      broken.push(check);
    } else if (check.state === 'assumed') {
      if (!assumed.some(({ rule }) => rule === check.rule)) {
        assumed.push({ code: check.code, rule: check.rule });
      }
    } else if (check.note !== undefined) {
      const { note } = check;
      if (!notes.some((one) => sameReason(one, note))) notes.push(note);
    }
  }
  if (weighed.note !== null) notes.push(weighed.note);
  const { input } = context;
  if (input.role === 'wallet' && dayEnd(context) > input.visa.expiresAt) {
    assumed.push({ code: 'VISA_RENEWED', rule: 'visa/expires' });
  }
  return { broken, notes, assumed };
}

function dayEnd(context: Context): number {
  return context.day * 86_400;
}

function sameReason(one: Reason, other: Reason): boolean {
  return one.code === other.code && one.rule === other.rule;
}

/** Refusing ones first; each group in the order of checking. */
function inOrder(broken: readonly Broken[]): readonly Broken[] {
  // JUDGE-5: a rule that refuses decides before one that makes the visit cost; of equals the first
  // in the order.
  const refuses = ({ comesTo }: Broken) => comesTo.kind === 'refuse';
  return [...broken.filter(refuses), ...broken.filter((one) => !refuses(one))];
}

interface Decision {
  readonly outcome: Verdict['outcome'];
  readonly kind: VisitKind | null;
  readonly reasons: readonly [Reason, ...Reason[]];
  readonly pays: Verdict['pays'];
}

function decide(context: Context, { broken, notes }: Findings, freeRule: string): Decision {
  const ordered = inOrder(broken);
  const [first] = ordered;
  if (first === undefined) {
    return {
      outcome: 'free',
      kind: 'free',
      reasons: [reason('FREE_DAY', freeRule), ...notes],
      pays: nothing,
    };
  }
  const worst = ordered.reduce((one, other) =>
    generosity(other.comesTo) < generosity(one.comesTo) ? other : one,
  );
  const others = ordered
    .map((one) => one.reason)
    .filter((one, index, all) => index > 0 && all.findIndex((o) => sameReason(o, one)) === index);
  const refused = worst.comesTo.kind === 'refuse';
  return {
    outcome: refused ? 'refuse' : 'paid',
    kind: refused ? null : 'paid',
    reasons: [first.reason, ...others, ...notes],
    pays: paymentOf(worst.comesTo, context.input.host.rate),
  };
}

/** A verdict on a visit that is not to be stamped, or already is: it uses nothing. */
function settled(
  context: Context,
  decision: Decision,
  weighed: Weighed,
  sameDay: boolean,
): Verdict {
  const counts = measureAllowances(context, weighed.halves);
  return {
    ...frame(context, decision, weighed),
    left: leftAfter(counts, false),
    sureness: sureness(context, context.assumed, counts),
    assumed: context.assumed,
    follows: follows(context, counts, false),
    sameDay,
    askGrant: 'no',
  };
}

function frame(context: Context, decision: Decision, { halves }: Weighed) {
  return {
    ...decision,
    date: context.date,
    host: context.input.host.space,
    weight: halves === 1 ? 0.5 : 1,
    decidedBy: decision.reasons[0].rule,
    shows: shows(context),
    roster: context.input.roster,
  } as const;
}

function follows(
  context: Context,
  counts: readonly MeasuredCount[],
  spends: boolean,
): Verdict['follows'] {
  const next = nextLimit(counts);
  if (next === null) return null;
  const { limit, used, need } = next.measured;
  const left = Math.max(0, limit - used - (spends ? need : 0));
  return { freeLeft: left / 2, next: paymentOf(next.after, context.input.host.rate) };
}

function again(context: Context, visit: UsedHalves): Verdict {
  const decision: Decision = {
    outcome: visit.kind === 'paid' ? 'paid' : 'free',
    kind: visit.kind,
    reasons: [reason('SAME_DAY', 'visit/same-day', onDate(context))],
    pays: nothing,
  };
  return settled(context, decision, { halves: visit.halves === 1 ? 1 : 2, note: null }, true);
}

function refusal(context: Context, reasons: readonly [Reason, ...Reason[]]): Verdict {
  const pays = { kind: 'refused', note: null } as const;
  const decision: Decision = { outcome: 'refuse', kind: null, reasons, pays };
  return settled(context, decision, weigh(context), false);
}

/**
 * The verdict on one visit. Pure: the same input gives the same verdict, in whatever order, and
 * however often, the usage is listed. It throws on nothing that fits the shapes; terms that
 * `checkTerms` would not pass are read as far as they make sense.
 */
export function judge(input: JudgeInput): Verdict {
  const context = contextOf(input);
  // JUDGE-1: what the host's own list, its profile or the visa's end refuses is refused before all
  // else.
  const [refused, ...more] = localRefusals(context);
  if (refused !== undefined) return refusal(context, [refused, ...more]);
  // JUDGE-2: a second scan on the same date at the same host is the same visit, and uses nothing.
  const visit = context.used.find(({ atHost, day }) => atHost && day === context.day);
  if (visit !== undefined) return again(context, visit);

  return judgeVisit(context, weigh(context));
}

/** A grant is for at most its weight: one for a half day does not carry a whole one. */
function withGrantOf(context: Context, { halves }: Weighed): Context {
  const short = context.grant !== null && context.grant.weight * 2 < halves;
  return short ? { ...context, grant: null } : context;
}

function judgeVisit(visit: Context, weighed: Weighed): Verdict {
  const context = withGrantOf(visit, weighed);
  const counts = measureAllowances(context, weighed.halves);
  const findings = gather(
    context,
    [
      ...checkVenue(context),
      ...checkMember(context),
      ...checkAllowances(context, counts),
      ...checkHistory(context),
      ...checkConsent(context),
    ],
    weighed,
  );
  const decision = decide(context, findings, nextLimit(counts)?.measured.rule ?? 'terms');
  const spends = decision.outcome === 'free';
  return {
    ...frame(context, decision, weighed),
    left: leftAfter(counts, spends),
    sureness: sureness(context, findings.assumed, counts),
    assumed: findings.assumed,
    follows: follows(context, counts, spends),
    sameDay: false,
    askGrant: askGrant(
      context,
      findings.broken.map((one) => one.reason.code),
    ),
  };
}

const RANK = { free: 2, paid: 1, refuse: 0 } as const;

/**
 * Whether one verdict serves the member better than another: spaces may share several programmes.
 */
export function isBetterVerdict(one: Verdict, other: Verdict): boolean {
  return RANK[one.outcome] > RANK[other.outcome];
}
