/** A set of logs as vectors hold them, read entry by entry. */

import {
  type Cut,
  cutBy,
  type Entry,
  encodeUtf8,
  incarnation,
  parseEntry,
  type SpaceId,
  shape,
  spaceId,
  stands,
} from '@covisa/protocol';
import { anyText, many } from './operation.js';

/** Logs from their first entries on: `lines[0]` has index 0. */
export const logsShape = many(shape.closed({ space: spaceId, incarnation, lines: many(anyText) }));

/** An entry at its place, with its bytes. */
export interface ReadEntry {
  readonly space: SpaceId;
  readonly incarnation: number;
  readonly index: number;
  readonly entry: Entry;
  readonly bytes: Uint8Array;
}

/** Logs from outside, in any order. */
export type Logs = shape.Shaped<typeof logsShape>;

/** All entries, in the order of space, incarnation and index. */
export function entriesOf(logs: Logs): readonly ReadEntry[] {
  const ordered = [...logs].sort((a, b) => a.incarnation - b.incarnation);
  return ordered.flatMap(({ space, incarnation: number, lines }) =>
    lines.map((line, index) => {
      const bytes = encodeUtf8(line);
      return { space, incarnation: number, index, entry: parseEntry(bytes), bytes };
    }),
  );
}

/** An entry that still counts. */
export interface StandingEntry extends ReadEntry {
  /** A resume does not accept it; missing: it does, or none follows. */
  readonly isBeyond?: boolean;
}

/** Those that still count where a resume follows (RESUME-4). */
export function standing(entries: readonly ReadEntry[]): readonly StandingEntry[] {
  const cuts = new Map<string, Cut>();
  for (const { space, incarnation: number, index, entry } of entries) {
    if (index === 0 && entry.type === 'resume') cuts.set(`${space}/${number - 1}`, cutBy(entry));
  }
  return entries.flatMap((one) => {
    const cut = cuts.get(`${one.space}/${one.incarnation}`) ?? null;
    if (!stands(one.entry, one.index, cut)) return [];
    return cut !== null && one.index >= cut.size ? [{ ...one, isBeyond: true }] : [one];
  });
}
