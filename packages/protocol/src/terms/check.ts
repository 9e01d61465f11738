/** What a shape cannot see: whether terms and offers make sense in themselves. */

import { isInCalendar } from '../bytes/dates.js';
import { parseAs } from '../bytes/shape.js';
import { ProtocolError } from '../errors.js';
import type { Allowance, BlackoutDay, Consequence, Plans } from './rules.js';
import type { Rules } from './sides.js';
import { type Agreement, type Offer, offer, type Terms, terms } from './terms.js';
import { readPeriod } from './windows.js';

/** Logs keep entries for 13 months: no window reaches further. */
const WINDOW_DAYS_MAX = 396;

function must(holds: boolean, path: string, expected: string): void {
  if (!holds) throw new ProtocolError('TERMS_INVALID', `${path}: expected ${expected}`, { path });
}

function periodDays(text: string): number {
  const { months, days } = readPeriod(text);
  return Math.ceil(months * 30.4) + days;
}

function checkWindow(window: string, path: string): void {
  if (!window.startsWith('P')) return;
  // TERMS-2: a window is one day to 13 months long, for logs are kept no longer.
  const days = periodDays(window);
  must(days >= 1 && days <= WINDOW_DAYS_MAX, path, 'a period of one day to 13 months');
}

function checkPlans(plans: Plans | undefined, path: string): void {
  if (plans === undefined) return;
  must((plans.only === undefined) !== (plans.except === undefined), path, 'either only or except');
}

function checkConsequence(after: Consequence | undefined, path: string): void {
  if (after === undefined) return;
  const { kind, percent, perk } = after;
  must((kind === 'discount') === (percent !== undefined), path, 'a percent with a discount only');
  must((kind === 'perk') === (perk !== undefined), path, 'a perk named with the kind perk only');
}

function checkAllowance(one: Allowance, path: string): void {
  must(Number.isInteger(one.days * 2), `${path}/days`, 'whole or half days');
  checkWindow(one.window, `${path}/window`);
  const ownYear = one.count === 'home-at-host' && one.window === 'visa-year';
  must(!ownYear, `${path}/window`, 'another window: each member of a home has its own visa year');
  checkPlans(one.plans, `${path}/plans`);
  checkConsequence(one.after, `${path}/after`);
}

function checkAllowances(all: readonly Allowance[] | undefined, path: string): void {
  all?.forEach((one, index) => {
    checkAllowance(one, `${path}/${index}`);
  });
}

function checkEligible(rule: Rules['eligible']): void {
  if (rule === undefined) return;
  checkPlans(rule.plans, '/eligible/plans');
  if (rule.membership !== undefined) {
    must(periodDays(rule.membership) >= 1, '/eligible/membership', 'a period of at least one day');
  }
  const currencies = rule.price?.map(({ currency }) => currency) ?? [];
  must(new Set(currencies).size === currencies.length, '/eligible/price', 'one price a currency');
}

function checkNotice(rule: Rules['notice']): void {
  if (rule === undefined) return;
  const timed = rule.hours !== undefined || rule.lapsesAfterHours !== undefined;
  must(rule.kind !== 'none' || !timed, '/notice', 'no hours where no notice is needed');
  const lapses = rule.lapsesAfterHours !== undefined;
  must(!lapses || rule.kind === 'booking', '/notice/lapsesAfterHours', 'a booking');
}

function checkHours(rule: Rules['hours']): void {
  if (rule === undefined) return;
  const says = rule.opening !== undefined || rule.windows !== undefined;
  must(says, '/hours', 'opening or windows');
  rule.windows?.forEach(({ from, to }, index) => {
    must(from < to && from < 1440, `/hours/windows/${index}`, 'a beginning before its end');
  });
}

function checkBlackoutDay(day: BlackoutDay, path: string): void {
  const kinds = [day.date, day.yearly, day.weekday, day.easter].filter((one) => one !== undefined);
  must(kinds.length === 1, path, 'exactly one of date, yearly, weekday and easter');
  must(day.until === undefined || day.date !== undefined, `${path}/until`, 'a date');
  must(day.yearlyUntil === undefined || day.yearly !== undefined, path, 'yearly with yearlyUntil');
  const parted = day.nth !== undefined || day.month !== undefined;
  must(!parted || day.weekday !== undefined, path, 'nth and month with a weekday only');
  for (const monthDay of [day.yearly, day.yearlyUntil]) {
    const isDay = monthDay === undefined || isInCalendar(`2024-${monthDay}`);
    must(isDay, path, 'days of the calendar');
  }
  must(
    (day.until ?? day.date ?? '') >= (day.date ?? ''),
    `${path}/until`,
    'an end after its begin',
  );
}

function checkBlackout(rule: Rules['blackout']): void {
  rule?.days.forEach((day, index) => {
    checkBlackoutDay(day, `/blackout/days/${index}`);
  });
}

function checkOffline(rule: Rules['offline']): void {
  for (const [name, range] of Object.entries(rule ?? {})) {
    must(range.lower <= range.upper, `/offline/${name}`, 'a lower limit not above the upper one');
  }
}

function checkRules(rules: Rules & Pick<Terms, 'allowances'>): void {
  checkAllowances(rules.allowances, '/allowances');
  checkConsequence(rules.after, '/after');
  checkEligible(rules.eligible);
  checkNotice(rules.notice);
  checkHours(rules.hours);
  checkBlackout(rules.blackout);
  checkOffline(rules.offline);
  rules.distance?.waivedPairs?.forEach(([one, other], index) => {
    must(one !== other, `/distance/waivedPairs/${index}`, 'two spaces');
  });
  const { allowed, percent } = rules.halfDays ?? { allowed: true, percent: undefined };
  must(allowed || percent === undefined, '/halfDays/percent', 'no percent without half days');
}

function checkAgreement(one: Agreement, path: string): void {
  const ends = one.from === undefined || one.until === undefined || one.from <= one.until;
  must(ends, `${path}/until`, 'an end after its begin');
  checkAllowances(one.allowances, `${path}/allowances`);
  checkConsequence(one.after, `${path}/after`);
}

/**
 * Terms make sense in themselves: periods, dates, limits, consequences. @throws ProtocolError
 * TERMS_INVALID
 */
export function checkTerms(value: Terms): void {
  checkRules(value);
  if (value.homeShare !== undefined) checkWindow(value.homeShare.window, '/homeShare/window');
  const decides = value.hostDecides ?? [];
  must(new Set(decides).size === decides.length, '/hostDecides', 'each family once');
}

/** An offer makes sense in itself. @throws ProtocolError TERMS_INVALID */
export function checkOffer(value: Offer): void {
  checkRules(value);
  value.agreements?.forEach((one, index) => {
    checkAgreement(one, `/agreements/${index}`);
  });
}

/**
 * The terms in a value from outside, checked. @throws ProtocolError TERMS_INVALID, also for a rule
 * that nobody knows
 */
export function parseTerms(value: unknown): Terms {
  // TERMS-1: a rule that nobody knows is refused.
  const parsed = parseAs('TERMS_INVALID', terms, value);
  checkTerms(parsed);
  return parsed;
}

/**
 * The offer in a value from outside, checked. @throws ProtocolError TERMS_INVALID, also for a rule
 * that nobody knows
 */
export function parseOffer(value: unknown): Offer {
  const parsed = parseAs('TERMS_INVALID', offer, value);
  checkOffer(parsed);
  return parsed;
}
