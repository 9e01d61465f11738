/** The spaces of which the owner takes no messages: one document in the store. */

import { encodeUtf8, parseUtf8, type SpaceId, shape, spaceId } from '@covisa/protocol';
import type { Store } from '@covisa/store';

const SETTING = 'messages-refused';
const spaces = shape.list(spaceId, 10_000);

/** The list. */
export class RefusedSenders {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async all(): Promise<readonly SpaceId[]> {
    const bytes = await this.#store.setting(SETTING);
    return bytes === null ? [] : spaces.parse(JSON.parse(parseUtf8(bytes)));
  }

  async set(space: SpaceId, isRefused: boolean): Promise<void> {
    const others = (await this.all()).filter((one) => one !== space);
    const list = isRefused ? [...others, space] : others;
    await this.#store.putSetting(SETTING, encodeUtf8(JSON.stringify(list)));
  }
}
