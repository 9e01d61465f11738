/** Free days keep to the terms, as far as those knew who gave them. */

import { addDays, dayOfDate, equalBytes } from '@covisa/protocol';
import { isJudgedThen, withinReach } from '../play/knowledge.js';
import type { Acknowledged } from '../play/ledger.js';
import type { Play } from '../play/play.js';
import type { Invariant } from './invariant.js';
import { type Excess, excessOf, isWithoutDays } from './shared/allowance-count.js';
import { HomeDays } from './shared/home-days.js';

const NAME = 'free-days';

/**
 * Four bounds (spec/overview.md, what is promised; spec/threats.md, a hostile member):
 *
 * 1. a desk gives no free day beyond what its node holds of the visa, with or without a grant: so
 *    the sides of a partition give at most what each believed to be left, and the excess is at most
 *    the sum of that, less what was left;
 * 2. with a grant, none beyond what the home holds under all numbers of the member, together with
 *    the grants that it has given and that have not lapsed (GRANT-10): so the limit is exact where
 *    every visit has a grant. A grant whose stamp does not reach the home before it lapses frees
 *    its day (GRANT-6, section 4.7 of the design), and so does the loss of the home's disk;
 * 3. at one host a limit is exact with no other machine, unless that host lost its disk: that of a
 *    visa, and that of all members of one home;
 * 4. a plan for which the terms have no free day gets none.
 */
export const FREE_DAYS: Invariant = {
  name: NAME,
  sentence: 'No free day is given beyond the terms, by anybody who could know.',
  watch: (play) => ({
    conclude() {
      const free = play.ledger.acknowledged.filter(
        ({ visit, host }) => visit.kind === 'free' && play.isHonest(host),
      );
      const ofMembers = new Earlier();
      const ofHomes = new Homes(play);
      const byMember = grouped(free);
      for (const one of free) {
        const before = earlier(play, one, ofMembers.before(one));
        tell(play, one, excessAtHost(play, one, before), 'in its own log');
        tell(play, one, ofHomes.excessOf(one), 'of its home');
        sayPlan(play, one);
        // By a clock that is behind nothing can be told; it is passed over, as what is said again.
        if (!isJudgedThen(play, one) || isToldAgain(one)) continue;
        tell(play, one, excessAtDesk(play, one, before), 'by what its desk knew');
        const open = grantedBefore(play, one, byMember.get(one.member) ?? []);
        tell(play, one, excessAtHome(play, one, before, open), 'by what its home knew');
      }
    },
  }),
};

function grouped(visits: readonly Acknowledged[]): ReadonlyMap<number, readonly Acknowledged[]> {
  const groups = new Map<number, Acknowledged[]>();
  for (const one of visits) groups.set(one.member, [...(groups.get(one.member) ?? []), one]);
  return groups;
}

/** Visits of each member in each programme, in their order. */
class Earlier {
  readonly #groups = new Map<string, Acknowledged[]>();

  /** Those of the member that came before this one, which is the next. */
  before(one: Acknowledged): readonly Acknowledged[] {
    const key = `${one.member} in ${one.visit.programme}`;
    const visits = this.#groups.get(key) ?? [];
    this.#groups.set(key, visits);
    const found = visits.filter(({ state }) => state === 'stands');
    visits.push(one);
    return found;
  }
}

/** After a restore a desk writes down anew whom its log shows: the day was given before. */
function isToldAgain({ visit }: Acknowledged): boolean {
  return visit.seal === '';
}

/** Free visits of the same member in the same programme that were recorded before, and stand. */
function earlier(
  { ledger }: Play,
  one: Acknowledged,
  latest: readonly Acknowledged[],
): readonly Acknowledged[] {
  const settled = ledger
    .ofMember(one.member)
    .filter(({ isSettled, visit }) => isSettled && visit.kind === 'free');
  const stands = settled.filter(
    ({ visit, state }) => visit.programme === one.visit.programme && state === 'stands',
  );
  return [...stands, ...latest];
}

function excessAtDesk(
  play: Play,
  one: Acknowledged,
  before: readonly Acknowledged[],
): Excess | null {
  const shown = before.filter(
    (other) => (other.isSettled || one.knew.desk.has(other.visit.id)) && isSameNumber(one, other),
  );
  return excessOf(
    one,
    withinReach(shown),
    play.termsOf(one.visit.programme),
    play.planOf(one.member),
  );
}

function excessAtHome(
  play: Play,
  one: Acknowledged,
  before: readonly Acknowledged[],
  open: readonly Acknowledged[],
): Excess | null {
  const home = homeOf(play, one);
  if (one.grant !== 'had' || !play.isHonest(home)) return null;
  const known = before.filter(
    (other) => other.isSettled || one.knew.home?.has(other.visit.id) || false,
  );
  const counted = [...new Set([...known, ...open])];
  const numbers = new Set(counted.map(({ visit }) => visit.visaNumber?.join()));
  const seen = [...numbers].flatMap((number) =>
    withinReach(counted.filter(({ visit }) => visit.visaNumber?.join() === number)),
  );
  return excessOf(one, seen, play.termsOf(one.visit.programme), play.planOf(one.member));
}

