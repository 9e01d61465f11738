/**
 * What really happened, as somebody would write it down who sees everything: whom a desk told that
 * a visit is recorded, who was promised what. Invariants compare it with what the nodes hold.
 */

import type { CheckResult } from '@covisa/node';
import { addDays, type CalendarDate, encodeBase64url, encodeUtf8, sha256 } from '@covisa/protocol';
import type { Visit } from '@covisa/store';
import type { Knowledge } from './knowledge.js';

/** A visit that a desk has acknowledged. */
export interface Acknowledged {
  readonly visit: Visit;
  /** The code that was shown. */
  readonly token: string;
  /** The numbers of host and member in the story. */
  readonly host: number;
  readonly member: number;
  readonly grant: CheckResult['grant'];
  /** Seconds, true time, when the desk had its grant; null: it had none. */
  readonly grantedAt: number | null;
  readonly knew: Knowledge;
  /** The codes of what its desk said where it gave no free day; empty: it did. */
  readonly denied: readonly string[];
  /** The date that it spoke of: just before midnight not yet that of the visit. */
  readonly judgedOn: CalendarDate;
  /** Seconds, true time. */
  readonly at: number;
  /** What was undone at the desk, or was on a disk that an older one has replaced. */
  state: 'stands' | 'voided' | 'lost-with-disk';
  /** It was there at a rest of the network, when all that is demanded of it was: all know it. */
  readonly isSettled?: true;
}

/** A message that an owner's node has taken to deliver. */
export interface SentMessage {
  readonly id: string;
  /** The numbers of the two spaces. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Seconds, true time. */
  readonly at: number;
}

/** Something that must not be. */
export interface Violation {
  readonly invariant: string;
  /** Seconds from the story's beginning. */
  readonly at: number;
  readonly text: string;
}

/** A log from which a lost disk took what nobody else held: from this size on it is new. */
export interface Rewind {
  /** The owner's number. */
  readonly owner: number;
  readonly incarnation: number;
  readonly size: number;
}

/** Days after which no terms look at a visit any more. */
const SETTLED_DAYS = 420;
const NOTHING: ReadonlySet<string> = new Set();

export class Ledger {
  readonly rewinds: Rewind[] = [];
  /** Since the last rest. */
  readonly acknowledged: Acknowledged[] = [];
  /** Since the last rest. */
  readonly messages: SentMessage[] = [];
  readonly violations: Violation[] = [];
  /** How often each kind of event took place, and how each ended that did not go well. */
  readonly counts = new Map<string, number>();
  checkIns = 0;
  /** Visits that were acknowledged in all. */
  stamps = 0;
  readonly #byMember = new Map<number, Acknowledged[]>();
  readonly #begun = new Map<number, CalendarDate[]>();
  readonly #numbers = new Map<string, Uint8Array>();

  acknowledge(one: Acknowledged): void {
    this.acknowledged.push(one);
    this.stamps += 1;
    const visits = this.#byMember.get(one.member) ?? [];
    this.#byMember.set(one.member, visits);
    visits.push(one);
  }

  /** What desks have acknowledged of a member so far, in its order. */
  ofMember(member: number): readonly Acknowledged[] {
    return this.#byMember.get(member) ?? [];
  }

  /** All that a look-up by id may find: what was acknowledged since the last rest, and settled. */
  find(id: string): Acknowledged | undefined {
    const latest = this.acknowledged.find(({ visit }) => visit.id === id);
    if (latest) return latest;
    for (const visits of this.#byMember.values()) {
      const found = visits.find(({ visit }) => visit.id === id);
      if (found) return found;
    }
    return undefined;
  }

  /**
   * All is at rest, and what is demanded of these visits was: of them is kept what later ones are
   * counted by, for as long as terms look back. `date` is today's.
   */
  settle(date: CalendarDate): void {
    const from = addDays(date, -SETTLED_DAYS);
    for (const [member, visits] of this.#byMember) {
      const kept = visits.filter(({ visit }) => visit.date >= from);
      this.#byMember.set(
        member,
        kept.map((one) => this.#settled(one)),
      );
    }
    this.acknowledged.length = 0;
    this.messages.length = 0;
    this.rewinds.length = 0;
  }

  #settled(one: Acknowledged): Acknowledged {
    if (one.isSettled) return one;
    const { id, home, venue, date, kind, weight, programme, roster, recorded } = one.visit;
    const { visaNumber, visaUntil, k, incarnation, index, voidIndex } = one.visit;
    return {
      ...one,
      visit: {
        ...{ id, home, venue, date, kind, weight, programme, roster, recorded },
        ...{ visaUntil, k, incarnation, index, voidIndex, seal: '' },
        ...{ displayName: null, amount: null, note: null },
        visaNumber: visaNumber && this.#numberOf(visaNumber),
      },
      token: digestOf(one.token),
      knew: { ...one.knew, desk: NOTHING, undone: NOTHING, home: null },
      isSettled: true,
    };
  }

  /** The same bytes for all visits of one number. */
  #numberOf(visaNumber: Uint8Array): Uint8Array {
    const name = visaNumber.join();
    const known = this.#numbers.get(name) ?? visaNumber.slice();
    this.#numbers.set(name, known);
    return known;
  }

  /** The true dates of a member's begun visits of which nobody knows what they used. */
  unsettled(member: number): readonly CalendarDate[] {
    return this.#begun.get(member) ?? [];
  }

  /** A visit is begun: a host may record it, or a home grant it, and tell nobody. */
  begin(member: number, date: CalendarDate): void {
    this.#begun.set(member, [...this.unsettled(member), date]);
  }

  /** It used what its acknowledged visit says, and nothing else. */
  settleOne(member: number, date: CalendarDate): void {
    const dates = [...this.unsettled(member)];
    dates.splice(dates.indexOf(date), 1);
    this.#begun.set(member, dates);
  }

  count(name: string, by = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }
}

/** Tells one code from others. */
function digestOf(token: string): string {
  return encodeBase64url(sha256(encodeUtf8(token)).subarray(0, 12));
}
