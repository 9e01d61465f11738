/**
 * Revocations that wait until the log may grow: a member is paused at once, also where the node has
 * still to ask its peers for what it lost.
 */

import {
  encodeEntry,
  encodeUtf8,
  parseEntry,
  parseUtf8,
  type RevocationEntry,
} from '@covisa/protocol';
import type { Store } from '@covisa/store';
import type { OwnLog } from '../log/own-log.js';

/** Entries, each on a line of its own. */
const SETTING = 'waiting-revocations';

/** Keeps them in the store's settings. Call it one at a time. */
export class WaitingRevocations {
  readonly #store: Store;
  readonly #ownLog: OwnLog;

  constructor(store: Store, ownLog: OwnLog) {
    this.#store = store;
    this.#ownLog = ownLog;
  }

  async add(entries: readonly RevocationEntry[]): Promise<void> {
    await this.#put([...(await this.#read()), ...entries]);
  }

  /**
   * Publishes them. Whether any waited. Published twice, as after a crash, they say the same.
   * @throws NodeError NOT_READY while the node may not append
   */
  async publish(): Promise<boolean> {
    const entries = await this.#read();
    if (entries.length === 0) return false;
    await this.#ownLog.append(entries);
    await this.#put([]);
    return true;
  }

  async #read(): Promise<readonly RevocationEntry[]> {
    const text = parseUtf8((await this.#store.setting(SETTING)) ?? new Uint8Array());
    return text.split('\n').flatMap((line) => {
      const entry = line === '' ? null : parseEntry(encodeUtf8(line));
      return entry?.type === 'revocation' ? [entry] : [];
    });
  }

  async #put(entries: readonly RevocationEntry[]): Promise<void> {
    const lines = entries.map((entry) => parseUtf8(encodeEntry(entry)));
    await this.#store.putSetting(SETTING, encodeUtf8(lines.join('\n')));
  }
}
