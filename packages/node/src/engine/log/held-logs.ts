/** The logs that a node holds, by space and incarnation: a desk asks for all at every check. */

import {
  type CompactRange,
  compactRoot,
  encodeBase64url,
  parseCompactRange,
  type Sha256,
  type SpaceId,
} from '@covisa/protocol';
import type { LogHead, LogId } from '@covisa/store';

/** One held log. */
export interface HeldLog {
  readonly head: LogHead;
  readonly compact: CompactRange;
  /** base64url of the root over the entries held. */
  readonly root: string;
}

/** The table of them. */
export class HeldLogs {
  readonly #spaces = new Map<SpaceId, Map<number, HeldLog>>();

  get({ space, incarnation }: LogId): HeldLog | null {
    return this.#spaces.get(space)?.get(incarnation) ?? null;
  }

  /** The latest incarnation of a space's log, before the first one that is not held. */
  latest(space: SpaceId): HeldLog | null {
    const logs = this.#spaces.get(space);
    if (logs === undefined) return null;
    let latest: HeldLog | null = null;
    for (let incarnation = 0; ; incarnation++) {
      const held = logs.get(incarnation);
      if (held === undefined) return latest;
      latest = held;
    }
  }

  set(held: HeldLog): void {
    const { space, incarnation } = held.head;
    const logs = this.#spaces.get(space) ?? new Map<number, HeldLog>();
    logs.set(incarnation, held);
    this.#spaces.set(space, logs);
  }

  delete({ space, incarnation }: LogId): void {
    const logs = this.#spaces.get(space);
    logs?.delete(incarnation);
    if (logs?.size === 0) this.#spaces.delete(space);
  }

  *values(): Generator<HeldLog> {
    for (const logs of this.#spaces.values()) yield* logs.values();
  }
}

/** What was made of a head: many nodes of one process may hold the very same one. */
const made = new WeakMap<LogHead, HeldLog>();

/** The log with this head. */
export function heldLogOf(head: LogHead, hash: Sha256): HeldLog {
  const known = made.get(head);
  if (known !== undefined) return known;
  const compact = parseCompactRange(head.range);
  const held = { head, compact, root: encodeBase64url(compactRoot(compact, hash)) };
  made.set(head, held);
  return held;
}
