/**
 * Undoing a visit: a void in the log, or, where it was not published yet, nothing that anybody else
 * ever sees.
 */

import {
  addDays,
  type CalendarDate,
  dayOfDate,
  localDate,
  type Seconds,
  termsOn,
  VOID_DAYS_MAX,
  venueClock,
} from '@covisa/protocol';
import type { Visit } from '@covisa/store';
import { NodeError } from '../../../errors.js';
import type { Context } from '../../context.js';
import type { Pusher } from '../../gossip/gossip.js';
import type { OwnLog } from '../../log/own-log.js';
import type { ProgrammeRules } from '../../programme/rules.js';
import type { View } from '../../view.js';
import { counts, type Journal, NEVER_PUBLISHED } from './journal.js';

interface Parts {
  readonly view: View;
  readonly ownLog: OwnLog;
  readonly journal: Journal;
  readonly gossip: Pusher;
  readonly rules: ProgrammeRules;
}

/** Undoes visits. */
export class Undoing {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * STAMP-9 bounds it: a void is dated at most two days after its stamp.
   * @throws NodeError NOT_FOUND, CONFLICT, NOT_READY
   */
  void(id: string): Promise<Visit> {
    return this.#parts.journal.exclusively(async () => {
      const visit = await this.#context.ports.store.visit(id);
      if (!visit)
        throw new NodeError('NOT_FOUND', `visit ${id}: expected one of this desk's, got none`);
      if (!counts(visit)) return visit;
      const date = this.#dateAt(visit);
      if (dayOfDate(date) - dayOfDate(visit.date) > VOID_DAYS_MAX) {
        throw new NodeError(
          'CONFLICT',
          `visit: expected one of the last ${VOID_DAYS_MAX} days, got ${visit.date}`,
        );
      }
      this.#checkTerms(visit);
      this.#checkLog(visit);
      return visit.index === null ? this.#forget(visit) : this.#voidStamp(visit, visit.index, date);
    });
  }

  /**
   * The programme's terms may leave less time than the protocol: hours since the visit was
   * recorded.
   */
  #checkTerms(visit: Visit): void {
    const { now } = this.#context;
    const hours = this.#hoursOf(visit);
    if (hours === undefined || now() - visit.recorded <= hours * 3600) return;
    throw new NodeError(
      'CONFLICT',
      `visit: expected one that was recorded in the last ${hours} hours, got an older one`,
    );
  }

  /**
   * A void names a stamp of its own log by the index alone. After a resume, or a fork, the stamp
   * stands in another one: there the index would be another visit's.
   */
  #checkLog(visit: Visit): void {
    if (this.#isInOwnLog(visit)) return;
    throw new NodeError(
      'CONFLICT',
      'visit: expected one in the log that this node writes, got one from before the space resumed',
      { remedy: 'Write to its home space: the two of you can settle it in the statement.' },
    );
  }

  #isInOwnLog({ index, incarnation }: Visit): boolean {
    return index === null || incarnation === this.#context.identity.log.incarnation;
  }

  #hoursOf(visit: Visit): number | undefined {
    const shared = this.#parts.rules.between(this.#context.identity.space, visit.home);
    const found = shared.find((one) => one.programme === visit.programme);
    if (found === undefined) return undefined;
    return termsOn(found.periods, visit.date).terms.lateEntry?.correctWithinHours;
  }

  /** Until when a visit can be undone; null where it no longer can, or is undone. */
  until(visit: Visit): Seconds | null {
    if (!counts(visit) || !this.#isInOwnLog(visit)) return null;
    const hours = this.#hoursOf(visit) ?? Number.POSITIVE_INFINITY;
    const lastDay = endOfDate(addDays(visit.date, VOID_DAYS_MAX), this.#zoneOf(visit));
    const until = Math.min(visit.recorded + hours * 3600, lastDay);
    return until < this.#context.now() ? null : until;
  }

  #dateAt(visit: Visit): CalendarDate {
    return localDate(this.#context.now(), this.#zoneOf(visit));
  }

  /**
   * A venue that has left the profile since has no time zone any more: any other of the space's is
   * near enough.
   */
  #zoneOf(visit: Visit): string {
    const { space } = this.#context.identity;
    const venues = this.#parts.view.space(space)?.profile?.venues ?? [];
    const venue = venues.find((one) => one.id === visit.venue) ?? venues[0];
    return venue?.timeZone ?? 'UTC';
  }

  async #forget(visit: Visit): Promise<Visit> {
    const undone = { ...visit, voidIndex: NEVER_PUBLISHED };
    await this.#context.ports.store.putVisits([undone]);
    return undone;
  }

  async #voidStamp(visit: Visit, index: number, date: CalendarDate): Promise<Visit> {
    let undone = visit;
    await this.#parts.ownLog.append([{ type: 'void', index, date }], (voidIndex) => {
      undone = { ...visit, voidIndex };
      return { visits: [undone] };
    });
    this.#parts.gossip.push([visit.home]);
    return undone;
  }
}

/** The last second of a date on a wall clock, as it goes in the middle of that date. */
function endOfDate(date: CalendarDate, timeZone: string): Seconds {
  const noon = dayOfDate(date) * 86_400 + 43_200;
  const { date: there, minutes } = venueClock(noon, timeZone);
  const ahead = (dayOfDate(there) - dayOfDate(date)) * 86_400 + minutes * 60 - 43_200;
  return (dayOfDate(date) + 1) * 86_400 - ahead - 1;
}
