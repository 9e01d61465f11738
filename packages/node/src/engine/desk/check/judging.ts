/**
 * Gathers what `judge` needs from logs, profiles and the store: the same for the desk and for a
 * home that grants.
 */

import {
  type CalendarDate,
  daysUnder,
  type Grant,
  isBetterVerdict,
  type JudgeInput,
  judge,
  judgedVisa,
  localDate,
  type Place,
  type ProfileEntry,
  type ProgrammeId,
  ProtocolError,
  placeOf,
  type Seconds,
  type SpaceId,
  type StampUsage,
  type Terms,
  type TermsPeriod,
  type TermsPeriods,
  termsOn,
  usageFreshness,
  type Venue,
  type Verdict,
  type VisaClaims,
} from '@covisa/protocol';
import type { StampDay, Visit } from '@covisa/store';
import { NodeError } from '../../../errors.js';
import type { Context } from '../../context.js';
import type { Membership } from '../../gossip/membership.js';
import type { Replica } from '../../log/replica.js';
import type { View } from '../../view.js';
import { CountedStamps } from './counted-stamps.js';
import { freeDays, homeVisits } from './home-days.js';

/** A programme that a host and a home share. */
export interface SharedProgramme {
  readonly programme: ProgrammeId;
  readonly periods: TermsPeriods;
}

/** Its terms on the day of a visit, and the number of the roster that wrote them. */
export interface SharedTerms {
  readonly programme: ProgrammeId;
  readonly terms: Terms;
  readonly roster: number;
}

/** One visit to be judged. */
export interface VisitCase {
  readonly role: 'host' | 'home';
  readonly claims: VisaClaims;
  readonly presentation: JudgeInput['presentation'];
  readonly home: SpaceId;
  readonly host: SpaceId;
  readonly venue: Venue;
  readonly usage: Pick<StampUsage, 'days'>;
  /** Visits that no log shows yet: this desk's journal, or the home's open grants. */
  readonly unpublished: readonly UnpublishedVisit[];
  readonly grant: Grant | null;
  readonly homeAnswer: JudgeInput['homeAnswer'];
  readonly halfDay: boolean;
  /** Persons who came along. */
  readonly party: number;
  readonly notice: boolean;
  /** The date, where it is not that of now. */
  readonly date: CalendarDate | null;
  /** When the code was scanned, where that was not now. */
  readonly scannedAt: Seconds | null;
  /** This desk's own visits of the day that is judged that are not in the log yet. */
  readonly journal: readonly Visit[];
}

export type UnpublishedVisit = Pick<Visit, 'date' | 'kind' | 'weight' | 'programme'> & {
  readonly host: SpaceId;
};

/** A verdict with the terms that it was made by. */
export interface Judged {
  readonly verdict: Verdict;
  readonly shared: SharedTerms;
}

/** The engine's way to a verdict. */
export class Judging {
  readonly #context: Context;
  readonly #view: View;
  readonly #replica: Replica;
  readonly #membership: Membership;
  readonly #stamps: CountedStamps;

  constructor(context: Context, parts: { view: View; replica: Replica; membership: Membership }) {
    this.#context = context;
    this.#view = parts.view;
    this.#replica = parts.replica;
    this.#membership = parts.membership;
    this.#stamps = new CountedStamps(context.ports.store, parts.replica.news);
  }

  /** The verdict by the terms, among those that host and home share, that serve the member best. */
  async judge(visit: VisitCase, shared: readonly SharedProgramme[]): Promise<Judged> {
    let best: Judged | null = null;
    for (const { programme, periods } of shared) {
      const { terms, roster } = this.#periodOf(visit, periods);
      const one = { programme, terms, roster };
      const verdict = judge(await this.#input(visit, one));
      if (!best || isBetterVerdict(verdict, best.verdict)) best = { verdict, shared: one };
    }
    if (best) return best;
    throw new ProtocolError(
      'SPACE_LEFT',
      'home: expected a programme shared with this host, got none',
    );
  }

  /** A venue of a space by its id, or its first. @throws NodeError NOT_FOUND */
  venue(space: SpaceId, id: string | null): Venue {
    const venues = this.#view.space(space)?.profile?.venues ?? [];
    const venue = id === null ? venues[0] : venues.find((one) => one.id === id);
    if (venue) return venue;
    throw new NodeError(
      'NOT_FOUND',
      `venue ${id ?? ''}: expected one of this space's, got another`,
      {
        remedy: `The space has: ${venues.map((one) => one.id).join(', ') || 'none'}.`,
      },
    );
  }

  /** The terms of the visit's date; for that alone the day changes at midnight. */
  #periodOf({ date, scannedAt, venue }: VisitCase, periods: TermsPeriods): TermsPeriod {
    const instant = scannedAt ?? this.#context.now();
    return termsOn(periods, date ?? localDate(instant, venue.timeZone));
  }

