/** The roots of the own log at its latest sizes: a peer that is asked is a few entries behind. */

const KEPT_MAX = 64;

/** Roots of sizes that followed each other by appends alone. */
export class RecentRoots {
  readonly #roots = new Map<number, Uint8Array>();
  #size: number | null = null;

  /** The log grew from one size to another by an append. */
  note(before: number, size: number, root: Uint8Array): void {
    if (this.#size !== before) this.#roots.clear();
    this.#size = size;
    this.#roots.set(size, root);
    for (const oldest of this.#roots.keys()) {
      if (this.#roots.size <= KEPT_MAX) return;
      this.#roots.delete(oldest);
    }
  }

  /** The root (32 bytes) at a size, if the log has its latest size still. */
  at(size: number, latest: number): Uint8Array | null {
    return latest === this.#size ? (this.#roots.get(size) ?? null) : null;
  }
}
