/** The store that this browser can have. */

import type { CardStore } from './cards.js';
import { indexedDbStore } from './indexed-db-store.js';
import { memoryStore } from './memory-store.js';

/** IndexedDB where it is to be had, else this tab's memory: the page says which. */
export async function openStore(): Promise<CardStore> {
  try {
    const store = await indexedDbStore();
    // Some browsers open it, and refuse the first time that it is read.
    await store.all();
    return store;
  } catch {
    return memoryStore();
  }
}
