/** The logs that a node holds, by space and incarnation: a desk asks for all at every check. */

import {
  type CompactRange,
  compactRoot,
  dayOf,
  encodeBase64url,
  type FrontierLine,
  parseCompactRange,
  type Seconds,
  type SpaceId,
} from '@covisa/protocol';
import type { LogHead, LogId } from '@covisa/store';
import type { EnginePorts } from '../context.js';

/** One held log. */
export interface HeldLog {
  readonly head: LogHead;
  readonly compact: CompactRange;
  /** base64url of the root over the entries held. */
  readonly root: string;
  /** What is told of it, unless it has forked. */
  readonly line: FrontierLine;
}

/** The table of them. */
export class HeldLogs {
  /** By space, then incarnation; undefined: not held, though a later one is. */
  readonly #spaces = new Map<SpaceId, (HeldLog | undefined)[]>();
  /** When each space was heard of last: the time of its latest heartbeat. */
  readonly #heartbeats = new Map<SpaceId, Seconds>();

  /** The time of the latest heartbeat of each space. */
  get heartbeats(): ReadonlyMap<SpaceId, Seconds> {
    return this.#heartbeats;
  }

  get({ space, incarnation }: LogId): HeldLog | null {
    return this.#spaces.get(space)?.[incarnation] ?? null;
  }

  /** The latest incarnation of a space's log, before the first one that is not held. */
  latest(space: SpaceId): HeldLog | null {
    const logs = this.#spaces.get(space);
    if (logs === undefined) return null;
    let latest: HeldLog | null = null;
    for (const held of logs) {
      if (held === undefined) break;
      latest = held;
    }
    return latest;
  }

  set(held: HeldLog): void {
    const { space, incarnation } = held.head;
    const logs = this.#spaces.get(space);
    if (logs === undefined && incarnation === 0) this.#spaces.set(space, [held]);
    else this.#spaces.set(space, withLog(logs ?? [], incarnation, held));
    this.#listen(space);
  }

  delete({ space, incarnation }: LogId): void {
    const logs = this.#spaces.get(space);
    if (logs?.[incarnation] === undefined) return;
    logs[incarnation] = undefined;
    if (logs.every((one) => one === undefined)) this.#spaces.delete(space);
    this.#listen(space);
  }

  #listen(space: SpaceId): void {
    let latest = -1;
    for (const held of this.#spaces.get(space) ?? []) {
      latest = Math.max(latest, held?.head.heartbeat?.time ?? -1);
    }
    if (latest < 0) this.#heartbeats.delete(space);
    else this.#heartbeats.set(space, latest);
  }

  *values(): Generator<HeldLog> {
    for (const logs of this.#spaces.values()) {
      for (const held of logs) if (held !== undefined) yield held;
    }
  }
}

function withLog(
  logs: readonly (HeldLog | undefined)[],
  incarnation: number,
  held: HeldLog,
): (HeldLog | undefined)[] {
  const length = Math.max(logs.length, incarnation + 1);
  return Array.from({ length }, (_, one) => (one === incarnation ? held : logs[one]));
}

/** What was made of a head: many nodes of one process may hold the very same one. */
const made = new WeakMap<LogHead, HeldLog>();

/** Hashes, and holds heads once for many nodes. */
type HeldPorts = Pick<EnginePorts, 'sha256' | 'shareHead'>;

/** The log with this head. */
export function heldLogOf(fresh: LogHead, { sha256, shareHead }: HeldPorts): HeldLog {
  const head = shareHead?.(fresh) ?? fresh;
  const known = made.get(head);
  if (known !== undefined) return known;
  const compact = parseCompactRange(head.range);
  const held = heldWith(head, compact, encodeBase64url(compactRoot(compact, sha256)));
  made.set(head, held);
  return held;
}

/** The same log with another head over the same entries. */
export function heldAgain(
  { compact, root }: HeldLog,
  fresh: LogHead,
  { shareHead }: HeldPorts,
): HeldLog {
  const head = shareHead?.(fresh) ?? fresh;
  const known = made.get(head);
  if (known !== undefined) return known;
  const held = heldWith(head, compact, root);
  made.set(head, held);
  return held;
}

function heldWith(head: LogHead, compact: CompactRange, root: string): HeldLog {
  const { space, incarnation, size, heartbeat } = head;
  const line = { space, incarnation, size, root, day: heartbeat ? dayOf(heartbeat.time) : 0 };
  return { head, compact, root, line };
}
