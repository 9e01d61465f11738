/**
 * What really happened, as somebody would write it down who sees everything: whom a desk told that
 * a visit is recorded, who was promised what. Invariants compare it with what the nodes hold.
 */

import type { CheckResult } from '@covisa/node';
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
  readonly knew: Knowledge;
  /** Seconds, true time. */
  readonly at: number;
  /** What was undone at the desk, or was on a disk that an older one has replaced. */
  state: 'stands' | 'voided' | 'lost-with-disk';
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

export class Ledger {
  readonly rewinds: Rewind[] = [];
  readonly acknowledged: Acknowledged[] = [];
  readonly violations: Violation[] = [];
  /** How often each kind of event took place, and how each ended that did not go well. */
  readonly counts = new Map<string, number>();
  checkIns = 0;
  readonly #byMember = new Map<number, Acknowledged[]>();

  acknowledge(one: Acknowledged): void {
    this.acknowledged.push(one);
    const visits = this.#byMember.get(one.member) ?? [];
    this.#byMember.set(one.member, visits);
    visits.push(one);
  }

  /** What desks have acknowledged of a member so far, in its order. */
  ofMember(member: number): readonly Acknowledged[] {
    return this.#byMember.get(member) ?? [];
  }

  count(name: string, by = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }
}
