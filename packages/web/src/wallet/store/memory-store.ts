/** Cards in memory: for a tab whose browser keeps nothing, and for tests. */

import { type Card, type CardStore, inOrder } from './cards.js';

/** An empty store that is forgotten with the tab. */
export function memoryStore(): CardStore {
  const cards = new Map<string, Card>();
  return {
    isLasting: false,
    async all() {
      return inOrder([...cards.values()]);
    },
    async put(card) {
      cards.set(card.id, card);
    },
    async remove(id) {
      cards.delete(id);
    },
  };
}
