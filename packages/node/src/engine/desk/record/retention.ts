/**
 * A host keeps whose visits and refusals it recorded for as long as the visa year and thirty days
 * more; then they are numbers, and so is what was remembered of the visas' stamps.
 */

import { addDays, utcDate, VISA_KEPT_DAYS } from '@covisa/protocol';
import type { Context } from '../../context.js';
import type { Journal } from './journal.js';

/** Records in one transaction: other work comes in between. */
const BATCH = 200;

/** Erases names whose time is over. */
export class RecordRetention {
  readonly #context: Context;
  readonly #journal: Journal;

  constructor(context: Context, journal: Journal) {
    this.#context = context;
    this.#journal = journal;
  }

  async run(): Promise<void> {
    const { ports, now } = this.#context;
    const until = addDays(utcDate(now()), -VISA_KEPT_DAYS);
    // KEEP-1: thirty days after a visa year a host keeps no visa number, name, note or proof of its
    // visits and refusals, nor who recorded them.
    await this.#inBatches(() => ports.store.eraseVisitNames(until, BATCH));
    await this.#inBatches(() => ports.store.eraseRefusalNames(until, BATCH));
    // KEEP-3: what home or host remembers of a number's stamps goes when the number does.
    await ports.store.dropStampChecksUntil(until);
  }

  /** In turn with what the desk records, which would else write back what it has just read. */
  async #inBatches(erase: () => Promise<number>): Promise<void> {
    let erased = BATCH;
    while (erased === BATCH) erased = await this.#journal.exclusively(erase);
  }
}
