/**
 * Where kept scans lie: this browser's IndexedDB, so that they survive a reload. A token in it is
 * worth nothing two minutes after its scan but to this space's own node.
 */

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptScan } from './kept-scans.js';

interface Schema extends DBSchema {
  readonly scans: { key: string; value: KeptScan };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('covisa-desk', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('scans', { keyPath: 'id' });
    },
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

/** All scans that lie here. @throws DOMException where the browser refuses its storage */
export async function readKept(): Promise<readonly KeptScan[]> {
  return (await database()).getAll('scans');
}

/** Puts one scan down, safely stored when it returns. @throws DOMException */
export async function putKept(scan: KeptScan): Promise<void> {
  await (await database()).put('scans', scan);
}

/** Takes scans away. @throws DOMException */
export async function removeKept(ids: readonly string[]): Promise<void> {
  const transaction = (await database()).transaction('scans', 'readwrite');
  await Promise.all(ids.map((id) => transaction.store.delete(id)));
  await transaction.done;
}
