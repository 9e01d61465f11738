/** What a wallet is told, so that it can judge by itself with no network. */

import {
  addDays,
  type CalendarDate,
  isShown,
  type Listing,
  type ProgrammeState,
  participants,
  type SpaceId,
  termsOn,
  termsPeriods,
  type UsedDay,
  usageFreshness,
  utcDate,
  type WalletOverview,
} from '@covisa/protocol';
import type { Member } from '@covisa/store';
import type { Context } from '../context.js';
import { freeDays, HOME_DAYS, homeVisits } from '../desk/check/home-days.js';
import { listingsOf } from '../listings.js';
import type { ProgrammeStates } from '../programme/states.js';
import type { View } from '../view.js';
import type { Grants } from './grants.js';
import type { MemberUsage } from './member-usage.js';

interface Parts {
  readonly view: View;
  readonly states: ProgrammeStates;
  readonly usage: MemberUsage;
  readonly grants: Grants;
}

/** Gathers overviews. */
export class Overviews {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** All but the visa. */
  async of(member: Member): Promise<Omit<WalletOverview, 'visa'>> {
    const { view, usage, grants } = this.#parts;
    const now = this.#context.now();
    const programmes = this.#programmes();
    const shown = listingsOf(this.#context, view, this.#parts.states).filter(isShown);
    const { plan, since, paidUntil, displayName } = member;
    return {
      now,
      member: { plan, since, paidUntil, displayName },
      home: this.#home(),
      programmes: programmes.map((state) => programmeOf(state, utcDate(now))),
      directory: shown,
      visits: await usage.visits(member),
      days: (await usage.days(member)).map(countedDay),
      granted: await grants.granted(member),
      ...this.#freshness(programmes, now),
      homeAtHost: await this.#homeAtHost(shown),
    };
  }

  /** Those in which this space's members are taken. */
  #programmes(): readonly ProgrammeState[] {
    const { states } = this.#parts;
    return states
      .ids()
      .flatMap((programme) => states.state(programme) ?? [])
      .filter((state) => participants(state).includes(this.#context.identity.space));
  }

  #home(): WalletOverview['home'] {
    const { space } = this.#context.identity;
    const profile = this.#parts.view.space(space)?.profile;
    return {
      space,
      name: profile?.name ?? '',
      url: this.#context.settings.publicUrl,
      venues: profile?.venues ?? [],
      offer: profile?.offer ?? {},
    };
  }

  /** Over all programmes: a wallet says one thing about how far its home could see. */
  #freshness(
    programmes: readonly ProgrammeState[],
    now: number,
  ): Pick<WalletOverview, 'usageKnownUpTo' | 'olderSpaces'> {
    const others = new Set(programmes.flatMap((state) => participants(state)));
    others.delete(this.#context.identity.space);
    const known = this.#parts.states.heartbeats();
    const beats = [...others].map((space) => known.get(space) ?? 0);
    const { knownUpTo, olderSpaces } = usageFreshness(beats, now);
    return { usageKnownUpTo: knownUpTo, olderSpaces };
  }

  /** The free days of all members of this home, at each host that has given any. */
  async #homeAtHost(shown: readonly Listing[]): Promise<WalletOverview['homeAtHost']> {
    const { store } = this.#context.ports;
    const home = this.#context.identity.space;
    const today = utcDate(this.#context.now());
    const dates = { from: addDays(today, -HOME_DAYS), to: addDays(today, 1) };
    const totals = await store.stampTotals({ home, ...dates });
    const given = new Set<SpaceId>(totals.map(({ host }) => host));
    const hosts = shown.map(({ space }) => space).filter((space) => given.has(space));
    return Promise.all(
      hosts.map(async (host) => {
        const visits = await homeVisits(store, { host, home, date: today }, []);
        return { host, days: freeDays(visits) };
      }),
    );
  }
}

function countedDay(day: UsedDay): WalletOverview['days'][number] {
  const { host, date, kind, weight, programme, shared } = day;
  return { host, date, kind, weight, programme, shared };
}

function programmeOf(
  state: ProgrammeState,
  today: CalendarDate,
): WalletOverview['programmes'][number] {
  const { id, name, chain, roster } = state;
  const periods = termsPeriods(chain[0] ?? roster, chain);
  const present = termsOn(periods, today);
  const coming = periods.flatMap(({ from, ...one }) =>
    from !== null && from > today ? [{ ...one, from }] : [],
  );
  return {
    ...{ id, name, roster: present.roster, terms: present.terms },
    ...(coming.length > 0 && { coming }),
    spaces: participants(state),
  };
}