function excessAtHost(
  play: Play,
  one: Acknowledged,
  before: readonly Acknowledged[],
): Excess | null {
  if (!hasOneLog(play, one)) return null;
  const here = before.filter(
    (other) => other.host === one.host && isSameNumber(one, other) && !isLost(play, other, one),
  );
  const { allowances = [], ...rest } = play.termsOf(one.visit.programme);
  const ofHost = allowances.filter(({ count }) => count === 'host');
  return excessOf(one, here, { ...rest, allowances: ofHost }, play.planOf(one.member));
}

/**
 * What the members of each home have at each host together: of the visits that stand since the last
 * rest, those that the host cannot have lost with a disk.
 */
class Homes {
  readonly #play: Play;
  /** When each host lost a disk. */
  readonly #losses = new Map<number, number[]>();
  readonly #days = new Map<string, HomeDays>();

  constructor(play: Play) {
    this.#play = play;
    for (const { space, at } of play.restores) {
      this.#losses.set(space, [...(this.#losses.get(space) ?? []), at]);
    }
  }

  /** Counts a visit in; what it goes beyond. */
  excessOf(one: Acknowledged): Excess | null {
    if (!hasOneLog(this.#play, one)) return null;
    const { programme } = one.visit;
    const key = `${homeOf(this.#play, one)} at ${this.#lifeOf(one)} in ${programme}`;
    const days = this.#days.get(key) ?? new HomeDays(this.#play.termsOf(programme));
    this.#days.set(key, days);
    return days.add(one, this.#play.planOf(one.member));
  }

  /** The host's disk, as of the visit; one that was lost at that very instant has nothing else. */
  #lifeOf({ host, at, visit }: Acknowledged): string {
    const losses = this.#losses.get(host) ?? [];
    const life = losses.includes(at) ? visit.id : losses.filter((loss) => loss < at).length;
    return `${host}/${life}`;
  }
}

/** Whether a visit stands, at a host of which there is one machine. */
function hasOneLog(play: Play, { state, host }: Acknowledged): boolean {
  return state === 'stands' && !play.doubled.has(host);
}

/** Whether the host lost its disk since a visit, which it may have had to hear of again. */
function isLost(play: Play, { host, at, isSettled }: Acknowledged, one: Acknowledged): boolean {
  return !isSettled && play.isRestored(host, at, one.at);
}

function sayPlan(play: Play, one: Acknowledged): void {
  const plan = play.planOf(one.member);
  if (!isWithoutDays(plan, play.termsOf(one.visit.programme))) return;
  const { visit, host, member } = one;
  const where = `${play.space(host).name} on ${visit.date}`;
  play.violate(NAME, `visit ${visit.id} of member ${member} at ${where} is free by plan ${plan}`);
}

/**
 * Of the member's free visits those in the same programme, recorded before or not, of which the
 * home had given the grants when this one was begun, which still stood.
 */
function grantedBefore(
  play: Play,
  one: Acknowledged,
  ofMember: readonly Acknowledged[],
): readonly Acknowledged[] {
  const home = homeOf(play, one);
  if (play.doubled.has(home)) return [];
  return ofMember.filter((other) => {
    const { visit, state, grantedAt } = other;
    const isLike = visit.programme === one.visit.programme;
    if (other === one || !isLike || state !== 'stands' || grantedAt === null) return false;
    const lapses = dayOfDate(addDays(visit.date, 2)) * 86_400 + 12 * 3600;
    if (grantedAt > one.knew.at || lapses <= play.began + one.knew.at) return false;
    const isLost = play.isRestored(home, grantedAt, one.at);
    return !isLost && play.isClockRight(home, other.knew.at, one.at);
  });
}

function isSameNumber(one: Acknowledged, other: Acknowledged): boolean {
  const [mine, theirs] = [one.visit.visaNumber, other.visit.visaNumber];
  return mine !== null && theirs !== null && equalBytes(mine, theirs);
}

function homeOf(play: Play, { member }: Acknowledged): number {
  return play.story.members[member]?.home ?? -1;
}

function tell(
  play: Play,
  { visit, host, member }: Acknowledged,
  excess: Excess | null,
  by: string,
) {
  if (excess === null) return;
  const { allowance, days } = excess;
  play.violate(
    NAME,
    `visit ${visit.id} of member ${member} at ${play.space(host).name} on ${visit.date} makes ` +
      `${days} free days of ${allowance.days} (${allowance.count}) ${by}`,
  );
}
