/**
 * Members who showed a visa and were not taken: who and why, kept here; in the log the reason
 * alone, so that a host which advertises visas and then refuses them can be told from one that
 * keeps to its terms.
 */

import {
  type CalendarDate,
  encodeBase64url,
  type RefusalEntry,
  type SpaceId,
} from '@covisa/protocol';
import type { Refusal } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { OwnLog } from '../log/own-log.js';
import type { DeskRefusal, RefusalRequest } from '../services.js';
import type { View } from '../view.js';
import type { OpenCheck } from './checks.js';
import type { Journal } from './journal.js';
import type { Judgement } from './verdicts.js';

interface Parts {
  readonly view: View;
  readonly ownLog: OwnLog;
  readonly journal: Journal;
}

/** Records refusals, and publishes them: at once, or when the log may grow again. */
export class Refusals {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** Records that the member of a check was not taken. */
  record(
    check: OpenCheck,
    { verdict, shared }: Judgement,
    { reason, note, by }: RefusalRequest,
  ): Promise<DeskRefusal> {
    const { ports, now } = this.#context;
    const refusal: Refusal = {
      id: encodeBase64url(ports.random.bytes(9)),
      home: check.home,
      venue: check.venue.id,
      date: verdict.date,
      programme: shared.programme,
      roster: shared.roster,
      reason,
      recorded: now(),
      displayName: check.token.visa.claims.displayName,
      note,
      recordedBy: by,
      index: null,
    };
    return this.#parts.journal.exclusively(async () => this.#shown(await this.#keep(refusal)));
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

  #shown(refusal: Refusal): DeskRefusal {
    return { ...refusal, homeName: this.#nameOf(refusal.home) };
  }

  #nameOf(space: SpaceId): string | null {
    return this.#parts.view.space(space)?.profile?.name ?? null;
  }
}

function entryOf({ home, venue, date, programme, roster, reason }: Refusal): RefusalEntry {
  return { type: 'refusal', home, venue, date, programme, roster, reason };
}
