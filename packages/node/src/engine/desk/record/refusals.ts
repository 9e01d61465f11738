/**
 * Members who showed a visa and were not taken: who and why, kept here; in the log the reason
 * alone, so that a host which advertises visas and then refuses them can be told from one that
 * keeps to its terms.
 */

import {
  type CalendarDate,
  encodeBase64url,
  equalBytes,
  type RefusalEntry,
  type RefusalReason,
  type SpaceId,
  type VisaClaims,
  visaYearEnd,
} from '@covisa/protocol';
import { isNamed, type Refusal } from '@covisa/store';
import { NodeError } from '../../../errors.js';
import type { Context } from '../../context.js';
import type { OwnLog } from '../../log/own-log.js';
import type { DeskRefusal, RefusalRequest } from '../../services.js';
import type { View } from '../../view.js';
import type { OpenCheck } from '../check/checks.js';
import type { Judgement } from '../check/verdicts.js';
import type { Journal } from './journal.js';

interface Parts {
  readonly view: View;
  readonly ownLog: OwnLog;
  readonly journal: Journal;
}

/** What the desk does for a refusal. */
interface Acts {
  readonly judge: () => Promise<Judgement>;
  /** Lets none of the member's open checks be stamped any more. */
  readonly close: () => void;
}

/** Records refusals, and publishes them: at once, or when the log may grow again. */
export class Refusals {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * Records that the member of a check was not taken, for this reason. It counts against the host
   * in public, so it is said once a member and date, of the day of the scan, and of no visit.
   * @throws NodeError CONFLICT
   */
  record(check: OpenCheck, { judge, close }: Acts, request: RefusalRequest): Promise<DeskRefusal> {
    return this.#parts.journal.exclusively(async () => {
      const { verdict, shared } = await judge();
      // REFUSAL-1: a refusal is of the day of the scan, and excludes a visit on that day.
      if (check.request.date !== null) {
        throw new NodeError('CONFLICT', 'refusal: expected a scan of the day, got a later entry');
      }
      if (verdict.sameDay) {
        throw new NodeError('CONFLICT', 'refusal: expected no visit on this date, got one', {
          remedy: 'Undo the visit first.',
        });
      }
      const { number: visaNumber, displayName, yearStart } = check.token.visa.claims;
      const { reason, note, by } = request;
      const known = await this.#known(visaNumber, verdict.date, reason);
      close();
      if (known !== null) return this.#shown(known);
      const refusal: Refusal = {
        id: encodeBase64url(this.#context.ports.random.bytes(9)),
        home: check.home,
        venue: check.venue.id,
        date: verdict.date,
        programme: shared.programme,
        roster: shared.roster,
        reason,
        recorded: this.#context.now(),
        visaUntil: visaYearEnd(yearStart),
        ...{ visaNumber, displayName, note },
        recordedBy: by,
        index: null,
      };
      return this.#shown(await this.#keep(refusal));
    });
  }

  /**
   * REFUSAL-2: it is said once a member and date; after a full or closed house once more for
   * another reason.
   */
  async #known(
    visaNumber: Uint8Array,
    date: CalendarDate,
    reason: RefusalReason,
  ): Promise<Refusal | null> {
    const refusals = await this.#context.ports.store.refusals(date, date);
    const isSaid = (one: Refusal): boolean =>
      isOf(one, visaNumber) && (isForTheDay(one.reason) || !isForTheDay(reason));
    return refusals.find(isSaid) ?? null;
  }

  /**
   * Whether people have refused this member for the date. A number that must ask may be another
   * one of whom they refused: any refusal of its home's members holds for it.
   */
  async holds({ number, ask }: VisaClaims, home: SpaceId, date: CalendarDate): Promise<boolean> {
    const refusals = await this.#context.ports.store.refusals(date, date);
    return refusals.some(
      (one) => isForTheDay(one.reason) && (isOf(one, number) || (ask && one.home === home)),
    );
  }

  async list(from: CalendarDate, to: CalendarDate): Promise<readonly DeskRefusal[]> {
    const refusals = await this.#context.ports.store.refusals(from, to);
    return refusals.map((one) => this.#shown(one));
  }

  /** Publishes what waits, oldest first. */
  flush(): Promise<void> {
    return this.#parts.journal.exclusively(async () => {
      for (const refusal of await this.#context.ports.store.pendingRefusals()) {
        await this.#publish(refusal);
      }
    });
  }

  async #keep(refusal: Refusal): Promise<Refusal> {
    if (this.#parts.ownLog.mode === 'ready') {
      try {
        return await this.#publish(refusal);
      } catch (error) {
        if (!(error instanceof NodeError && error.code === 'NOT_READY')) throw error;
      }
    }
    await this.#context.ports.store.putRefusals([refusal]);
    return refusal;
  }

  async #publish(refusal: Refusal): Promise<Refusal> {
    let published = refusal;
    await this.#parts.ownLog.append([entryOf(refusal)], (index) => {
      published = { ...refusal, index };
      return { refusals: [published] };
    });
    return published;
  }

  #shown({ visaNumber: _, visaUntil, ...refusal }: Refusal): DeskRefusal {
    const homeName = this.#parts.view.space(refusal.home)?.profile?.name ?? null;
    return { ...refusal, homeName, erased: visaUntil === null };
  }
}

function isOf(refusal: Refusal, visaNumber: Uint8Array): boolean {
  return isNamed(refusal) && equalBytes(refusal.visaNumber, visaNumber);
}

/** A place may come free, and a venue open; everything else stands until the day is over. */
function isForTheDay(reason: RefusalReason): boolean {
  return reason !== 'full' && reason !== 'closed';
}

function entryOf({ home, venue, date, programme, roster, reason }: Refusal): RefusalEntry {
  return { type: 'refusal', home, venue, date, programme, roster, reason };
}
