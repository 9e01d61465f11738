/** Small numbers for space ids, so that a row names a space in one or two bytes. */

import type { SpaceId } from '@covisa/protocol';
import type { Connection } from './driver.js';

/**
 * Numbers remembered in memory; beyond them the database is asked. Bounds what hostile entries can
 * make us remember.
 */
const REMEMBERED_MAX = 10_000;

/** Gives and finds the numbers. */
export interface SpaceNumbers {
  /** The number of a space, given now if it has none. Called inside a write transaction. */
  give(space: SpaceId): number;
  /** Forgets what was remembered, as after a transaction that was undone. */
  forget(): void;
}

/** The space numbers of a database. */
export function makeSpaceNumbers(db: Connection): SpaceNumbers {
  const find = db.prepare<[SpaceId], { id: number }>('SELECT id FROM spaces WHERE space = ?');
  const insert = db.prepare<[SpaceId]>('INSERT INTO spaces (space) VALUES (?)');
  const remembered = new Map<SpaceId, number>();
  return {
    give(space) {
      const known = remembered.get(space);
      if (known !== undefined) return known;
      const id = find.get(space)?.id ?? Number(insert.run(space).lastInsertRowid);
      if (remembered.size >= REMEMBERED_MAX) remembered.clear();
      remembered.set(space, id);
      return id;
    },
    forget: () => remembered.clear(),
  };
}
