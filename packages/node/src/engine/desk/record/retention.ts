/**
 * A host keeps whose visits and refusals it recorded for as long as the visa year and thirty days
 * more, or until a member asks; then they are numbers, and what was remembered of the visas' stamps
 * is gone.
 */

import { addDays, equalBytes, type Seconds, utcDate, VISA_KEPT_DAYS } from '@covisa/protocol';
import { type ErasedNames, isNamed, type Visit } from '@covisa/store';
import { NodeError } from '../../../errors.js';
import type { Context } from '../../context.js';
import type { Journal } from './journal.js';

/** Records in one transaction, of some milliseconds: other work comes in between. */
const BATCH = 50;

/** Erases names whose time is over. */
export class RecordRetention {
  readonly #context: Context;
  readonly #journal: Journal;

  constructor(context: Context, journal: Journal) {
    this.#context = context;
    this.#journal = journal;
  }

  /** By an instant of a clock that has gone steadily. */
  async run(instant: Seconds): Promise<void> {
    const { ports } = this.#context;
    const until = addDays(utcDate(instant), -VISA_KEPT_DAYS);
    // KEEP-1: thirty days after a visa year a host keeps no visa number, name, note or proof of its
    // visits and refusals, nor who recorded them.
    await this.#inBatches(() => ports.store.eraseVisitNames(until, BATCH));
    await this.#inBatches(() => ports.store.eraseRefusalNames(until, BATCH));
    // KEEP-3: what home or host remembers of a number's stamps goes when the number does.
    await ports.store.dropStampChecksUntil(until);
  }

  /**
   * Erases now whose a visit was, with all visits and refusals of the same visa number. Gives the
   * visit that is left, and how many records it erased.
   * @throws NodeError NOT_FOUND; CONFLICT while one of them waits to be published
   */
  erase(id: string): Promise<ErasedNames & { readonly visit: Visit }> {
    const { store } = this.#context.ports;
    return this.#journal.exclusively(async () => {
      const visit = await store.visit(id);
      if (visit === null) {
        throw new NodeError('NOT_FOUND', `visit ${id}: expected one of this desk's, got none`);
      }
      let erased: ErasedNames = { visits: 0, refusals: 0 };
      if (!isNamed(visit)) return { visit, ...erased };
      const { visaNumber } = visit;
      const waiting = [...(await this.#journal.pending()), ...(await store.pendingRefusals())];
      if (waiting.some((one) => equalBytes(one.visaNumber, visaNumber))) {
        throw new NodeError(
          'CONFLICT',
          'visit: expected none that waits to be published, got one',
          {
            remedy: 'Wait until the node has reached its peers; `covisa status` shows it.',
          },
        );
      }
      // KEEP-4: a host erases on request, of all its records of that visa number, what it would
      // erase in time.
      erased = await store.eraseNamesOf(visaNumber);
      return { visit: (await store.visit(id)) ?? visit, ...erased };
    });
  }

  /** In turn with what the desk records, which would else write back what it has just read. */
  async #inBatches(erase: () => Promise<number>): Promise<void> {
    let erased = BATCH;
    while (erased === BATCH) erased = await this.#journal.exclusively(erase);
  }
}
