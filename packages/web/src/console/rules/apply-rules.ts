/** Puts what the form says into rules; what the form does not show stays as it was. */

import type { Allowance } from '@covisa/protocol';
import { parseNames } from '../parts/venue-draft.js';
import {
  type BlackoutDay,
  isHomeCap,
  isHostAllowance,
  isSingleDate,
  isWholeWeekday,
  type Rules,
  type RulesDraft,
  toNumber,
} from './rules-draft.js';

/** A number, or nothing for an empty text. */
const numberOf = (text: string): number | undefined => (text === '' ? undefined : toNumber(text));
const choiceOf = (text: string): string | undefined => (text === '' ? undefined : text);

/**
 * The rules as JSON, still to be parsed as terms or as an offer. To be called with a draft in which
 * nothing is wrong.
 */
export function applyRules(base: object, rules: Rules, draft: RulesDraft): unknown {
  const next = {
    ...base,
    allowances: allowancesOf(rules, draft),
    after: afterOf(rules, draft),
    consecutive: withNumber(rules.consecutive, 'days', draft.consecutive),
    distance: withNumber(rules.distance, 'km', draft.distanceKm),
    eligible: eligibleOf(rules, draft),
    notice: noticeOf(rules, draft),
    hours: hoursOf(rules, draft),
    blackout: blackoutOf(rules, draft),
    capacity: capacityOf(rules, draft),
    party: partyOf(rules, draft),
    halfDays: draft.halfDays ? { ...rules.halfDays, allowed: true } : undefined,
    staticVisas: choiceOf(draft.staticVisas),
    photoId: choiceOf(draft.photoId),
    amenities: amenitiesOf(draft),
  };
  // Takes the rules away that are undefined.
  return JSON.parse(JSON.stringify(next));
}

function withNumber(rule: object | undefined, name: string, text: string): object | undefined {
  return text === '' ? undefined : { ...rule, [name]: toNumber(text) };
}

/** An object with at least one member that says something; else no rule. */
function ruleOf(members: object): object | undefined {
  return Object.values(members).some((value) => value !== undefined) ? members : undefined;
}

function allowancesOf(rules: Rules, draft: RulesDraft): readonly Allowance[] | undefined {
  const before = rules.allowances ?? [];
  const host = before.find(isHostAllowance);
  const cap = before.find(isHomeCap);
  const rest = before.filter((one) => one !== host && one !== cap);
  const [days, homeDays] = [numberOf(draft.freeDays), numberOf(draft.homeCap)];
  const all: readonly Allowance[] = [
    ...(days === undefined
      ? []
      : [{ ...host, days, count: 'host', window: draft.window } as const]),
    ...(homeDays === undefined
      ? []
      : [{ ...cap, days: homeDays, count: 'home-at-host', window: 'calendar-month' } as const]),
    ...rest,
  ];
  return all.length === 0 ? undefined : all;
}

function afterOf({ after }: Rules, draft: RulesDraft): object | undefined {
  if (draft.after === '') return after?.kind === 'perk' ? after : undefined;
  const note = after?.note === undefined ? {} : { note: after.note };
  const percent = draft.after === 'discount' ? { percent: Number(draft.percent) } : {};
  return { kind: draft.after, ...percent, ...note };
}

function eligibleOf({ eligible }: Rules, { membershipMonths }: RulesDraft): object | undefined {
  const own = /^P\d{1,2}M$/u.test(eligible?.membership ?? '') ? undefined : eligible?.membership;
  const membership = membershipMonths === '' ? own : `P${Number(membershipMonths)}M`;
  return ruleOf({ ...eligible, membership });
}

function noticeOf({ notice }: Rules, draft: RulesDraft): object | undefined {
  if (draft.notice === '') return undefined;
  return { ...notice, kind: draft.notice, hours: numberOf(draft.noticeHours) };
}

function hoursOf({ hours }: Rules, { openingOnly }: RulesDraft): object | undefined {
  if (openingOnly) return { ...hours, opening: true };
  return hours?.windows === undefined ? undefined : { ...hours, opening: undefined };
}

function blackoutOf({ blackout }: Rules, draft: RulesDraft): object | undefined {
  const kept = (blackout?.days ?? []).filter((day) => !isWholeWeekday(day) && !isSingleDate(day));
  const days: readonly (BlackoutDay | { readonly date: string })[] = [
    ...kept,
    ...[...draft.weekdaysOff].sort().map((weekday) => ({ weekday })),
    ...parseNames(draft.datesOff).map((date) => ({ date })),
  ];
  return days.length === 0 ? undefined : { ...blackout, days };
}

function capacityOf({ capacity }: Rules, draft: RulesDraft): object | undefined {
  const { otherwise, spaceAllowing } = capacity ?? {};
  const numbers = { perDay: numberOf(draft.perDay), perHome: numberOf(draft.perHome) };
  const own = ruleOf({ ...numbers, spaceAllowing });
  return own === undefined ? undefined : { ...own, otherwise };
}

function partyOf({ party }: Rules, { companions }: RulesDraft): object | undefined {
  const { otherwise, ...who } = party ?? {};
  const own = ruleOf({ ...who, companions: numberOf(companions) });
  return own === undefined ? undefined : { ...own, otherwise };
}

function amenitiesOf({ included, excluded }: RulesDraft): object | undefined {
  const amenities = { included: parseNames(included), excluded: parseNames(excluded) };
  const isEmpty = amenities.included.length === 0 && amenities.excluded.length === 0;
  return isEmpty ? undefined : amenities;
}
