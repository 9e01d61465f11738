/**
 * A home keeps visa numbers for thirty days after their visa year. Their grants have lapsed by
 * then, and what was remembered of their stamps goes by itself (desk/record/retention.ts).
 */

import {
  addDays,
  type CalendarDate,
  type Seconds,
  utcDate,
  VISA_KEPT_DAYS,
} from '@covisa/protocol';
import type { Context } from '../context.js';
import { mendErased } from './erased.js';
import { withoutOverdue } from './issuer.js';
import type { Register } from './register.js';

/** Members in one transaction: other work comes in between. */
const BATCH = 50;

/** Erases visa numbers whose time is over, of members who have left too. */
export class NumberRetention {
  readonly #context: Context;
  readonly #register: Register;

  constructor(context: Context, register: Register) {
    this.#context = context;
    this.#register = register;
  }

  /** By an instant of a clock that has gone steadily. */
  async run(instant: Seconds): Promise<void> {
    const date = utcDate(instant);
    await mendErased(this.#context.ports.store, date);
    let count = BATCH;
    while (count === BATCH) count = await this.#register.change(() => this.#batch(date));
  }

  async #batch(date: CalendarDate): Promise<number> {
    const { random, store } = this.#context.ports;
    const until = addDays(date, -VISA_KEPT_DAYS);
    const found = await store.membersWithNumbersUntil(until, BATCH);
    // KEEP-2: thirty days after a visa year a home keeps no visa number of it, of no member.
    const kept = found.map((one) => withoutOverdue(one, date, random.bytes(16)));
    if (kept.length > 0) await this.#register.put(kept);
    return found.length;
  }
}
