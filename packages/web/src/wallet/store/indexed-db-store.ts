/** Cards in IndexedDB, where a key that cannot be read out can be kept as a handle. */

import { type DBSchema, openDB } from 'idb';
import { type Card, type CardStore, inOrder } from './cards.js';

interface Schema extends DBSchema {
  readonly cards: { readonly key: string; readonly value: Card };
}

/**
 * Opens the store. The browser is asked to keep it even when space is short.
 * @throws DOMException where the browser keeps nothing here, as in some private modes
 */
export async function indexedDbStore(): Promise<CardStore> {
  const db = await openDB<Schema>('covisa-wallet', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('cards', { keyPath: 'id' });
    },
  });
  return {
    isLasting: true,
    async all() {
      return inOrder(await db.getAll('cards'));
    },
    async put(card) {
      await db.put('cards', card);
      // A wallet that the browser clears away is a visa that has to be issued again.
      void navigator.storage?.persist?.().catch(() => undefined);
    },
    async remove(id) {
      await db.delete('cards', id);
    },
  };
}
