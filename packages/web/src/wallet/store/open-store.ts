/** The store that this browser can have. */

import type { CardStore } from './cards.js';
import { indexedDbStore } from './indexed-db-store.js';
import { memoryStore } from './memory-store.js';

/** IndexedDB where it is to be had, else this tab's memory: the page says which. */
export async function openStore(): Promise<CardStore> {
  try {
    return await indexedDbStore();
  } catch {
    return memoryStore();
  }
}
