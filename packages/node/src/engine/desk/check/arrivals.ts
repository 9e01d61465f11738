/**
 * Self check-in: a member at an unstaffed door scans the poster, and the wallet sends a
 * presentation that is bound to this host. It is judged as at the desk, and stamped if the day is
 * free; everything else is for people to settle.
 */

import { type CalendarDate, ProtocolError, parseToken, type VisaClaims } from '@covisa/protocol';
import type { Recorder } from '@covisa/store';
import { NodeError } from '../../../errors.js';
import type { Context } from '../../context.js';
import type { Arrival, ArrivalRequest, CheckResult, Desk, DeskVisit } from '../../services.js';
import type { View } from '../../view.js';
import type { DeskSettingsBook } from '../desk-settings.js';
import { counts } from '../record/journal.js';
import type { Refusals } from '../record/refusals.js';
import type { Checks } from './checks.js';

/** Who the desk's record says it was. */
const SELF: Recorder = { kind: 'self', name: null };

/** The desk's own acts that an arrival goes through. */
type Acts = Pick<Desk, 'check' | 'askGrant' | 'stamp'>;

/** What the desk keeps. */
interface Books {
  readonly settings: DeskSettingsBook;
  readonly checks: Pick<Checks, 'forget'>;
  readonly refusals: Pick<Refusals, 'holds'>;
}

/** Answers members at the door. */
export class Arrivals {
  readonly #context: Context;
  readonly #view: View;
  readonly #settings: DeskSettingsBook;
  readonly #acts: Acts;
  readonly #checks: Pick<Checks, 'forget'>;
  readonly #refusals: Pick<Refusals, 'holds'>;

  constructor(context: Context, view: View, books: Books, acts: Acts) {
    this.#context = context;
    this.#view = view;
    this.#settings = books.settings;
    this.#checks = books.checks;
    this.#refusals = books.refusals;
    this.#acts = acts;
  }

  async arrive({ token, venue }: ArrivalRequest): Promise<Arrival> {
    if (!(await this.#settings.settings()).selfCheckIn) {
      throw new NodeError('SELF_CHECK_IN_OFF', 'self check-in: this space does not offer it', {
        remedy: 'Show the code at reception.',
      });
    }
    const request = { token, venue, halfDay: false, party: 0, notice: false };
    const local = await this.#acts.check({ ...request, date: null, scannedAt: null });
    try {
      await this.#checkLetIn(token, local);
      return await this.#settle(local);
    } finally {
      // The desk keeps so many open checks: what comes in at the door must drive none of them out.
      this.#checks.forget(local.id);
    }
  }

  async #checkLetIn(token: string, { home, date }: CheckResult): Promise<void> {
    const { claims } = parseToken(token.trim()).visa;
    // ARRIVE-2: whom people have refused for the day, for more than a full or closed house, people
    // let in.
    const isRefused = await this.#refusals.holds(claims, home, date);
    // ARRIVE-4: a visit that people have undone does not come back by itself: people let its member
    // in again that day.
    if (!isRefused && !(await this.#isUndone(claims, date))) return;
    throw new NodeError('SELF_CHECK_IN_OFF', 'self check-in: reception is to be asked today', {
      remedy: 'Show the code at reception.',
    });
  }

  /** Whether the member's visit of the date was undone, and nobody has recorded it again. */
  async #isUndone({ number }: VisaClaims, date: CalendarDate): Promise<boolean> {
    const all = await this.#context.ports.store.visitsByVisaNumber(number);
    const ofDate = all.filter((visit) => visit.date === date);
    return ofDate.length > 0 && !ofDate.some(counts);
  }

  async #settle(local: CheckResult): Promise<Arrival> {
    // ARRIVE-1: a self check-in needs a presentation for this very host: whoever saw an open one
    // could pass it on, and at a door nobody looks at a face.
    if (!local.hostBound) {
      throw new ProtocolError(
        'PRESENTATION_OTHER_HOST',
        'presentation: expected one for this host, got an open one',
      );
    }
    const asked = local.verdict.askGrant === 'no' ? local : await this.#acts.askGrant(local.id);
    return this.#answer(asked, await this.#stamped(asked));
  }

  /** The visit, if the day is free or was recorded before; null else. */
  async #stamped({ id, verdict }: CheckResult): Promise<DeskVisit | null> {
    // ARRIVE-3: a door stamps free days alone; everything else is for people to settle.
    if (verdict.outcome !== 'free' && !verdict.sameDay) return null;
    return this.#acts.stamp({ check: id, kind: 'free', amount: null, note: null, by: SELF });
  }

  async #answer({ verdict, sentence, venue }: CheckResult, visit: DeskVisit | null) {
    const profile = this.#view.space(this.#context.identity.space)?.profile;
    const place = profile?.venues.find(({ id }) => id === venue);
    return {
      checkedIn: visit !== null,
      verdict,
      sentence,
      visit: visit && { date: visit.date, kind: visit.kind },
      hostName: profile?.name ?? '',
      venueName: place?.name ?? '',
      timeZone: place?.timeZone ?? 'UTC',
      welcome: visit && (await this.#settings.welcome()),
      houseRules: profile?.houseRules ?? null,
    };
  }
}
