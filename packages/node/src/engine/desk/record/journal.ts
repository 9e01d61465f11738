/**
 * The journal: visits that were recorded while the log could not grow. They count at this desk at
 * once.
 */

import { openSeal, type SpaceId } from '@covisa/protocol';
import type { Named, Visit } from '@covisa/store';
import { NodeError } from '../../../errors.js';
import type { Context } from '../../context.js';
import type { OwnLog } from '../../log/own-log.js';
import { Mutex } from '../../mutex.js';
import type { UsageReader } from '../check/usage.js';
import { stampOf } from './visit-records.js';

/** Marks a visit that was undone before it was published. */
export const NEVER_PUBLISHED = -1;

/** Whether a recorded visit still counts. */
export function counts(visit: Visit): boolean {
  return visit.voidIndex === null;
}

/** Publishes visits: at once, or when the log may grow again. */
export class Journal {
  readonly #context: Context;
  readonly #ownLog: OwnLog;
  readonly #usage: UsageReader;
  readonly #published: (homes: readonly SpaceId[]) => void;
  readonly #visits = new Mutex();

  constructor(
    context: Context,
    ownLog: OwnLog,
    usage: UsageReader,
    published: (homes: readonly SpaceId[]) => void,
  ) {
    this.#context = context;
    this.#ownLog = ownLog;
    this.#usage = usage;
    this.#published = published;
  }

  /** Visits that wait. */
  async pending(): Promise<readonly Named<Visit>[]> {
    return (await this.#context.ports.store.pendingVisits()).filter(counts);
  }

  /** Runs work that records or undoes visits of this desk, one piece at a time. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#visits.run(work);
  }

  /**
   * Records a visit durably, as a stamp in the log or, while that may not grow, in the journal.
   * Call it within `exclusively`.
   */
  async record(visit: Named<Visit>): Promise<Visit> {
    if (this.#ownLog.mode === 'ready') {
      try {
        return await this.#publish(visit);
      } catch (error) {
        // A peer may show at this very moment that the node is a copy: the visit waits, as any
        // other.
        if (!(error instanceof NodeError && error.code === 'NOT_READY')) throw error;
      }
    }
    await this.#context.ports.store.putVisits([visit]);
    return visit;
  }

  /**
   * Publishes what waits, oldest first; what the log shows already, since it was only lost here, is
   * not said twice.
   */
  flush(): Promise<void> {
    return this.exclusively(async () => {
      for (const visit of await this.pending()) {
        const place = await this.#placeOfDay(visit);
        if (place === null) await this.#publish(visit);
        else await this.#context.ports.store.putVisits([{ ...visit, ...place }]);
      }
    });
  }

  /** Where a log of ours, or a shelf, has a stamp of this visa and date; null if nowhere. */
  async #placeOfDay(visit: Named<Visit>): Promise<Pick<Visit, 'incarnation' | 'index'> | null> {
    const { space } = this.#context.identity;
    const { home, visaNumber, visaUntil: until, k, date } = visit;
    const holderKey = openSeal(visit.seal, { visaNumber, k, host: space })?.holderKey ?? null;
    const visa = { home, visaNumber, holderKey, former: [], until };
    const { days } = await this.#usage.of(visa);
    const found = days.find((day) => day.host === space && day.date === date);
    return found ? { incarnation: found.incarnation, index: found.index } : null;
  }

  async #publish(visit: Named<Visit>): Promise<Visit> {
    const { incarnation } = this.#context.identity.log;
    let published: Visit = visit;
    await this.#ownLog.append([this.#stamp(visit)], (index) => {
      published = { ...visit, incarnation, index };
      return { visits: [published] };
    });
    this.#published([visit.home]);
    return published;
  }

  #stamp(visit: Named<Visit>): ReturnType<typeof stampOf> {
    const { ports, identity } = this.#context;
    const { visaNumber, k } = visit;
    const contents = openSeal(visit.seal, { visaNumber, k, host: identity.space });
    const isProven = contents !== null && (contents.proof !== null || contents.grant !== null);
    return stampOf(visit, isProven, ports.random);
  }
}
