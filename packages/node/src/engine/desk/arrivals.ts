/**
 * Self check-in: a member at an unstaffed door scans the poster, and the wallet sends a
 * presentation that is bound to this host. It is judged as at the desk, and stamped if the day is
 * free; everything else is for people to settle.
 */

import {
  type CalendarDate,
  encodeBase64url,
  ProtocolError,
  parseToken,
  type SpaceId,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { Arrival, ArrivalRequest, CheckResult, Desk, DeskVisit } from '../services.js';
import type { View } from '../view.js';
import type { Checks } from './checks.js';
import type { DeskSettingsBook } from './desk-settings.js';

/** What stands in the desk's record in place of a name. */
const SELF = 'self check-in';

/** The desk's own acts that an arrival goes through. */
type Acts = Pick<Desk, 'check' | 'askGrant' | 'stamp'>;

/** What the desk keeps. */
interface Books {
  readonly settings: DeskSettingsBook;
  readonly checks: Pick<Checks, 'forget'>;
}

/** Answers members at the door. */
export class Arrivals {
  readonly #context: Context;
  readonly #view: View;
  readonly #settings: DeskSettingsBook;
  readonly #acts: Acts;
  readonly #checks: Pick<Checks, 'forget'>;
  /** The latest date by visa number, and by home; while the node runs. */
  readonly #refused = new Map<string, CalendarDate>();

  constructor(context: Context, view: View, books: Books, acts: Acts) {
    this.#context = context;
    this.#view = view;
    this.#settings = books.settings;
    this.#checks = books.checks;
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
      this.#checkNotRefused(token, local);
      return await this.#settle(local);
    } finally {
      // The desk keeps so many open checks: what comes in at the door must drive none of them out.
      this.#checks.forget(local.id);
    }
  }

  /** People have refused this member: the door is not for them on that date. */
  noteRefused(home: SpaceId, visaNumber: Uint8Array, date: CalendarDate): void {
    for (const [who, other] of this.#refused) if (other < date) this.#refused.delete(who);
    for (const who of [home, encodeBase64url(visaNumber)]) {
      // A refusal that is entered for an earlier date leaves today's as it is.
      if ((this.#refused.get(who) ?? '') < date) this.#refused.set(who, date);
    }
  }

  /** A new number asks until its year ends: it may be the one whom people refused by the old. */
  #checkNotRefused(token: string, { home, date }: CheckResult): void {
    const { number, ask } = parseToken(token.trim()).visa.claims;
    const who = ask ? [home, encodeBase64url(number)] : [encodeBase64url(number)];
    if (!who.some((one) => this.#refused.get(one) === date)) return;
    throw new NodeError('SELF_CHECK_IN_OFF', 'self check-in: reception is to be asked today', {
      remedy: 'Show the code at reception.',
    });
  }

  async #settle(local: CheckResult): Promise<Arrival> {
    // An open presentation could be passed on by whoever saw it: at a door nobody looks at a face.
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
