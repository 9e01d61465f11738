/** Free days are given as far as the terms leave any: what is not used counts for nothing. */

import { type CalendarDate, daysBetween, utcDate } from '@covisa/protocol';
import type { Wallet } from '../people.js';
import { sealsHeld } from '../play/knowledge.js';
import type { Acknowledged } from '../play/ledger.js';
import type { Person, Play } from '../play/play.js';
import { passOver } from '../world/refusal.js';
import type { SimSpace } from '../world/sim-space.js';
import type { Invariant } from './invariant.js';
import { type Allowance, allowancesFor, weightOf } from './shared/allowance-count.js';

const NAME = 'due-days';

/** The longest that windows are, in days. */
const WINDOW_DAYS: Readonly<Record<string, number>> = {
  'calendar-month': 31,
  'calendar-year': 366,
  'visa-year': 366,
};

/** What a desk says when an allowance is used up, and the allowances that it then speaks of. */
const USED_UP = { ALLOWANCE_HOST_USED: 'host', ALLOWANCE_PROGRAMME_USED: 'programme' } as const;

/**
 * Where a desk says that an allowance is used up, the member has used it: by all that can have been
 * counted of visits that were begun before, wherever and under whatever number, as whole days where
 * nobody knows what came of them; but not by a visit of which the desk held that it was undone
 * (STAMP-9). A home counts no grant as open of which it holds the stamp of an honest host
 * (GRANT-6): of a log with three stamps that do not count the rest is passed over (STAMP-10). An
 * inventing host may use up a day of those who were there, and of nobody else (spec/threats.md).
 */
export const DUE_DAYS: Invariant = {
  name: NAME,
  sentence: 'No free day is denied that the terms leave, by whatever may have been counted.',
  watch: (play) => ({
    async conclude() {
      for (const person of play.people) await sayOpenGrants(play, person);
      const exposed = shownToInventors(play);
      for (const one of play.ledger.acknowledged) {
        if (play.isHonest(one.host) && !exposed.has(one.member)) concludeOne(play, one);
      }
    },
  }),
};

/** The members whose visas a host was shown that invents visits, by their numbers. */
function shownToInventors({ ledger, story }: Play): ReadonlySet<number> {
  const there = ledger.acknowledged.filter(({ host }) => story.spaces[host]?.lie === 'invent');
  return new Set(there.map(({ member }) => member));
}

function concludeOne(play: Play, one: Acknowledged): void {
  const plan = play.planOf(one.member);
  for (const [code, count] of Object.entries(USED_UP)) {
    if (!one.denied.includes(code)) continue;
    const allowances = allowancesFor(plan, play.termsOf(one.visit.programme)).filter(
      (rule) => rule.count === count,
    );
    const used = allowances.map((allowance) => mostUsed(play, one, allowance));
    const isOver = allowances.some(
      (allowance, at) => (used[at] ?? 0) + weightOf(allowance, one) > allowance.days,
    );
    if (isOver) continue;
    const most = allowances.map(({ days }, at) => `${used[at]} of ${days}`).join(', ');
    const { name } = play.space(one.host);
    const day = `member ${one.member} a free day on ${one.judgedOn}`;
    play.violate(NAME, `${name} denied ${day}: ${most} (${count}) may be used`);
  }
}

/**
 * What may have been counted of an allowance, at most: of a host in all programmes, of a programme
 * in this one alone (JUDGE-10).
 */
function mostUsed(play: Play, one: Acknowledged, allowance: Allowance): number {
  const { programme } = one.visit;
  const date = one.judgedOn;
  const used = play.ledger
    .ofMember(one.member)
    .filter(
      (other) =>
        mayCount(one, other) &&
        mayFallTogether(allowance, date, other.visit.date) &&
        (allowance.count === 'host'
          ? other.host === one.host
          : other.visit.programme === programme),
    );
  const trueDate = utcDate(play.began + one.at);
  const unsettled = play.ledger
    .unsettled(one.member)
    .filter((begun) => mayFallTogether(allowance, trueDate, begun));
  return used.reduce((sum, other) => sum + weightOf(allowance, other), 0) + unsettled.length;
}

/** Whether one window may hold visits of both days, wherever it begins. */
function mayFallTogether({ window }: Allowance, date: CalendarDate, other: CalendarDate): boolean {
  return Math.abs(daysBetween(date, other)) < (WINDOW_DAYS[window] ?? rollingDays(window));
}

function rollingDays(window: string): number {
  return Number(/^P(\d+)D$/.exec(window)?.[1]);
}

/** A free visit that was begun before the other one ended, and that its desk may have counted. */
function mayCount(one: Acknowledged, { visit, knew }: Acknowledged): boolean {
  const isAnother = visit.id !== one.visit.id && knew.at <= one.at;
  return isAnother && visit.kind === 'free' && !one.knew.undone.has(visit.id);
}

/** Grants that a home counts as open, though it holds the stamps that used them. */
async function sayOpenGrants(play: Play, { number, home, wallet }: Person): Promise<void> {
  const granted = play.ledger
    .ofMember(number)
    .filter(({ grant, host }) => grant === 'had' && play.isHonest(host));
  const isAsked = home.isRunning && play.isHonest(play.spaces.indexOf(home));
  if (granted.length === 0 || !isAsked) return;
  const open = await openGrants(play, home, wallet);
  const seals = await sealsHeld(home, granted);
  for (const { visit, host } of granted) {
    const { id, name } = play.space(host);
    if (visit.kind !== 'free' || !seals.has(visit.seal)) continue;
    if (!open.some((one) => one.host === id && one.date === visit.date)) continue;
    play.violate(
      NAME,
      `${home.name} counts the grant of member ${number} at ${name} on ${visit.date} as open`,
    );
  }
}

/** Whoever is no member any more is told nothing. */
async function openGrants(play: Play, home: SimSpace, wallet: Wallet) {
  try {
    const token = wallet.present({ purpose: 'renew' });
    return (await play.wait(home.engine.wallets.overview(token))).granted;
  } catch (error) {
    passOver(error);
    return [];
  }
}