  async #input(visit: VisitCase, shared: SharedTerms): Promise<JudgeInput> {
    const { claims, host, home, venue } = visit;
    const now = this.#context.now();
    const hostProfile = this.#view.space(host)?.profile ?? null;
    const homeProfile = this.#view.space(home)?.profile ?? null;
    const boundary = hostProfile?.offer.dayBoundary ?? shared.terms.dayBoundary ?? 0;
    const instant = visit.scannedAt ?? now;
    const date = visit.date ?? localDate(instant, venue.timeZone, boundary);
    const ofHome = await homeVisits(this.#stamps, { host, home, date }, visit.journal);
    return {
      role: visit.role,
      instant,
      visa: judgedVisa(claims),
      presentation: visit.presentation,
      terms: shared.terms,
      roster: shared.roster,
      home: {
        space: home,
        offer: homeProfile?.offer ?? null,
        venues: placesOf(homeProfile),
        prices: null,
        visitsAtHome: null,
      },
      host: {
        space: host,
        offer: hostProfile?.offer ?? null,
        open: hostProfile?.open ?? false,
        venue,
        rate: hostProfile?.rate ?? null,
      },
      usage: daysUnder(shared.programme, host, [...visit.usage.days, ...visit.unpublished]),
      usageFrom: claims.yearStart,
      homeAtHost: freeDays(ofHome),
      today: visit.role === 'host' ? await this.#today(host, date, ofHome, visit.journal) : null,
      local: { spaceRefused: null, visaRefused: null, full: false },
      freshness: this.#freshness(shared.programme, home, now),
      grant: visit.grant && { ...visit.grant.claims, host },
      homeAnswer: visit.homeAnswer,
      request: {
        at: visit.date === null ? instant : null,
        date: visit.date,
        halfDay: visit.halfDay,
        stayMinutes: null,
        notice: visit.notice ? { kind: 'message', givenAt: 0, answer: 'welcome' } : null,
        party: { adults: 1 + visit.party, children: 0 },
      },
    };
  }

  async #today(
    host: SpaceId,
    date: CalendarDate,
    ofHome: readonly StampDay[],
    journal: readonly Visit[],
  ): Promise<JudgeInput['today']> {
    const fromHome = ofHome.filter((one) => one.date === date);
    return {
      total: await this.countOn(host, date, journal),
      fromHome: sumOf(fromHome),
      freeFromHome: sumOf(fromHome.filter((one) => one.kind === 'free')),
    };
  }

  /** How many visits a host has had on a date, those that wait in its journal among them. */
  async countOn(host: SpaceId, date: CalendarDate, journal: readonly Visit[]): Promise<number> {
    const stamped = await this.#stamps.stampCount(host, date);
    return stamped + journal.filter((one) => one.date === date).length;
  }

  /**
   * Up to when usage is known: the oldest of the fresh heartbeats of the programme's other spaces.
   */
  #freshness(programme: ProgrammeId, home: SpaceId, now: number): JudgeInput['freshness'] {
    const beats: Seconds[] = [];
    for (const space of this.#membership.spacesOf(programme)) {
      if (space === this.#context.identity.space || this.#view.space(space)?.closing) continue;
      beats.push(this.#replica.latest(space)?.head.heartbeat?.time ?? 0);
    }
    const homeBeat = this.#replica.latest(home)?.head.heartbeat?.time;
    return {
      homeHeartbeatAgeSeconds: homeBeat === undefined ? null : Math.max(0, now - homeBeat),
      ...usageFreshness(beats, now),
    };
  }
}

function sumOf(items: readonly { readonly count: number }[]): number {
  return items.reduce((sum, one) => sum + one.count, 0);
}

function placesOf(profile: ProfileEntry | null): readonly Place[] {
  return (profile?.venues ?? []).flatMap((venue) => placeOf(venue) ?? []);
}
