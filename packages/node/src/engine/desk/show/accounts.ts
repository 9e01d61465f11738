/**
 * What two spaces gave to each other, and which visits used one index twice: both from the stamps
 * that are held.
 */

import {
  addDays,
  type CalendarDate,
  doubleVisits,
  holderKeyDigest,
  openSeal,
  type SpaceId,
  type StampUsage,
  utcDate,
} from '@covisa/protocol';
import { isNamed, type Named, type StampTotal, type Visit } from '@covisa/store';
import type { Context } from '../../context.js';
import { erasedUntil } from '../../home/erased.js';
import { visasOf } from '../../home/member-usage.js';
import type { Accounts, DayExchange, DoubleVisit, Statement } from '../../services.js';
import type { View } from '../../view.js';
import type { ReadVisa, UsageReader } from '../check/usage.js';
import { dayExchange } from './day-exchange.js';

/** A visa year, and the month after it in which visas are still kept. */
const LOOK_BACK_DAYS = 400;

/** Statements and double visits. */
export class AccountsService implements Accounts {
  readonly #context: Context;
  readonly #view: View;
  readonly #usage: UsageReader;

  constructor(context: Context, view: View, usage: UsageReader) {
    this.#context = context;
    this.#view = view;
    this.#usage = usage;
  }

  async statement(them: SpaceId, from: CalendarDate, to: CalendarDate): Promise<Statement> {
    const us = this.#context.identity.space;
    const { store } = this.#context.ports;
    const between = (host: SpaceId, home: SpaceId): Promise<readonly StampTotal[]> =>
      store.stampTotals({ host, home, from, to });
    const [given, received] = await Promise.all([between(us, them), between(them, us)]);
    const themName = this.#view.space(them)?.profile?.name ?? null;
    const unproven = await this.#unproven(them, from, to);
    return { us, them, themName, from, to, given, received, ...unproven };
  }

  async exchange(from: CalendarDate, to: CalendarDate): Promise<DayExchange> {
    const us = this.#context.identity.space;
    const { store } = this.#context.ports;
    const [given, received] = await Promise.all([
      store.stampTotals({ host: us, from, to }),
      store.stampTotals({ home: us, from, to }),
    ]);
    const spaces = new Set([...given.map(({ home }) => home), ...received.map(({ host }) => host)]);
    spaces.delete(us);
    const partners = [...spaces].map(async (space) => ({
      space,
      name: this.#view.space(space)?.profile?.name ?? null,
      given: await store.stampDays({ host: us, home: space, from, to }),
      received: await store.stampDays({ host: space, home: us, from, to }),
    }));
    return dayExchange(await Promise.all(partners));
  }

  /** STMT-3: the home knows its members' visa numbers, and so which stamps are of none of them. */
  async #unproven(
    host: SpaceId,
    from: CalendarDate,
    to: CalendarDate,
  ): Promise<Pick<Statement, 'unproven' | 'unprovenFrom'>> {
    const { store } = this.#context.ports;
    const home = this.#context.identity.space;
    const members = await store.members();
    const partly = members.flatMap((member) => member.erasedUntil ?? []);
    const whole = (await erasedUntil(store)) ?? from;
    const since = [from, whole, ...partly].sort().at(-1) ?? from;
    const totals = await store.stampTotals({ host, home, from: since, to });
    const all = totals.reduce((sum, { count }) => sum + count, 0);
    let proven = 0;
    for (const visa of all === 0 ? [] : members.flatMap(visasOf)) {
      const { stamps } = await this.#usage.of({ home, ...visa });
      proven += stamps.filter(({ stamp, voided }) => {
        const { date } = stamp.entry;
        return !voided && stamp.host === host && date >= since && date <= to;
      }).length;
    }
    return { unproven: all - proven, unprovenFrom: since };
  }

  /** Double visits of our members (all of them), and those at our desk. */
  async doubleVisits(): Promise<readonly DoubleVisit[]> {
    const { store } = this.#context.ports;
    const home = this.#context.identity.space;
    const found: DoubleVisit[] = [];
    for (const member of await store.members()) {
      for (const visa of visasOf(member)) {
        found.push(...doublesOf(await this.#usage.of({ home, ...visa }), 'home', member.id));
      }
    }
    return [...found, ...(await this.#atOurDesk())];
  }

  /**
   * At the desk a visa is known by what it showed: its number, and the holder keys in the seals of
   * its visits here.
   */
  async #atOurDesk(): Promise<readonly DoubleVisit[]> {
    const { space } = this.#context.identity;
    const found: DoubleVisit[] = [];
    for (const visits of await this.#visitsByVisa()) {
      const visa = shownVisa(visits, space);
      if (!visa) continue;
      const doubles = doublesOf(await this.#usage.of(visa), 'host', null);
      found.push(...doubles.filter((one) => one.hosts.some(({ host }) => host === space)));
    }
    return found;
  }

  async #visitsByVisa(): Promise<Iterable<readonly Named<Visit>[]>> {
    const groups = new Map<string, Named<Visit>[]>();
    const today = utcDate(this.#context.now());
    const from = addDays(today, -LOOK_BACK_DAYS);
    const visits = await this.#context.ports.store.visits(from, addDays(today, 1));
    for (const visit of visits.filter(isNamed)) {
      const key = visit.visaNumber.join();
      groups.set(key, [...(groups.get(key) ?? []), visit]);
    }
    return groups.values();
  }
}

/** The visa of these visits as far as this desk was shown it; null where no seal is kept. */
function shownVisa(visits: readonly Named<Visit>[], host: SpaceId): ReadVisa | null {
  const keys = visits.flatMap(({ seal, visaNumber, k }) => {
    return openSeal(seal, { visaNumber, k, host })?.holderKey ?? [];
  });
  const [latest] = visits.slice(-1);
  if (!latest) return null;
  const { home, visaNumber, visaUntil: until } = latest;
  const former = keys.map(holderKeyDigest);
  return { home, visaNumber, holderKey: keys.at(-1) ?? null, former, until };
}

function doublesOf(
  usage: StampUsage,
  side: DoubleVisit['side'],
  member: string | null,
): readonly DoubleVisit[] {
  return doubleVisits(usage).map(({ k, stamps }) => ({
    side,
    member,
    k,
    hosts: stamps.map(({ host, entry }) => ({ host, date: entry.date, kind: entry.kind })),
  }));
}
