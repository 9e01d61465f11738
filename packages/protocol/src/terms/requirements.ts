/**
 * The requirements on a member and its visit: plan, membership, distance, notice, party, days in a
 * row, share at home.
 */

import { distanceKilometres, placeOf } from '../bytes/distance.js';
import type { Context } from './context.js';
import { broken, type Check, checkFamily, MET, plainNumber, reason } from './findings.js';
import { formatMoney } from './money.js';
import { includesPlan, planOf, type Rules } from './sides.js';
import { addMonths, dateOf, dayNumber, readPeriod, windowsOf } from './windows.js';

type Rule<F extends keyof Rules> = NonNullable<Rules[F]>;

function checkPrice(context: Context, rule: Rule<'eligible'>, source: string): Check {
  if (rule.price === undefined || context.grant !== null) return MET;
  const id = `${source}/eligible/price`;
  const prices = context.input.home.prices;
  const { plan } = context.input.visa;
  const price = prices !== null && Object.hasOwn(prices, plan) ? prices[plan] : undefined;
  const least = rule.price.find(({ currency }) => currency === price?.currency);
  if (price === undefined || least === undefined) {
    return { state: 'assumed', code: 'KNOWN_TO_HOME', rule: id };
  }
  if (price.amount >= least.amount) return MET;
  return broken(rule.otherwise, 'PRICE_TOO_LOW', id, {
    price: formatMoney(least),
    amount: least.amount,
    currency: least.currency,
  });
}

function checkEligible(context: Context, rule: Rule<'eligible'>, source: string): Check {
  const plan = planOf(context.input);
  if (!includesPlan(rule.plans, plan)) {
    return broken(rule.otherwise, 'PLAN_NOT_ELIGIBLE', `${source}/eligible/plans`, { plan });
  }
  if (rule.membership !== undefined) {
    const period = readPeriod(rule.membership);
    const since = dayNumber(context.input.visa.memberSince);
    if (addMonths(since, period.months) + period.days > context.day) {
      const latest = addMonths(context.day, -period.months) - period.days;
      return broken(rule.otherwise, 'MEMBERSHIP_TOO_SHORT', `${source}/eligible/membership`, {
        since: dateOf(latest),
        period: rule.membership,
      });
    }
  }
  return checkPrice(context, rule, source);
}

function isWaivedPair(context: Context, rule: Rule<'distance'>): boolean {
  const { home, host } = context.input;
  return (
    rule.waivedPairs?.some((pair) => pair.includes(home.space) && pair.includes(host.space)) ===
    true
  );
}

function checkDistance(context: Context, rule: Rule<'distance'>, source: string): Check {
  const { home, host } = context.input;
  const id = `${source}/distance`;
  if (isWaivedPair(context, rule)) return MET;
  const place = placeOf(host.venue);
  // Between places that were not given no distance is known.
  if (home.venues.length === 0 || place === null)
    return { state: 'assumed', code: 'NOT_STATED', rule: id };
  const nearest = Math.min(...home.venues.map((one) => distanceKilometres(one, place)));
  if (nearest >= rule.km) return MET;
  return broken(rule.otherwise, 'TOO_NEAR', id, { km: plainNumber(nearest), least: rule.km });
}

/**
 * A row of dates at this host with `date` in it: at most `pause` - 1 dates without a visit between
 * two of them.
 */
function rowLength(days: readonly number[], day: number, pause: number): number {
  const sorted = [...new Set(days)].filter((one) => one !== day).sort((a, b) => a - b);
  let length = 1;
  let edge = day;
  for (const one of sorted.filter((other) => other < day).reverse()) {
    if (edge - one > pause) break;
    length += 1;
    edge = one;
  }
  edge = day;
  for (const one of sorted.filter((other) => other > day)) {
    if (one - edge > pause) break;
    length += 1;
    edge = one;
  }
  return length;
}

function checkConsecutive(context: Context, rule: Rule<'consecutive'>, source: string): Check {
  const days = context.used
    .filter(({ kind, atHost }) => kind === 'free' && atHost)
    .map(({ day }) => day);
  if (rowLength(days, context.day, rule.pause ?? 1) <= rule.days) return MET;
  return broken(rule.otherwise, 'CONSECUTIVE_DAYS_USED', `${source}/consecutive`, {
    limit: rule.days,
  });
}

