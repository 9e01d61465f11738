/**
 * Grants and what a host may do without one: `ask`, late entries, the home's answer, offline
 * limits.
 */

import type { Context } from './context.js';
import { broken, type Check, checkFamily, MET, onDate, plainNumber, reason } from './findings.js';
import type { Rules } from './sides.js';

type Rule<F extends keyof Rules> = NonNullable<Rules[F]>;

/** Whether this visit is free only with a grant. */
function needsGrant(context: Context): boolean {
  const { visa } = context.input;
  return visa.ask || visa.static || context.day < context.todayDay;
}

function checkLate(context: Context): Check {
  const late = context.todayDay - context.day;
  const rule = context.input.terms.lateEntry;
  const days = rule?.days ?? 0;
  if (late <= 0 || late <= days) return MET;
  return broken(rule?.otherwise, 'LATE_ENTRY_TOO_OLD', 'terms/late-entry', {
    ...onDate(context),
    days,
  });
}

function checkGrant(context: Context): Check {
  const { role, homeAnswer, grant } = context.input;
  if (role === 'home' || context.grant !== null) return MET;
  if (role === 'host' && homeAnswer === 'refused') {
    return broken('pay', 'HOME_REFUSED', 'home/answer');
  }
  if (!needsGrant(context)) {
    return grant === null ? MET : { state: 'met', note: reason('GRANT_NOT_USED', 'home/grant') };
  }
  // JUDGE-7: a visa that asks, a printed visa and a visit entered late (for another date than that
  // of its scan, so a kept scan is none) are free only with a grant.
  if (role === 'wallet') return { state: 'met', note: reason('GRANT_TO_BE_ASKED', 'visa/ask') };
  return broken('pay', 'GRANT_NEEDED', 'visa/ask');
}

function checkAge(context: Context, rule: Rule<'offline'>, source: string): Check {
  const limits = rule.homeAgeHours;
  if (limits === undefined) return MET;
  const id = `${source}/offline/home-age`;
  const age = context.input.freshness.homeHeartbeatAgeSeconds;
  if (age === null || age > limits.upper * 3600) {
    return broken('pay', 'OFFLINE_HOME_SILENT', id, { limit: limits.upper });
  }
  if (age <= limits.lower * 3600) return MET;
  const hours = plainNumber(age / 3600);
  return { state: 'met', note: reason('OFFLINE_HOME_AGEING', id, { hours }) };
}

function checkCount(context: Context, rule: Rule<'offline'>, source: string): Check {
  const limits = rule.freePerHomeAndDay;
  const count = context.input.today?.freeFromHome;
  if (limits === undefined) return MET;
  const id = `${source}/offline/free-per-home`;
  if (count === undefined) return { state: 'assumed', code: 'NOT_COUNTED', rule: id };
  const parameters = { ...onDate(context), count };
  if (count >= limits.upper) return broken('pay', 'OFFLINE_TOO_MANY', id, parameters);
  if (count < limits.lower) return MET;
  return { state: 'met', note: reason('OFFLINE_MANY', id, parameters) };
}

/** Offline limits bind a host that decides alone; the home and the wallet do not stand there. */
function checkOffline(context: Context): readonly Check[] {
  // JUDGE-8: offline limits bind a host without a grant, and nobody else.
  if (context.input.role !== 'host' || context.grant !== null) return [];
  const host = context.sides.slice(0, 1);
  return [
    ...checkFamily(host, 'offline', (rule, source) => checkAge(context, rule, source)),
    ...checkFamily(host, 'offline', (rule, source) => checkCount(context, rule, source)),
  ];
}

/** Late entry, consent of the home, offline limits: in the order in which they decide. */
export function checkConsent(context: Context): readonly Check[] {
  return [checkLate(context), checkGrant(context), ...checkOffline(context)];
}

/** The reasons that a grant of the home does away with. */
const CURABLE: ReadonlySet<string> = new Set([
  'GRANT_NEEDED',
  'OFFLINE_HOME_SILENT',
  'OFFLINE_TOO_MANY',
]);

/** Whether a grant is to be asked for, given the codes of all broken rules. */
export function askGrant(context: Context, codes: readonly string[]): 'no' | 'wanted' | 'needed' {
  const { role, homeAnswer } = context.input;
  if (role === 'home' || context.grant !== null || homeAnswer === 'refused') return 'no';
  if (!codes.every((code) => CURABLE.has(code))) return 'no';
  if (codes.length > 0 || needsGrant(context)) return 'needed';
  return role === 'host' ? 'wanted' : 'no';
}
