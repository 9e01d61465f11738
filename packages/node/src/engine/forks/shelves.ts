/** The strays that are held, by their shelves: the hashes in memory, the entries in the store. */

import {
  encodeBase64url,
  type FrontierLine,
  fillShelf,
  logKeyOf,
  type Sha256,
  type Shelved,
  shelfRoot,
} from '@covisa/protocol';
import type { LogId, NewStray, Store, StrayChanges } from '@covisa/store';

interface Filling extends Shelved {
  /** Missing: it is held already. */
  readonly stray?: NewStray;
}

/** All shelves. */
export class Shelves {
  readonly #shelves = new Map<string, LogId & { readonly strays: readonly Shelved[] }>();
  readonly #sha256: Sha256;

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  /** The lines of all that the store holds. */
  async load(store: Store): Promise<readonly FrontierLine[]> {
    const shelves = await store.shelves();
    for (const shelf of shelves) this.#shelves.set(logKeyOf(shelf), shelf);
    return shelves.map((shelf) => this.#lineOf(shelf));
  }

  /** What these strays change, each of them with its evidence checked. Nothing is taken yet. */
  changes(strays: readonly NewStray[]): StrayChanges {
    const drop: StrayChanges['drop'][number][] = [];
    const add: NewStray[] = [];
    for (const [key, fresh] of byShelf(strays)) {
      const [first] = fresh;
      if (first === undefined) continue;
      const held: readonly Filling[] = this.#shelves.get(key)?.strays ?? [];
      const known = new Set(held.map((one) => encodeBase64url(one.leaf)));
      const filled = fillShelf(
        held,
        fresh
          .filter((one) => !known.has(encodeBase64url(one.leafHash)))
          .map((stray) => ({ index: stray.index, leaf: stray.leafHash, stray })),
      );
      const left = new Set(filled);
      const { space, incarnation } = first;
      for (const one of held)
        if (!left.has(one)) drop.push({ space, incarnation, index: one.index });
      for (const one of filled) if (one.stray) add.push(one.stray);
    }
    return { drop, add };
  }

  /** Takes changes that are stored; gives the lines of the shelves that they changed. */
  follow({ drop, add }: StrayChanges): readonly FrontierLine[] {
    const changed = new Map<string, LogId>();
    for (const { space, incarnation } of [...drop, ...add]) {
      changed.set(logKeyOf({ space, incarnation }), { space, incarnation });
    }
    return [...changed].map(([key, log]) => {
      const gone = new Set(drop.filter((one) => logKeyOf(one) === key).map((one) => one.index));
      const left = (this.#shelves.get(key)?.strays ?? []).filter((one) => !gone.has(one.index));
      const fresh = add.filter((one) => logKeyOf(one) === key);
      const strays = fillShelf(
        left,
        fresh.map(({ index, leafHash }) => ({ index, leaf: leafHash })),
      );
      const shelf = { ...log, strays };
      this.#shelves.set(key, shelf);
      return this.#lineOf(shelf);
    });
  }

  /** The shelves that belong to logs of a space. */
  ofSpace(space: LogId['space']): readonly LogId[] {
    return [...this.#shelves.values()].flatMap((shelf) =>
      shelf.space === space ? [{ space, incarnation: shelf.incarnation }] : [],
    );
  }

  forget(shelf: LogId): void {
    this.#shelves.delete(logKeyOf(shelf));
  }

  #lineOf({ space, incarnation, strays }: LogId & { readonly strays: readonly Shelved[] }) {
    const root = encodeBase64url(shelfRoot(strays, this.#sha256));
    return { space, incarnation, size: strays.length, root, day: 0 };
  }
}

function byShelf(strays: readonly NewStray[]): ReadonlyMap<string, readonly NewStray[]> {
  const found = new Map<string, NewStray[]>();
  for (const one of strays) {
    const list = found.get(logKeyOf(one)) ?? [];
    list.push(one);
    found.set(logKeyOf(one), list);
  }
  return found;
}
