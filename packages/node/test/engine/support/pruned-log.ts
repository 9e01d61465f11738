/** A log that a test writes, and of which it shows the first tile with entries left out. */

import {
  consistencyRanges,
  encodeBase64url,
  gapsOf,
  inclusionRanges,
  isPassing,
  isPruning,
  leafHash,
  parseEntry,
  type SyncRange,
  staysDigest,
  subtreeHash,
} from '@covisa/protocol';
import { filler } from './network.js';
import type { ScriptedLog } from './scripted-log.js';

export const TILE = 256;

/** The line of a stamp that opens for nobody. */
export function stampLine(n: number, date: string): string {
  return JSON.stringify({
    ...{ type: 'stamp', marker: `${String(n).padStart(21, '0')}A`, home: filler(3), venue: 'main' },
    ...{ date, kind: 'free', weight: 1, programme: filler(4), roster: 0, seal: 's'.repeat(60) },
  });
}

function staysOf(log: ScriptedLog): readonly number[] {
  const tile = log.lines.slice(0, TILE);
  return tile.flatMap((line, i) => (isPassing(parseEntry(line)) ? [] : [i]));
}

/**
 * The first tile of a log, or its beginning, with what its owner sums up left out; and the lines to
 * it.
 */
export function prunedTile(log: ScriptedLog, to = TILE) {
  const { lines, space, checkpoint } = log;
  const index = lines.findIndex((line, i) => isPruning(parseEntry(line), i));
  const stays = staysOf(log);
  const kept = stays.filter((one) => one < to);
  const hash = ({ from, to }: { readonly from: number; readonly to: number }) =>
    encodeBase64url(subtreeHash(lines.slice(from, to).map((line) => leafHash(line))));
  const range: SyncRange = {
    ...{ space, incarnation: 0, from: 0, count: 1 + kept.length, checkpoint },
    proof: consistencyRanges(to, lines.length).map(hash),
    pruned: {
      ...{ index, to, stays },
      inclusion: inclusionRanges(index, lines.length).map(hash),
      hashes: gapsOf(stays, 0, to).map(hash),
    },
  };
  return { range, lines: [index, ...kept].flatMap((i) => lines[i] ?? []) };
}

/**
 * The whole tile and what follows on it up to `at`, a true sum of the tile, and one entry more. At
 * an index for which there is a line in `changes`, that stands.
 */
export function sumUp(
  log: ScriptedLog,
  date: string,
  at = TILE,
  changes: Readonly<Record<number, string>> = {},
): void {
  for (let n = log.lines.length; n < at; n++) log.add(changes[n] ?? stampLine(n, date));
  log.add(
    { type: 'pruning', before: TILE, stays: staysDigest(staysOf(log)) },
    stampLine(TILE, date),
  );
}
