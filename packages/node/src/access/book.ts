/** The one document of access: read at the start, and written whole at each change. */

import type { Store } from '@covisa/store';
import { Mutex } from '../engine/mutex.js';
import { type AccessRecord, EMPTY_RECORD, encodeRecord, parseRecord } from './records.js';

const SETTING = 'access';

/** Where settings are kept. */
export type SettingStore = Pick<Store, 'setting' | 'putSetting'>;

/** The document as it stands. */
export class Book {
  readonly #store: SettingStore;
  readonly #turns = new Mutex();
  #record: AccessRecord;

  private constructor(store: SettingStore, record: AccessRecord) {
    this.#store = store;
    this.#record = record;
  }

  /** Reads the document; an empty one where there is none. @throws ProtocolError SHAPE_INVALID */
  static async open(store: SettingStore): Promise<Book> {
    const bytes = await store.setting(SETTING);
    return new Book(store, bytes === null ? EMPTY_RECORD : parseRecord(bytes));
  }

  get record(): AccessRecord {
    return this.#record;
  }

  /**
   * Keeps what `change` makes of the document. Until it is on the disk, and if it cannot be, the
   * document stays as it was. @throws what `change` throws; StoreError
   */
  change(change: (record: AccessRecord) => AccessRecord): Promise<void> {
    return this.#turns.run(async () => {
      const changed = change(this.#record);
      await this.#store.putSetting(SETTING, encodeRecord(changed));
      this.#record = changed;
    });
  }
}