/** A booking's answer: declined, awaited, or lapsed. */
function checkAnswer(context: Context, rule: Rule<'notice'>, id: string): Check {
  const { request, instant, role } = context.input;
  if (request.notice?.answer === 'declined') return broken(rule.otherwise, 'NOTICE_DECLINED', id);
  if (rule.kind !== 'booking' || request.notice?.answer !== 'none') return MET;
  const lapses = rule.lapsesAfterHours;
  if (lapses !== undefined && instant - request.notice.givenAt > lapses * 3600) {
    return broken(rule.otherwise, 'NOTICE_LAPSED', id, { hours: lapses });
  }
  if (role === 'wallet') return { state: 'met', note: reason('NOTICE_UNANSWERED', id) };
  return broken(rule.otherwise, 'NOTICE_UNANSWERED', id);
}

function checkNotice(context: Context, rule: Rule<'notice'>, source: string): Check {
  if (rule.kind === 'none') return MET;
  const { request, instant, role } = context.input;
  const id = `${source}/notice`;
  const { notice } = request;
  const needed = rule.hours ?? 0;
  const arrival = request.at ?? (request.date === null ? instant : null);
  if (notice === null || (rule.kind === 'booking' && notice.kind !== 'booking')) {
    const inTime = arrival === null || arrival - instant >= needed * 3600;
    if (role !== 'wallet' || !inTime) {
      return broken(rule.otherwise, 'NOTICE_MISSING', id, { kind: rule.kind });
    }
    const parameters = { kind: rule.kind, hours: needed };
    return { state: 'met', note: reason('NOTICE_TO_BE_GIVEN', id, parameters) };
  }
  const answered = checkAnswer(context, rule, id);
  if (answered.state === 'broken') return answered;
  if (arrival === null) {
    return needed === 0 ? answered : { state: 'assumed', code: 'ARRIVAL_UNKNOWN', rule: id };
  }
  if (arrival - notice.givenAt >= needed * 3600) return answered;
  return broken(rule.otherwise, 'NOTICE_SHORT', id, { hours: needed });
}

function checkParty(context: Context, rule: Rule<'party'>, source: string): Check {
  const { adults, children } = context.input.request.party;
  const id = `${source}/party`;
  const over = Math.max(
    Math.max(0, adults - (rule.adults ?? adults)) +
      Math.max(0, children - (rule.children ?? children)),
    adults - 1 + children - (rule.companions ?? adults - 1 + children),
  );
  if (over <= 0) return MET;
  if (rule.otherwise === 'pay' || rule.otherwise === 'refuse') {
    return broken(rule.otherwise, 'PARTY_TOO_LARGE', id, { count: over });
  }
  return { state: 'met', note: reason('COMPANIONS_PAY', id, { count: over }) };
}

/** Printed cards: the host's to take or not. */
function checkStatic(context: Context): Check {
  if (!context.input.visa.static) return MET;
  const [check] = checkFamily(context.sides.slice(0, 1), 'staticVisas', (rule, source) =>
    rule === 'allowed' ? MET : broken(rule, 'STATIC_NOT_ACCEPTED', `${source}/static-visas`),
  );
  return check ?? MET;
}

/** The share of visits at home: the home judges it, and its grant says so. */
function checkHomeShare(context: Context): Check {
  const rule = context.input.terms.homeShare;
  if (rule === undefined || context.grant !== null) return MET;
  const id = 'terms/home-share';
  const { visitsAtHome } = context.input.home;
  if (visitsAtHome === null) return { state: 'assumed', code: 'KNOWN_TO_HOME', rule: id };
  const [range] = windowsOf(rule.window, context.day, context.input.visa.visaYearStart, []);
  const within = (day: number) => day >= range.from && day <= range.to;
  const atHome = new Set(visitsAtHome.filter((date) => within(dayNumber(date)))).size;
  const away = context.used.filter(({ day, atHome: home }) => !home && within(day)).length;
  if (atHome * 100 >= rule.percent * (atHome + away + 1)) return MET;
  return broken(rule.otherwise, 'HOME_SHARE_LOW', id, {
    percent: rule.percent,
    window: rule.window,
  });
}

/** Eligibility, distance, notice and static visas: in the order in which they decide. */
export function checkMember(context: Context): readonly Check[] {
  const host = context.sides.slice(0, 1);
  return [
    checkStatic(context),
    ...checkFamily(host, 'notice', (rule, source) => checkNotice(context, rule, source)),
    ...checkFamily(context.sides, 'eligible', (rule, source) =>
      checkEligible(context, rule, source),
    ),
    ...checkFamily(context.sides, 'distance', (rule, source) =>
      checkDistance(context, rule, source),
    ),
    ...checkFamily(context.sides, 'party', (rule, source) => checkParty(context, rule, source)),
  ];
}

/** What depends on the visits before: days in a row, share at home. */
export function checkHistory(context: Context): readonly Check[] {
  return [
    ...checkFamily(context.sides, 'consecutive', (rule, source) =>
      checkConsecutive(context, rule, source),
    ),
    checkHomeShare(context),
  ];
}
