/** Kept scans on the page: kept while the node is away, judged when it is back. */

import { encodeBase64url, type Seconds } from '@covisa/protocol';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CheckView } from '../../api/desk-views.js';
import { every } from '../../platform/clock.js';
import { Unreachable } from '../../platform/network.js';
import { freshBytes } from '../../platform/random.js';
import type { DeskNode, Question } from '../node/desk-node.js';
import { current, instantOf, type KeptScan, keep } from './kept-scans.js';
import { putKept, readKept, removeKept } from './kept-store.js';

/** How often it is looked for scans that are too old. */
const LOOK_MILLISECONDS = 10 * 60_000;

/** What the node said of a kept scan. */
export type KeptVerdict =
  | { readonly is: 'judged'; readonly check: CheckView }
  | { readonly is: 'failed'; readonly error: unknown };

/** The kept scans. */
export interface Kept {
  readonly scans: readonly KeptScan[];
  readonly verdicts: ReadonlyMap<string, KeptVerdict>;
  readonly keep: (question: Question) => Promise<boolean>;
  readonly discard: (id: string) => void;
  /** The scan of a token is decided. */
  readonly settle: (token: string) => void;
}

/** The question to the node about a kept scan. */
export function questionOf(scan: KeptScan, now: Seconds): Question {
  return {
    presented: { by: 'token', token: scan.token },
    venue: scan.venue,
    facts: { halfDay: false, party: 0, notice: false },
    date: null,
    scannedAt: instantOf(scan, now),
  };
}

/**
 * The kept scans. `now` is the node's clock as this device knows it; while `isNear` is true, what
 * was kept is judged.
 */
export function useKept(node: DeskNode, now: () => Seconds, isNear: boolean): Kept {
  const [scans, setScans] = useState<readonly KeptScan[]>([]);
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, KeptVerdict>>(new Map());
  const latest = useRef(now);
  latest.current = now;
  useEffect(() => {
    // A desk that stays open for days lets go of what has become too old, as one that is opened.
    const look = async (): Promise<void> => {
      const good = await load(latest.current());
      setScans((before) => (before.length === good.length ? before : good));
    };
    void look();
    return every(LOOK_MILLISECONDS, () => void look());
  }, []);
  useEffect(() => {
    if (!isNear) return;
    let isCurrent = true;
    const tell = (id: string, verdict: KeptVerdict): boolean => {
      if (isCurrent) setVerdicts((before) => new Map(before).set(id, verdict));
      return isCurrent;
    };
    void judgeAll(
      node,
      scans.filter(({ id }) => !verdicts.has(id)),
      now(),
      tell,
    );
    return () => {
      isCurrent = false;
    };
  }, [isNear, scans]);
  const discard = (id: string): void => {
    setScans((before) => before.filter((scan) => scan.id !== id));
    void removeKept([id]).catch(() => undefined);
  };
  return {
    scans,
    verdicts,
    keep: (question) => keepOne(question, now(), setScans),
    discard,
    settle(token) {
      for (const scan of scans) if (scan.token === token) discard(scan.id);
    },
  };
}

/** What lies here and is not too old; the rest is taken away. */
async function load(now: Seconds): Promise<readonly KeptScan[]> {
  try {
    const held = await readKept();
    const good = current(held, now);
    await removeKept(held.filter((scan) => !good.includes(scan)).map(({ id }) => id));
    return good;
  } catch {
    // The browser refuses its storage: nothing lies here, and keeping will say so.
    return [];
  }
}

async function keepOne(
  { presented, venue }: Question,
  now: Seconds,
  tell: (scans: readonly KeptScan[]) => void,
): Promise<boolean> {
  if (presented.by !== 'token') return false;
  const id = encodeBase64url(freshBytes(9));
  const scan: KeptScan = { id, token: presented.token, scannedAt: now, venue };
  try {
    const scans = keep(await readKept(), scan, now);
    if (scans === null) return false;
    if (scans.includes(scan)) await putKept(scan);
    tell(scans);
    return true;
  } catch {
    return false;
  }
}

async function judgeAll(
  node: DeskNode,
  scans: readonly KeptScan[],
  now: Seconds,
  tell: (id: string, verdict: KeptVerdict) => boolean,
): Promise<void> {
  for (const scan of scans) {
    try {
      const check = await node.check(questionOf(scan, now));
      if (!tell(scan.id, { is: 'judged', check })) return;
    } catch (error) {
      // Away again: the next time it is near, this goes on.
      if (error instanceof Unreachable) return;
      if (!tell(scan.id, { is: 'failed', error })) return;
    }
  }
}
