/**
 * A visa's usage: its stamps found in all held logs, checked (each check once, then remembered),
 * and counted.
 */

import {
  addFound,
  countStamps,
  encodeOutcome,
  type FoundStamp,
  nextMarkers,
  openChecks,
  parseEntry,
  parseOutcome,
  type StampedVisa,
  type StampUsage,
  stampChecks,
  startLookup,
} from '@covisa/protocol';
import type { StoredStamp } from '@covisa/store';
import type { EnginePorts } from '../context.js';
import type { View } from '../view.js';

/**
 * Whether an entry of a log still counts: a roster that removes a space names the size of its log
 * that does.
 */
export type StillCounts = (stamp: FoundStamp) => boolean;

/** Reads usage from the store. */
export class UsageReader {
  readonly #ports: EnginePorts;
  readonly #view: View;
  readonly #stillCounts: StillCounts;

  constructor(ports: EnginePorts, view: View, stillCounts: StillCounts) {
    this.#ports = ports;
    this.#view = view;
    this.#stillCounts = stillCounts;
  }

  /** What the stamps of this visa, in all logs that are held, add up to. */
  async of(visa: StampedVisa): Promise<StampUsage> {
    const found = await this.#find(visa.visaNumber);
    const checked = stampChecks(found, visa, this.#view.space(visa.home)?.keys ?? []);
    const results = await this.#remembered(visa.visaNumber);
    const open = openChecks(checked, results);
    for (const { id, check } of open) {
      results.set(id, await this.#ports.signatures.verify(check));
    }
    const fresh = new Set(open.map((one) => one.id));
    const memos = checked
      .filter(({ proof, grant }) => [proof, grant].some((one) => one && fresh.has(one.id)))
      .map((one) => ({
        space: one.stamp.host,
        incarnation: one.stamp.incarnation,
        index: one.stamp.index,
        outcome: encodeOutcome(one, results),
      }));
    if (memos.length > 0) await this.#ports.store.rememberStampChecks(visa.visaNumber, memos);
    return countStamps(checked, results);
  }

  async #remembered(visaNumber: Uint8Array): Promise<Map<string, boolean>> {
    const results = new Map<string, boolean>();
    for (const { outcome } of await this.#ports.store.stampChecks(visaNumber)) {
      for (const [id, result] of parseOutcome(outcome)) results.set(id, result);
    }
    return results;
  }

  async #find(visaNumber: Uint8Array): Promise<readonly FoundStamp[]> {
    let state = startLookup(visaNumber);
    for (;;) {
      const asked = nextMarkers(state);
      if (asked.length === 0) return state.found;
      const stored = await this.#ports.store.stampsByMarkers(asked.map((one) => one.marker));
      const indices = new Map(asked.map((one) => [one.marker, one.k]));
      state = addFound(
        state,
        stored.flatMap((stamp) => toFound(stamp, indices)).filter(this.#stillCounts),
      );
    }
  }
}

function toFound(stored: StoredStamp, indices: ReadonlyMap<string, number>): FoundStamp[] {
  const entry = parseEntry(stored.bytes);
  if (entry.type !== 'stamp') return [];
  const k = indices.get(entry.marker);
  if (k === undefined) return [];
  const { space: host, incarnation, index, voids } = stored;
  return [{ host, incarnation, index, k, entry, voids }];
}
