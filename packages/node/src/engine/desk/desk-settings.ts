/**
 * What the owner decides about the desk, and what members who were taken are shown. Kept sealed.
 */

import { encodeUtf8, parseUtf8, type Shape, shape } from '@covisa/protocol';
import type { Store } from '@covisa/store';
import type { DeskSettings, Welcome } from '../services.js';

const { bool, nullable, open, text } = shape;

const welcomeShape = open({
  wifi: nullable(
    open({
      ssid: text({ min: 1, max: 32 }),
      password: text({ min: 0, max: 63 }),
      hidden: bool,
    }),
  ),
  note: nullable(text({ min: 1, max: 500 })),
});
const settingsShape = open({ selfCheckIn: bool });

const NO_WELCOME: Welcome = { wifi: null, note: null };
const NO_SETTINGS: DeskSettings = { selfCheckIn: false };

/** The desk's settings in the store. */
export class DeskSettingsBook {
  readonly #store: Pick<Store, 'setting' | 'putSetting'>;

  constructor(store: Pick<Store, 'setting' | 'putSetting'>) {
    this.#store = store;
  }

  welcome(): Promise<Welcome> {
    return this.#read('welcome', welcomeShape, NO_WELCOME);
  }

  setWelcome(welcome: Welcome): Promise<Welcome> {
    return this.#write('welcome', welcome);
  }

  settings(): Promise<DeskSettings> {
    return this.#read('desk', settingsShape, NO_SETTINGS);
  }

  setSettings(settings: DeskSettings): Promise<DeskSettings> {
    return this.#write('desk', settings);
  }

  async #read<T>(name: string, described: Shape<T>, missing: T): Promise<T> {
    const bytes = await this.#store.setting(name);
    return bytes === null ? missing : described.parse(JSON.parse(parseUtf8(bytes)));
  }

  async #write<T>(name: string, value: T): Promise<T> {
    await this.#store.putSetting(name, encodeUtf8(JSON.stringify(value)));
    return value;
  }
}
