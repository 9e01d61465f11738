/**
 * What the desk shows before anybody comes: today's visits, those that can still be undone, the
 * places left, whose members it serves.
 */

import {
  addDays,
  type CalendarDate,
  localDate,
  type ProgrammeState,
  participants,
  placesPerDay,
  type SpaceId,
  type Venue,
  VOID_DAYS_MAX,
} from '@covisa/protocol';
import type { Context } from '../../context.js';
import type { Peers } from '../../gossip/peers.js';
import type { OwnLog } from '../../log/own-log.js';
import type { ProgrammeStates } from '../../programme/states.js';
import type { DeskOverview, DeskRefusal, DeskVisit } from '../../services.js';
import type { View } from '../../view.js';
import type { Judging } from '../check/judging.js';
import type { DeskSettingsBook } from '../desk-settings.js';
import type { Journal } from '../record/journal.js';

/** What an overview is made from. */
export interface OverviewParts {
  readonly view: View;
  readonly ownLog: OwnLog;
  readonly judging: Judging;
  readonly journal: Journal;
  readonly states: ProgrammeStates;
  readonly peers: Peers;
}

/** What the desk itself knows. */
interface DeskBooks {
  readonly settings: DeskSettingsBook;
  readonly visits: (from: CalendarDate, to: CalendarDate) => Promise<readonly DeskVisit[]>;
  readonly refusals: (from: CalendarDate, to: CalendarDate) => Promise<readonly DeskRefusal[]>;
}

/** Makes overviews. */
export class DeskOverviews {
  readonly #context: Context;
  readonly #parts: OverviewParts;
  readonly #books: DeskBooks;

  constructor(context: Context, parts: OverviewParts, books: DeskBooks) {
    this.#context = context;
    this.#parts = parts;
    this.#books = books;
  }

  /** @throws NodeError NOT_FOUND for a venue that this space has not */
  async of(venueId: string | null): Promise<DeskOverview> {
    const { identity, now } = this.#context;
    const { judging, ownLog, journal } = this.#parts;
    const venue = judging.venue(identity.space, venueId);
    const profile = this.#parts.view.space(identity.space)?.profile ?? null;
    const states = this.#states();
    const date = this.#dateAt(venue, states);
    const { selfCheckIn } = await this.#books.settings.settings();
    return {
      space: identity.space,
      name: profile?.name ?? '',
      now: now(),
      date,
      venue: venue.id,
      timeZone: venue.timeZone,
      venues: (profile?.venues ?? []).map(({ id, name, timeZone }) => ({ id, name, timeZone })),
      rate: profile?.rate ?? null,
      offer: profile?.offer ?? {},
      houseRules: profile?.houseRules ?? null,
      capacity: await this.#capacity(date, states),
      visits: await this.#visits(date),
      refusals: await this.#books.refusals(date, date),
      homes: this.#homes(states),
      programmes: states.map(({ id, name, roster, terms }) => {
        return { id, name, roster: roster.version, terms };
      }),
      mode: ownLog.mode,
      modeReason: ownLog.modeReason,
      pendingVisits: (await journal.pending()).length,
      selfCheckIn,
    };
  }

  /**
   * Those of a date, and those of the days before it that can still be undone. At another venue it
   * may be a day earlier.
   */
  async #visits(date: CalendarDate): Promise<readonly DeskVisit[]> {
    const visits = await this.#books.visits(addDays(date, -VOID_DAYS_MAX - 1), date);
    return visits.filter((visit) => visit.date === date || visit.undoUntil !== null);
  }

  /** The programmes in which this space takes visiting members. */
  #states(): readonly ProgrammeState[] {
    const { space } = this.#context.identity;
    return this.#parts.states
      .ids()
      .flatMap((programme) => this.#parts.states.state(programme) ?? [])
      .filter((state) => participants(state).includes(space));
  }

  #dateAt({ timeZone }: Venue, states: readonly ProgrammeState[]): CalendarDate {
    const { identity, now } = this.#context;
    const own = this.#parts.view.space(identity.space)?.profile?.offer.dayBoundary;
    return localDate(now(), timeZone, own ?? states[0]?.terms.dayBoundary ?? 0);
  }

  /** The strictest of the programmes' limits. */
  async #capacity(
    date: CalendarDate,
    states: readonly ProgrammeState[],
  ): Promise<DeskOverview['capacity']> {
    const { space } = this.#context.identity;
    const offer = this.#parts.view.space(space)?.profile?.offer ?? null;
    const limits = states.flatMap(({ terms }) => placesPerDay(terms, offer) ?? []);
    if (limits.length === 0) return null;
    const limit = Math.min(...limits);
    const pending = await this.#parts.journal.pending();
    const used = await this.#parts.judging.countOn(space, date, pending);
    return { limit, used, left: Math.max(0, limit - used) };
  }

  #homes(states: readonly ProgrammeState[]): DeskOverview['homes'] {
    const spaces = new Set<SpaceId>(states.flatMap((state) => participants(state)));
    spaces.delete(this.#context.identity.space);
    return [...spaces].map((space) => ({
      space,
      name: this.#parts.view.space(space)?.profile?.name ?? null,
      reachable: this.#parts.peers.address(space) !== null,
    }));
  }
}
